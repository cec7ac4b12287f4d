import { type Context, Hono } from 'hono';
import type { Language } from '#domain/course/closed-lists.ts';
import { readFounded } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import { isLanguage, preferredLanguage } from './language.ts';
import { communityPage, missingPage } from './page.ts';
import type { CommunityPage } from './page-parts.ts';
import { fonts, styleSheet } from './style-sheet.ts';
import { transcriptText } from './transcript-text.ts';

const fiveMinutes = 'public, max-age=300';
const forEver = 'public, max-age=31536000, immutable';

/**
 * `/community`: what anyone may read and watch (R16). It reads the agency's name and the current edition and nothing else:
 * no session, no record of an officer, and it sets no cookie.
 *
 * @param mediaFolder where the film's transcripts lie
 * @param isOpen false when the agency has turned the page off: then every address of it answers 404
 */
export function communityRoutes({ db, agencyId, editions }: Installation, mediaFolder: string, isOpen: boolean) {
  const pageIn = async (language: Language): Promise<CommunityPage> => {
    const { name, demo, assignments } = await readFounded({ tx: db, agencyId });
    const current = assignments.at(-1);
    if (!current) throw new Error('An installation is prepared before it serves.');
    return { pack: editions.get(current.editionHash), language, agency: { name, demo } };
  };
  const asked = (c: Context) => preferredLanguage(c.req.header('Accept-Language'));
  const headersIn = (language: Language) => ({ 'Content-Language': language, 'Cache-Control': fiveMinutes });

  const shared = new Hono()
    .get('/style.css', (c) =>
      c.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forEver }),
    )
    .get('/fonts/:file', (c) => {
      const font = fonts.get(c.req.param('file'));
      return font ? c.body(font, 200, { 'Content-Type': 'font/woff2', 'Cache-Control': forEver }) : c.notFound();
    });
  if (isOpen) {
    shared
      .get('/', (c) => {
        c.header('Vary', 'Accept-Language');
        c.header('Cache-Control', fiveMinutes);
        return c.redirect(`/community/${asked(c)}`);
      })
      .get('/:language{en|es}', async (c) => {
        const language = c.req.param('language') as Language;
        return c.html(communityPage(await pageIn(language)), 200, headersIn(language));
      })
      .get('/:file{transcript\\.(en|es)\\.txt}', async (c, next) => {
        const language = c.req.param('file').split('.')[1] as Language;
        const text = await transcriptText(await pageIn(language), mediaFolder);
        return text === undefined ? next() : c.text(text, 200, headersIn(language));
      });
  }
  return shared.all('*', async (c) => {
    const [, , inAddress, ...rest] = c.req.path.split('/');
    if (isOpen && c.req.path.endsWith('/') && rest.length <= 1) return c.redirect(c.req.path.replace(/\/+$/, ''));
    const language = isLanguage(inAddress) ? inAddress : asked(c);
    return c.html(missingPage(await pageIn(language), isOpen), 404, {
      'Content-Language': language,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
    });
  });
}
