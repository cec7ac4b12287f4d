import { useTranslation } from 'react-i18next';
import type { DecisionText } from '#domain/course/text.ts';

type RadioExchangeProps = { lines: NonNullable<DecisionText['radio']>; say: (message: string) => string };

/** Who said what, in order. */
export function RadioExchange({ lines, say }: RadioExchangeProps) {
  const { t } = useTranslation('officer');
  return (
    <ol className="radio-exchange" aria-label={t('scenario.radio')}>
      {lines.map((line) => (
        <li key={`${line.who}:${line.says}`} className={line.who}>
          <b>{t(`scenario.who.${line.who}`)}</b> <span>{say(line.says)}</span>
        </li>
      ))}
    </ol>
  );
}
