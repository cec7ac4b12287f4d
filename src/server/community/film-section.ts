import { html } from 'hono/html';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { type CommunityPage, clockTime, type Html, ownFirst, wordsOf } from './page-parts.ts';

/** Both films in the browser's own player, each with captions in both languages and what is said in it (R14, R16). */
export function filmSection(page: CommunityPage): Html {
  const { film } = wordsOf(page);
  return html`<section id="film" aria-labelledby="film-title">
<h2 id="film-title">${film.title}</h2>
<p>${film.lead}</p>
<div class="films">
${ownFirst(page.language).map((narration) => oneFilm(page, narration))}
</div>
</section>`;
}

function oneFilm(page: CommunityPage, narration: Language): Html {
  const { film, editionHash } = page.pack;
  const { film: words, language: names } = wordsOf(page);
  const files = film.files[narration];
  const address = (file: string) => `/media/${film.courseId}/${file}?v=${editionHash.slice(0, 16)}`;
  return html`<article class="film" aria-labelledby="film-${narration}">
<h3 id="film-${narration}">${words.name[narration]}</h3>
<video controls playsinline preload="metadata" width="1920" height="1080" aria-labelledby="film-${narration}" poster="${address(files.poster)}">
${
  files.small
    ? html`<source src="${address(files.small)}" type="video/mp4" media="(max-width: 999px) and (max-height: 999px)">
`
    : ''
}<source src="${address(files.video)}" type="video/mp4">
${languages.map(
  (captions) =>
    html`<track kind="captions" srclang="${captions}" label="${names[captions]}" src="${address(files.captions[captions])}"${captions === page.language ? html` default` : ''}>\n`,
)}
<p>${words.unplayable} <a href="${address(files.video)}">${words.name[narration]}</a></p>
</video>
<details class="transcript">
<summary>${words.transcript[narration]}</summary>
<div lang="${narration}">${transcript(page, narration)}</div>
</details>
<p><a href="/community/transcript.${narration}.txt" hreflang="${narration}" download>${words.download[narration]}</a></p>
</article>`;
}

const transcript = ({ pack: { film } }: CommunityPage, narration: Language): Html[] =>
  film.scenes.map(
    (scene) => html`<h4>${scene.title[narration]}</h4>
${film.cues
  .filter((cue) => cue.sceneId === scene.id)
  .map(
    (cue) =>
      html`<p class="cue"><span class="cue-time">${clockTime(cue.at[narration].fromSeconds)}</span> <span>${cue.says[narration]}</span></p>\n`,
  )}`,
  );
