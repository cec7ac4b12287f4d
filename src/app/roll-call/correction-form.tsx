import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestReason } from '#domain/roll-call/correction.ts';
import type { RosterLine } from '#domain/roll-call/roll-call.ts';
import { ProblemNote } from '../api/answered.tsx';
import { useSend } from '../api/use-send.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import type { StationAtWork } from './use-station.ts';

type CorrectionFormProps = {
  lines: readonly RosterLine[];
  correct: StationAtWork['correct'];
  onCorrected: (name: string) => void;
  onLeft: () => void;
};

/** Who, and why. What stands there can only be turned round, so the sentence says both values and nothing is chosen twice. */
export function CorrectionForm({ lines, correct, onCorrected, onLeft }: CorrectionFormProps) {
  const { t } = useTranslation('roll-call');
  const [officerId, setOfficerId] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { send, isSending, problem } = useSend();
  const line = lines.find((each) => each.officerId === officerId);
  const nobody = isTried && !line;
  const noReason = isTried && reason.trim() === '';

  async function record(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsTried(true);
    const { elements } = event.currentTarget;
    const missing = line ? (reason.trim() === '' ? 'reason' : null) : 'officer';
    if (!line || missing) return (elements.namedItem(missing ?? '') as HTMLElement | null)?.focus();
    const correction = { officerId, present: !line.present, reason: reason.trim() };
    const corrected = await send(correction, (id) => correct({ id, ...correction }));
    if (corrected) onCorrected(line.name);
  }

  return (
    <form noValidate onSubmit={(event) => void record(event)}>
      <ChoiceField
        label={t('correct.who')}
        name="officer"
        value={officerId}
        onChange={setOfficerId}
        fault={nobody && t('correct.chooseFirst')}
        options={[
          { value: '', label: t('correct.choose') },
          ...lines.map(({ officerId: value, name, badge }) => ({
            value,
            label: t('corrections.who', { name, badge }),
          })),
        ]}
      />
      <p role="status">{line && t(line.present ? 'correct.fromPresent' : 'correct.fromAbsent', { name: line.name })}</p>
      <TextField
        label={t('correct.reason')}
        name="reason"
        value={reason}
        onChange={setReason}
        rows={3}
        max={longestReason}
        hint={t('correct.hint')}
        fault={noReason && t('correct.noReason')}
      />
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'correct.recording' : 'correct.record')}
        </button>
        <button type="button" className="button quiet" onClick={onLeft}>
          {t('correct.leave')}
        </button>
      </div>
    </form>
  );
}
