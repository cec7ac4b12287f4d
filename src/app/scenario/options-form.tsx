import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '#domain/course/scenario.ts';
import type { RecordingError } from '#recording/recorder.ts';

type OptionsFormProps = {
  options: Option[];
  labelOf: (option: Option) => string;
  labelledBy: string;
  /** @returns what hindered it, or null once the decision is safe */
  onConfirm: (optionId: string) => Promise<RecordingError | null>;
};

/** One radio a line and one button: nothing is chosen by a slip of the thumb. */
export function OptionsForm({ options, labelOf, labelledBy, onConfirm }: OptionsFormProps) {
  const { t } = useTranslation(['officer', 'errors']);
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<RecordingError | 'chooseFirst' | null>(null);

  const wordsFor = (what: RecordingError | 'chooseFirst') =>
    what === 'chooseFirst'
      ? t('scenario.chooseFirst')
      : t(`errors:${what.code}`, { detail: 'detail' in what ? what.detail : '' });

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    if (chosen === null) {
      setProblem('chooseFirst');
      return;
    }
    setSaving(true);
    setProblem(null);
    const hindered = await onConfirm(chosen);
    setSaving(false);
    setProblem(hindered);
  }

  return (
    <form className="options-form" onSubmit={confirm} noValidate>
      <div role="radiogroup" aria-labelledby={labelledBy} aria-describedby={problem ? `${id}-problem` : undefined}>
        {options.map((option) => (
          <label key={option.id} className="option">
            <input
              type="radio"
              name={id}
              value={option.id}
              checked={chosen === option.id}
              disabled={isSaving}
              onChange={() => {
                setChosen(option.id);
                setProblem(null);
              }}
            />
            <span>{labelOf(option)}</span>
          </label>
        ))}
      </div>
      <p className="problem" id={`${id}-problem`} role="alert">
        {problem && wordsFor(problem)}
      </p>
      <button className="button" type="submit" aria-disabled={isSaving}>
        {t('scenario.confirm')}
      </button>
      <p className="saving-words" role="status">
        {isSaving && t('scenario.saving')}
      </p>
    </form>
  );
}
