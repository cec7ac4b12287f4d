import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SquadOwes } from '#domain/roll-call/roll-call.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useProblemWords } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { OwesSheet } from './owes-sheet.tsx';
import type { TalkOutcome } from './talk-dialog.tsx';

type OwesOfProps = {
  unitId: string;
  /** The squad may be reading along, as on the projector: what a talk is about stays in its dialog. */
  isInRoom?: boolean;
};

export function OwesOf({ unitId, isInRoom = false }: OwesOfProps) {
  const { t } = useTranslation('roll-call');
  const words = useProblemWords();
  const [said, setSaid] = useState('');
  const owes = useAnswer(`owes ${unitId}`, () =>
    ask(() => api.api['roll-calls'].squads[':unitId'].owes.$get({ param: { unitId } })),
  );

  /** The line changes with the answer; what somebody else did in the meantime is read anew. */
  function talked(known: SquadOwes, officerId: string, name: string, outcome: TalkOutcome) {
    if (!outcome.ok) {
      setSaid(words(outcome.error));
      return owes.again();
    }
    const { line, receipt } = outcome.value;
    setSaid(t('talk.recorded', { name, receipt }));
    owes.replace({
      ...known,
      lines: known.lines.flatMap((each) => (each.officerId === officerId ? (line ?? []) : each)),
    });
  }

  return (
    <Answered of={owes}>
      {(known) => (
        <OwesSheet owes={known} isInRoom={isInRoom} said={said} onTalk={(...outcome) => talked(known, ...outcome)} />
      )}
    </Answered>
  );
}
