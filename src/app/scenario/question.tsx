import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Option } from '#domain/course/scenario.ts';
import type { RecordingError } from '#recording/recorder.ts';
import { AgencyTag } from './agency-tag.tsx';
import { OptionsForm } from './options-form.tsx';
import { RadioExchange } from './radio-exchange.tsx';
import type { ScenarioWords } from './scenario-words.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type QuestionProps = {
  decision: Decision;
  /** Open ones in the order that this run's seed gives. */
  options: Option[];
  /** The agency has not set what is right: it is shown and not graded. */
  isUngraded: boolean;
  words: ScenarioWords;
  onConfirm: (optionId: string) => Promise<RecordingError | null>;
  focusOnShow: boolean;
};

export function Question({ decision, options, isUngraded, words, onConfirm, focusOnShow }: QuestionProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const section = useFocusOnShow<HTMLElement>(focusOnShow);
  const text = words.text.decisions[decision.id];
  if (!text) return null;
  return (
    <section id="question" className="question" ref={section} tabIndex={-1} aria-labelledby={id}>
      {text.radio && <RadioExchange lines={text.radio} words={words} />}
      {isUngraded && <AgencyTag />}
      <h2 id={id}>{words.say(text.question)}</h2>
      {isUngraded && <p className="quiet">{t('scenario.agencyNote')}</p>}
      <OptionsForm
        options={options}
        labelOf={(option) => words.say(text.options[option.id]?.label ?? '')}
        labelledBy={id}
        onConfirm={onConfirm}
      />
    </section>
  );
}
