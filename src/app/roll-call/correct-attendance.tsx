import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { useSession } from '../api/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CorrectionForm } from './correction-form.tsx';
import type { StationAtWork } from './use-station.ts';

type CorrectAttendanceProps = { view: RollCallView; correct: StationAtWork['correct'] };

/** The way to put the closed attendance right. The own one is somebody else's to correct. */
export function CorrectAttendance({ view, correct }: CorrectAttendanceProps) {
  const { t } = useTranslation('roll-call');
  const { signedIn } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  const others = view.roster.filter(({ officerId }) => officerId !== signedIn.officerId);
  if (others.length === 0) return null;
  return (
    <div className="screen-only">
      <p>
        <button type="button" className="button quiet" onClick={() => setIsOpen(true)}>
          {t('correct.open')}
        </button>
      </p>
      <p role="status">{said}</p>
      {isOpen && (
        <Dialog title={t('correct.title')} onLeft={() => setIsOpen(false)}>
          <CorrectionForm
            lines={others}
            correct={correct}
            onCorrected={(name) => {
              setIsOpen(false);
              setSaid(t('correct.recorded', { name }));
            }}
            onLeft={() => setIsOpen(false)}
          />
        </Dialog>
      )}
    </div>
  );
}
