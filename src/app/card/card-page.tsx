import { useTranslation } from 'react-i18next';
import en from '../../../locales/en/card.json';
import es from '../../../locales/es/card.json';
import { ProblemNote } from '../api/answered.tsx';
import { addWords } from '../i18n/i18n.ts';
import { Shell } from '../ui/shell.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import './card.css';
import './card-print.css';
import { CardFoot } from './card-foot.tsx';
import { CardSheet } from './card-sheet.tsx';
import { CardWalk } from './card-walk.tsx';
import { EditionBanner } from './edition-banner.tsx';
import { useCard } from './use-card.ts';
import { useNight } from './use-night.ts';

addWords('card', { en, es });

/** The roadside card: no sign-in, from what came back to what to do, with or without a network (R5, R8–R12). */
export function CardPage() {
  const { t } = useTranslation('card');
  const state = useCard();
  const [isNight, setNight] = useNight();
  const { pack, agency, problem, again } = state;

  const lookSwitch = (
    <button type="button" className="button quiet" onClick={() => setNight(!isNight)}>
      {t(isNight ? 'look.light' : 'look.dark')}
    </button>
  );
  return (
    <Shell agency={agency} night={isNight} aside={lookSwitch}>
      {pack ? (
        <div className="card-page">
          <EditionBanner {...state} pack={pack} />
          {pack.course.counselReview === 'no' && <p className="card-sample">{t('sample')}</p>}
          <CardWalk pack={pack} />
          <CardFoot {...state} pack={pack} />
          <CardSheet {...state} pack={pack} />
        </div>
      ) : (
        <NothingYet problem={problem} again={again} />
      )}
    </Shell>
  );
}

function NothingYet({ problem, again }: Pick<ReturnType<typeof useCard>, 'problem' | 'again'>) {
  const { t } = useTranslation('card');
  if (!problem) return <Skeleton />;
  return (
    <>
      <h1>{t('notKept.title')}</h1>
      <ProblemNote problem={problem} again={again} />
      <p>{t('notKept.words')}</p>
    </>
  );
}
