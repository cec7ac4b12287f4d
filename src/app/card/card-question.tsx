import { Link } from 'react-router';
import type { CardQuestion as Question } from '#domain/course/card.ts';
import type { CourseText } from '#domain/course/text.ts';
import { CardHeading } from './card-heading.tsx';
import { addressAfter } from './use-taps.ts';

type CardQuestionProps = { question: Question; words: CourseText['card']; taps: readonly string[]; isMovedTo: boolean };

/** Every answer is one large target: cold hands, gloves, the dark. */
export function CardQuestion({ question, words, taps, isMovedTo }: CardQuestionProps) {
  const asked = words.questions[question.id];
  return (
    <>
      <CardHeading title={asked?.question ?? ''} isMovedTo={isMovedTo} />
      <ul className="card-answers">
        {question.answers.map(({ id }) => (
          <li key={id}>
            <Link to={addressAfter([...taps, id])}>{asked?.answers[id]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
