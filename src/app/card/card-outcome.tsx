import type { CardOutcome as Outcome } from '#domain/course/card.ts';
import type { CourseText } from '#domain/course/text.ts';
import { ClauseLines } from '../scenario/clause-lines.tsx';
import { BasisTag } from '../ui/basis-tag.tsx';
import { CardHeading } from './card-heading.tsx';

type CardOutcomeProps = {
  outcome: Outcome;
  words: CourseText['card'];
  clauses: CourseText['clauses'];
  isMovedTo: boolean;
};

/** What to do, what never to do, and the clauses that say so. */
export function CardOutcome({ outcome: { id, basis, clauses: ids }, words, clauses, isMovedTo }: CardOutcomeProps) {
  const said = words.outcomes[id];
  return (
    <div className={`card-outcome ${basis ?? 'no-basis'}`}>
      {basis && <BasisTag kind={basis} />}
      <CardHeading title={said?.headline ?? ''} isMovedTo={isMovedTo} />
      <ol className="card-steps">
        {said?.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {said?.never && <p className="card-never">{said.never}</p>}
      <ClauseLines ids={ids} clauses={clauses} />
    </div>
  );
}
