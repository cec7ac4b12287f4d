import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwesLine } from '#domain/roll-call/roll-call.ts';
import type { TalkOutcome } from './talk-dialog.tsx';
import { TalkDue } from './talk-due.tsx';

type OwesRowProps = {
  line: OwesLine;
  until: string;
  isInRoom: boolean;
  onTalk: (outcome: TalkOutcome) => void;
};

export function OwesRow({ line, until, isInRoom, onTalk }: OwesRowProps) {
  const { t } = useTranslation(['roll-call', 'common']);
  const name = useRef<HTMLTableCellElement>(null);
  const isAway = line.duty !== 'on-duty';
  return (
    <tr>
      <th scope="row" ref={name} tabIndex={-1}>
        {line.name}
      </th>
      <td>{line.badge}</td>
      <td>
        {t(`owed.${line.standing}`)}
        {line.talk && (
          <TalkDue
            key={line.talk.attempt}
            line={line}
            talk={line.talk}
            isInRoom={isInRoom}
            onEnded={(outcome) => {
              // The button that opened the dialog goes with the talk: the place in the list is kept by the name (WCAG 2.4.3).
              name.current?.focus();
              onTalk(outcome);
            }}
          />
        )}
      </td>
      <td>
        {isAway
          ? t('owes.onReturn', { duty: t(`duty.${line.duty}`, { ns: 'common' }) })
          : t(line.overdue ? 'owes.late' : 'owes.by', { day: until })}
      </td>
    </tr>
  );
}
