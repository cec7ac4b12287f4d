import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwesLine } from '#domain/roll-call/roll-call.ts';
import { useDates } from '../api/use-dates.ts';
import type { TalkOutcome } from './talk-dialog.tsx';
import { TalkDue } from './talk-due.tsx';

type OwesRowProps = {
  line: OwesLine;
  isInRoom: boolean;
  onTalk: (outcome: TalkOutcome) => void;
};

export function OwesRow({ line, isInRoom, onTalk }: OwesRowProps) {
  const { t } = useTranslation('roll-call');
  const name = useRef<HTMLTableCellElement>(null);
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
        <Until line={line} />
      </td>
    </tr>
  );
}

/** The officer's own last day: after an absence it is not the squad's. */
function Until({ line: { duty, dueAt, backOn, overdue } }: { line: OwesLine }) {
  const { t } = useTranslation(['roll-call', 'common']);
  const dates = useDates();
  if (duty === 'on-duty' && dueAt !== null) {
    return t(overdue ? 'owes.late' : 'owes.by', { day: dates.shortLastDay(dueAt) });
  }
  const away = t(`duty.${duty}`, { ns: 'common' });
  if (backOn === null) return t('owes.onReturn', { duty: away });
  return t('owes.backOn', { duty: away, day: dates.calendarDay(backOn) });
}
