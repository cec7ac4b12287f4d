import { html } from 'hono/html';
import { filmSection } from './film-section.ts';
import { frame } from './frame.ts';
import { type CommunityPage, type Html, wordsOf } from './page-parts.ts';
import { policySection } from './policy-section.ts';
import { aboutSection, questionsSection } from './text-sections.ts';

/** The public page: film, questions and answers, policy, and where all of it comes from (R16). */
export function communityPage(page: CommunityPage): Html {
  const words = wordsOf(page);
  const places = { film: words.film, questions: words.questions, policy: words.policy, about: words.about };
  return frame(
    page,
    words.title,
    html`<h1>${words.title}</h1>
${page.pack.course.counselReview === 'no' ? html`<p class="sample"><strong class="sample-mark">${words.sample.mark}</strong> ${words.sample.says}</p>` : ''}
<p class="lead">${words.lead}</p>
<p class="advice"><strong>${words.notAdvice}</strong> ${words.lawyer}</p>
<nav class="contents" aria-label="${words.contents}">
<ul>
${Object.entries(places).map(([id, { title }]) => html`<li><a href="#${id}">${title}</a></li>\n`)}
</ul>
</nav>
${filmSection(page)}
${questionsSection(page)}
${policySection(page)}
${aboutSection(page)}
<p class="advice"><strong>${words.notAdvice}</strong> ${words.lawyer}</p>`,
  );
}

/** For an address that does not exist, or a page that the agency has turned off. */
export function missingPage(page: CommunityPage, isOpen: boolean): Html {
  const { missing } = wordsOf(page);
  return frame(
    page,
    missing.title,
    html`<h1>${missing.title}</h1>
<p>${missing.words}</p>
${isOpen ? html`<p><a href="/community/${page.language}">${missing.back}</a></p>` : ''}`,
  );
}
