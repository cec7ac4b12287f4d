import type { CardOutcome } from '#domain/course/card.ts';
import type { CourseText } from '#domain/course/text.ts';
import { BasisTag } from '../ui/basis-tag.tsx';

type SheetOutcomeProps = { outcome: CardOutcome; words: CourseText['card']; isRepeated: boolean };

/** What to do, in a few printed lines; an outcome that stands on the card already is named by its headline only. */
export function SheetOutcome({ outcome: { id, basis, clauses }, words, isRepeated }: SheetOutcomeProps) {
  const said = words.outcomes[id];
  return (
    <>
      {basis && <BasisTag kind={basis} />} <b>{said?.headline}</b>{' '}
      {!isRepeated && (
        <>
          {said?.steps.join(' ')} <span className="sheet-never">{said?.never}</span>{' '}
          <span className="sheet-clauses">{clauses.join(' ')}</span>
        </>
      )}
    </>
  );
}
