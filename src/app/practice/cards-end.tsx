import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { SortPlace } from '../scenario/card-sort.tsx';
import { ClauseLines } from '../scenario/clause-lines.tsx';
import { sheetOf } from '../scenario/scenario-words.ts';
import { BasisTag } from '../ui/basis-tag.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { SeedLine } from './seed-line.tsx';
import { WaysOn } from './ways-on.tsx';

type CardsEndProps = { pack: CoursePack; seed: string; sorted: SortPlace['sorted'] };

/** Which cards went onto another pile, where they belong, and why; the rules behind all of them. */
export function CardsEnd({ pack, seed, sorted }: CardsEndProps) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const { cards, id, clauses } = pack.cardSort;
  const words = pack.text[language];
  const elsewhere = cards.filter((card) => sorted[card.id] !== card.answer);
  return (
    <div className="practice-end">
      <PageHeading title={t('cards.title', { count: elsewhere.length })} />
      {elsewhere.length > 0 && (
        <ul className="elsewhere">
          {elsewhere.map((card) => (
            <li key={card.id}>
              <p>
                <b>{sheetOf(pack, card.facsimile, {}, language)?.text.title}</b> <BasisTag kind={card.answer} />
              </p>
              <p>{words.cardSort.cards[card.id]?.why}</p>
            </li>
          ))}
        </ul>
      )}
      <WaysOn pack={pack} id={id} seed={seed} />
      <h2>{t('cards.rules')}</h2>
      <ClauseLines ids={clauses} clauses={words.clauses} />
      <SeedLine id={id} seed={seed} />
    </div>
  );
}
