import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { pickBySeed } from '#domain/scenario/seed.ts';
import { slotsOf } from '#domain/scenario/surface.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PaperSheet } from '../scenario/paper-sheet.tsx';
import { type Sheet, sheetOf } from '../scenario/scenario-words.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { ToList } from './to-list.tsx';

/** Every paper and return of the course, with what each of its lines proves. */
export function PapersPage({ pack }: { pack: CoursePack }) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const sheets = Object.keys(pack.facsimiles).flatMap((id) => {
    const person = pickBySeed(pack.cardSort.people, 'papers', id);
    return sheetOf(pack, id, slotsOf('person', person), language) ?? [];
  });
  /** Several papers are returns, or of one form: what stands at their head and the number tell them apart. */
  const nameOf = ({ facsimile: { fields }, text, say }: Sheet, at: number) => {
    const head = fields.findLast(({ part }) => part === 'heading') ?? fields[0];
    const says = say(text.fields[head?.id ?? '']?.says ?? '');
    return t('papers.name', { number: at + 1, title: say(text.title), head: says });
  };
  return (
    <>
      <PageHeading title={t('papers.title')} />
      <p>{t('papers.words')}</p>
      <p>
        <ToList />
      </p>
      <nav id="papers" tabIndex={-1} aria-label={t('papers.list')}>
        <ul className="papers-list">
          {sheets.map((sheet, at) => (
            <li key={sheet.facsimile.id}>
              <a href={`#${sheet.facsimile.id}`}>{nameOf(sheet, at)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sheets.map((sheet, at) => (
        <section key={sheet.facsimile.id} id={sheet.facsimile.id} tabIndex={-1} className="paper-explained">
          <h2>{nameOf(sheet, at)}</h2>
          <PaperSheet sheet={sheet} explained />
          <p className="to-papers">
            <a href="#papers">{t('papers.list')}</a>
          </p>
        </section>
      ))}
    </>
  );
}
