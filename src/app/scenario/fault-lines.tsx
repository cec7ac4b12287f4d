import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Explained } from '#domain/scenario/explanation.ts';
import { ClauseLines } from './clause-lines.tsx';
import { CueLine } from './cue-line.tsx';
import type { ScenarioWords } from './scenario-words.ts';
import './lessons.css';

type FaultLinesProps = { pack: CoursePack; words: ScenarioWords; faults: Explained[] };

/** What went another way than the policy: the choice, why, the clauses, and the cue of the film in place. */
export function FaultLines({ pack, words, faults }: FaultLinesProps) {
  const { t } = useTranslation('officer');
  return (
    <ul className="faults">
      {faults.map(({ decision, option, broke }) => {
        const text = words.text.decisions[decision.id]?.options[option.id];
        return (
          <li key={`${decision.id}:${option.id}`}>
            <p className="chosen">{t('scenario.youChose', { option: words.say(text?.label ?? '') })}</p>
            <p>{words.say(text?.why ?? '')}</p>
            <ClauseLines ids={broke} clauses={words.clauses} />
            <CueLine pack={pack} cueId={option.cue} clauses={broke} />
          </li>
        );
      })}
    </ul>
  );
}
