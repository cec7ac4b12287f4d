import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CardSort, type SortPlace } from '../scenario/card-sort.tsx';
import { CardsEnd } from './cards-end.tsx';
import { SeedLine } from './seed-line.tsx';
import { ToList } from './to-list.tsx';

const nothingSorted: SortPlace = { sorted: {}, cardsRead: 0 };

/** The card sort, to its end: what lay elsewhere is said once more. */
export function PracticeCards({ pack, seed }: { pack: CoursePack; seed: string }) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const place = useRef(nothingSorted);
  const [ended, setEnded] = useState<SortPlace | null>(null);
  if (ended) return <CardsEnd pack={pack} seed={seed} sorted={ended.sorted} />;
  return (
    <>
      <CardSort
        pack={pack}
        seed={seed}
        place={nothingSorted}
        onPlace={(now) => {
          place.current = now;
        }}
        onDone={() => setEnded(place.current)}
        title={pack.text[language].cardSort.title}
        doneLabel={t('run.toEnd')}
      />
      <SeedLine id={pack.cardSort.id} seed={seed} />
      <p>
        <ToList />
      </p>
    </>
  );
}
