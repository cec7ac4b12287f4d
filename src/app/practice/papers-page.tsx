import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import { pickBySeed } from '#domain/scenario/seed.ts';
import { slotsOf } from '#domain/scenario/surface.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PaperSheet } from '../scenario/paper-sheet.tsx';
import { sheetOf } from '../scenario/scenario-words.ts';
import { PageHeading } from '../ui/page-heading.tsx';

/** Every paper and return of the course, with what each of its lines proves. */
export function PapersPage({ pack }: { pack: CoursePack }) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const sheets = Object.keys(pack.facsimiles).flatMap((id) => {
    const person = pickBySeed(pack.cardSort.people, 'papers', id);
    return sheetOf(pack, id, slotsOf('person', person), language) ?? [];
  });
  return (
    <>
      <PageHeading title={t('papers.title')} />
      <p>{t('papers.words')}</p>
      <p>
        <Link to="/practice">{t('end.toList')}</Link>
      </p>
      <nav aria-label={t('papers.list')}>
        <ul className="papers-list">
          {sheets.map(({ facsimile, text, say }) => (
            <li key={facsimile.id}>
              <a href={`#${facsimile.id}`}>{say(text.title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="visually-hidden">{t('papers.explained')}</h2>
      {sheets.map((sheet) => (
        <div key={sheet.facsimile.id} id={sheet.facsimile.id} tabIndex={-1} className="paper-explained">
          <PaperSheet sheet={sheet} explained />
        </div>
      ))}
    </>
  );
}
