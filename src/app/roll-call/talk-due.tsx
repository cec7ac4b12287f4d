import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwesLine } from '#domain/roll-call/roll-call.ts';
import type { Talk } from '#domain/roll-call/talk.ts';
import { newItemId } from '../api/new-id.ts';
import { useSession } from '../api/session.ts';
import { TalkClauses } from './talk-clauses.tsx';
import { TalkDialog, type TalkOutcome } from './talk-dialog.tsx';
import './talk.css';

type TalkDueProps = { line: OwesLine; talk: Talk; isInRoom: boolean; onEnded: (outcome: TalkOutcome) => void };

/** In the line of an officer who needs a talk: what about, and the way to record it. On screen only, never on paper. */
export function TalkDue({ line, talk, isInRoom, onEnded }: TalkDueProps) {
  const { t } = useTranslation('roll-call');
  const { signedIn } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  // The same id however often the dialog is opened: an answer that got lost must not look like another sergeant's talk.
  const id = useRef(newItemId());
  return (
    <div className="talk-due screen-only">
      {!isInRoom && <TalkClauses talk={talk} />}
      {line.officerId === signedIn.officerId ? (
        <p>{t('talk.own')}</p>
      ) : (
        <button
          type="button"
          className="button quiet"
          aria-label={t('talk.openWith', { name: line.name })}
          onClick={() => setIsOpen(true)}
        >
          {t('talk.open')}
        </button>
      )}
      {isOpen && (
        <TalkDialog id={id.current} line={line} talk={talk} onEnded={onEnded} onLeft={() => setIsOpen(false)} />
      )}
    </div>
  );
}
