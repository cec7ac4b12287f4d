import { html } from 'hono/html';
import { languages } from '#domain/course/closed-lists.ts';
import { type CommunityPage, type Html, wordsOf } from './page-parts.ts';
import { styleSheetAddress } from './style-sheet.ts';

const locales = { en: 'en_US', es: 'es_US' } as const;

/** The frame of both pages: head, skip link, the agency's name, the language switch. No script, no cookie, no form. */
export function frame(page: CommunityPage, title: string, main: Html): Html {
  const { language, agency } = page;
  const words = wordsOf(page);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#0b1b33">
<title>${title} · ${agency.name}</title>
<meta name="description" content="${words.lead}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${words.lead}">
<meta property="og:locale" content="${locales[language]}">
${languages.map((each) => html`<link rel="alternate" hreflang="${each}" href="/community/${each}">\n`)}
<link rel="alternate" hreflang="x-default" href="/community">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${styleSheetAddress}">
</head>
<body>
<a class="skip-link" href="#main">${words.skip}</a>
<header>
<div class="top-line">
<span class="agency-name">${agency.name}</span>
<nav class="language-switch" aria-label="${words.language.choose}">
${languages.map(
  (each) =>
    html`<a href="/community/${each}" hreflang="${each}" lang="${each}"${each === language ? html` aria-current="true"` : ''}>${words.language[each]}</a>\n`,
)}
</nav>
</div>
${agency.demo ? html`<p class="demo-mark">${words.demo}</p>` : ''}
</header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`;
}
