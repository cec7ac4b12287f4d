import { html } from 'hono/html';
import { orderAddress } from '#domain/course/course-address.ts';
import { anchorOf, type CommunityPage, type Html, longDate, ownFirst, wordsOf } from './page-parts.ts';

/** The sheet that officers acknowledge, word for word (R15). */
export function policySection(page: CommunityPage): Html {
  const { policy: words } = wordsOf(page);
  const sheet = page.pack.policy[page.language];
  const stated = statedIn(page);
  return html`<section id="policy" aria-labelledby="policy-title">
<h2 id="policy-title">${words.title}</h2>
${stated.size > 0 ? html`<p>${words.lead}</p>` : ''}
${orderLine(page)}
${sheet.blocks.length > 0 ? sheetOf(page) : ''}
</section>`;
}

function sheetOf(page: CommunityPage): Html {
  const { policy: words } = wordsOf(page);
  const sheet = page.pack.policy[page.language];
  const anchored = new Set<string>();
  const anchor = (clause: string) => {
    if (anchored.has(clause)) return '';
    anchored.add(clause);
    return html` id="${anchorOf(clause)}"`;
  };
  const margin = (clauses: readonly string[]) =>
    html`<span class="margin-ids">${clauses.length > 0 ? html`<span class="visually-hidden">${words.rule} </span>` : ''}${clauses.map(
      (clause) => html`<span${anchor(clause)}>${clause}</span> `,
    )}</span>`;
  return html`<div class="policy-sheet"${isInOther(page) ? html` lang="${page.language === 'en' ? 'es' : 'en'}"` : ''}>
<h3>${sheet.title}</h3>
${sheet.blocks.map((block) =>
  block.kind === 'heading'
    ? html`<h4>${block.text}</h4>\n`
    : html`<div class="policy-block">${margin(block.clauses)}<p>${block.text}</p></div>\n`,
)}
</div>`;
}

const isInOther = ({ pack: { order }, language }: CommunityPage): boolean =>
  order !== undefined && order.textIn.length > 0 && !order.textIn.includes(language);

/** The agency's own order, which then stands in place of our page: its number, its day and the file itself. */
function orderLine(page: CommunityPage): Html | '' {
  const { pack, language } = page;
  const { order: words } = wordsOf(page).policy;
  if (!pack.order) return '';
  const { number, date, files } = pack.order;
  return html`<p>${words.number} ${number}, ${longDate(date, language)}</p>
${isInOther(page) ? html`<p>${words.onlyInOther}</p>` : ''}
${ownFirst(language)
  .filter((each) => files[each])
  .map(
    (each) => html`<p><a href="${orderAddress(pack.editionHash, each)}" hreflang="${each}">${words.file[each]}</a></p>`,
  )}`;
}

/** An agency's own order may state our rules under no number, and then there is no place to lead to. */
export const statedIn = ({ pack, language }: CommunityPage): ReadonlySet<string> =>
  new Set(pack.policy[language].blocks.flatMap(({ clauses }) => clauses));
