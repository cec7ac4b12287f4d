import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Explained } from '#domain/scenario/explanation.ts';
import { AgencyTag } from './agency-tag.tsx';
import { ClauseLines } from './clause-lines.tsx';
import { CueLine } from './cue-line.tsx';
import { RadioExchange } from './radio-exchange.tsx';
import type { ScenarioWords } from './scenario-words.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';
import { VerdictLine } from './verdict-line.tsx';
import './explanation.css';

type ExplanationProps = {
  explained: Explained;
  words: ScenarioWords;
  pack: CoursePack;
  onNext: () => void;
  nextLabel: string;
  focusOnShow: boolean;
};

/** What follows from the choice first, then why, with the clause and the cue of the film that teaches it. */
export function Explanation({ explained, words, pack, onNext, nextLabel, focusOnShow }: ExplanationProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const heading = useFocusOnShow<HTMLHeadingElement>(focusOnShow);
  const { decision, option, verdict, after } = explained;
  const text = words.text.decisions[decision.id]?.options[option.id];
  if (!text) return null;
  const clauses = [...new Set([...option.clauses, ...explained.broke])];
  return (
    <section id="explanation" className={`explanation ${verdict}`} tabIndex={-1} aria-labelledby={id}>
      <p className="chosen">{t('scenario.youChose', { option: words.say(text.label) })}</p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('scenario.whatFollows')}
      </h2>
      {text.radio && <RadioExchange lines={text.radio} words={words} />}
      <p className="consequence">{words.say(text.consequence)}</p>
      {after.endingId !== null && <Ending endingId={after.endingId} words={words} />}
      {verdict === 'ungraded' ? <AgencyTag /> : <VerdictLine verdict={verdict} />}
      <h3>{t('scenario.why')}</h3>
      <p>{words.say(text.why)}</p>
      {explained.idle && <p>{t('scenario.idle')}</p>}
      {explained.heldOnCivil && <p>{t('scenario.heldOnCivil')}</p>}
      {explained.overTheHour && <p>{t('scenario.hourIsOver')}</p>}
      <ClauseLines ids={clauses} clauses={words.clauses} />
      {verdict !== 'right' && <CueLine pack={pack} cueId={option.cue} clauses={clauses} />}
      <button className="button" type="button" onClick={onNext}>
        {nextLabel}
      </button>
    </section>
  );
}

/** How the run ended; the hour running out has words of its own when the course has none. */
function Ending({ endingId, words }: { endingId: string; words: ScenarioWords }) {
  const { t } = useTranslation('officer');
  const says = words.text.endings[endingId];
  return (
    <p className="ending">
      <b>{t('scenario.howItEnded')}</b> {says === undefined ? t('scenario.hourIsOver') : words.say(says)}
    </p>
  );
}
