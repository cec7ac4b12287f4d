import { useTranslation } from 'react-i18next';
import type { CardQuestion } from '#domain/course/card.ts';
import { placeOf } from '#domain/course/card-place.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useCardDates } from './card-dates.ts';
import { SheetOutcome } from './sheet-outcome.tsx';
import type { CardState } from './use-card.ts';

type CardSheetProps = Pick<CardState, 'agency' | 'isOutOfDate'> & { pack: CoursePack };

/** The whole card on one side of paper, in the language of the screen. Only printers see it. */
export function CardSheet({ pack: { card, course, text }, agency, isOutOfDate }: CardSheetProps) {
  const { t } = useTranslation('card');
  const { language } = useLanguage();
  const { date } = useCardDates(agency?.timeZone);
  const { card: words, disclaimer } = text[language];
  const start = card.questions.find(({ id }) => id === card.start);
  const printed = new Set<string>();

  const branches = (question: CardQuestion | undefined, depth: 'first' | 'second') => (
    <dl className={`sheet-${depth}`}>
      {question?.answers.map((answer) => {
        const place = placeOf(card, answer.leadsTo);
        const isRepeated = printed.has(answer.leadsTo);
        printed.add(answer.leadsTo);
        return (
          <div key={answer.id}>
            <dt>{words.questions[question.id]?.answers[answer.id]}</dt>
            <dd>
              {place?.kind === 'question' && (
                <>
                  <b>{words.questions[place.question.id]?.question}</b>
                  {branches(place.question, 'second')}
                </>
              )}
              {place?.kind === 'outcome' && (
                <SheetOutcome outcome={place.outcome} words={words} isRepeated={isRepeated} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );

  return (
    <section className="card-sheet">
      <header>
        <b className="sheet-title">{words.questions[card.start]?.question}</b>
        {agency && <span>{agency.name}</span>}
        <span>{t('sheet.edition', { edition: course.edition, date: date(course.effectiveDate) })}</span>
        {course.counselReview === 'no' && <b className="sheet-mark">{t('sample')}</b>}
        {isOutOfDate && <b className="sheet-mark">{t('sheet.outOfDate')}</b>}
      </header>
      {branches(start, 'first')}
      <p className="sheet-disclaimer">{disclaimer}</p>
    </section>
  );
}
