import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeAfter, placeOf } from '#domain/course/card-place.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CardOutcome } from './card-outcome.tsx';
import { CardQuestion } from './card-question.tsx';
import { addressAfter, useTaps } from './use-taps.ts';

/** One thing at a time: a question, or what to do. */
export function CardWalk({ pack: { card, text } }: { pack: CoursePack }) {
  const { t } = useTranslation('card');
  const { language } = useLanguage();
  const tapped = useTaps();
  const found = placeAfter(card, tapped.taps);
  // After a newer edition a place may be gone; the card then begins again.
  const place = found ?? placeOf(card, card.start);
  const taps = found ? tapped.taps : [];
  const words = text[language].card;
  if (!place) return null;

  return (
    <>
      <p className="card-title">{words.title}</p>
      {taps.length > 0 && (
        <ol className="card-tapped" aria-label={t('tapped')}>
          {taps.map((tap, index) => {
            const asked = placeAfter(card, taps.slice(0, index))?.question?.id ?? '';
            return <li key={asked}>{words.questions[asked]?.answers[tap]}</li>;
          })}
        </ol>
      )}
      {place.kind === 'question' ? (
        <CardQuestion
          key={taps.join('.')}
          question={place.question}
          words={words}
          taps={taps}
          isMovedTo={tapped.hasMoved}
        />
      ) : (
        <CardOutcome
          key={taps.join('.')}
          outcome={place.outcome}
          words={words}
          clauses={text[language].clauses}
          isMovedTo={tapped.hasMoved}
        />
      )}
      {taps.length > 0 && (
        <nav className="card-ways" aria-label={t('ways')}>
          <Link className="button quiet" to={addressAfter(taps.slice(0, -1))}>
            {t('back')}
          </Link>
          {(taps.length > 1 || place.kind === 'outcome') && (
            <Link className="button" to={addressAfter([])}>
              {t('startAgain')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
