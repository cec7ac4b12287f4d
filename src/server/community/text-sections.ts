import { html } from 'hono/html';
import type { CommunityQuestion, CommunityWords } from '#domain/course/community-words.ts';
import { anchorOf, type CommunityPage, type Html, longDate, paragraphs, wordsOf } from './page-parts.ts';
import { statedIn } from './policy-section.ts';

export function questionsSection(page: CommunityPage): Html {
  const { questions } = wordsOf(page);
  const { question, answer, contact, ask } = questions.complain;
  return html`<section id="questions" aria-labelledby="questions-title">
<h2 id="questions-title">${questions.title}</h2>
<p>${questions.lead}</p>
<div class="compare">
${bases.map((basis) => compared(basis, questions.compare[basis]))}
</div>
<div class="questions">
${questions.list.map((each) => oneQuestion(each, questions.restsOn, statedIn(page)))}
<article class="question">
<h3>${question}</h3>
${paragraphs(answer)}
<p class="contact">${contact ?? ask}</p>
</article>
</div>
</section>`;
}

const bases = ['civil', 'criminal'] as const;
type Compared = CommunityWords['questions']['compare']['civil'];

/** Shape, word and color together, as everywhere (look.md): round is civil, square is criminal. */
const shapes = {
  civil: html`<circle cx="8" cy="8" r="7"/>`,
  criminal: html`<rect x="1.5" y="1.5" width="13" height="13"/>`,
};

const compared = (basis: (typeof bases)[number], { name, facts }: Compared): Html =>
  html`<div class="${basis}">
<h3><svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">${shapes[basis]}</svg> ${name}</h3>
<ul>
${facts.map((fact) => html`<li>${fact}</li>\n`)}
</ul>
</div>
`;

const oneQuestion = (
  { id, question, answer, clauses }: CommunityQuestion,
  restsOn: string,
  stated: ReadonlySet<string>,
): Html =>
  html`<article class="question" id="question-${id}">
<h3>${question}</h3>
${paragraphs(answer)}
${
  clauses.length > 0
    ? html`<p class="rests-on">${restsOn} ${clauses.map((clause) =>
        stated.has(clause) ? html`<a href="#${anchorOf(clause)}">${clause}</a> ` : html`${clause} `,
      )}</p>`
    : ''
}
</article>
`;

/** Where it comes from, how far it goes, and who has reviewed it (domain 7). */
export function aboutSection(page: CommunityPage): Html {
  const { about } = wordsOf(page);
  const { course, text } = page.pack;
  const { counselReview: review } = course;
  const reviewed = review === 'no' ? about.notReviewed : `${review.office}, ${longDate(review.date, page.language)}`;
  const { source, disclaimer } = text[page.language];
  return html`<section id="about" aria-labelledby="about-title">
<h2 id="about-title">${about.title}</h2>
${paragraphs([source, about.law, disclaimer])}
<dl class="facts">
<div><dt>${about.edition}</dt><dd>${course.edition}</dd></div>
<div><dt>${about.effective}</dt><dd>${longDate(course.effectiveDate, page.language)}</dd></div>
<div><dt>${about.reviewed}</dt><dd>${reviewed}</dd></div>
</dl>
</section>`;
}
