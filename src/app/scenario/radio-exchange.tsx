import { useTranslation } from 'react-i18next';
import type { Exchange } from '#domain/course/text.ts';
import type { HeardLine } from './heard-before.ts';
import type { ScenarioWords } from './scenario-words.ts';

type RadioExchangeProps = { lines: Exchange | HeardLine[]; words: ScenarioWords };

/** Who said what, in order. Dispatch has the name of this run. */
export function RadioExchange({ lines, words: { dispatcher, say } }: RadioExchangeProps) {
  const { t } = useTranslation('officer');
  return (
    <ol className="radio-exchange" aria-label={t('scenario.radio')}>
      {lines.map((line) => (
        <li key={`${'at' in line ? line.at : ''}:${line.who}:${line.says}`} className={line.who}>
          <b>{t(`scenario.who.${line.who}`, { dispatcher })}</b> <span>{say(line.says)}</span>
        </li>
      ))}
    </ol>
  );
}
