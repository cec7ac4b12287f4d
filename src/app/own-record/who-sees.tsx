import { useTranslation } from 'react-i18next';

/** In plain words before anything else: what is recorded about watching, who sees it, what never is, how long it is kept and whom to ask. */
const said = {
  what: ['parts', 'clocks', 'takenAlong', 'outcome'],
  who: ['you', 'sergeant', 'commander', 'training', 'server'],
  never: ['device', 'camera', 'answers'],
  kept: ['schedule', 'alone'],
  contest: ['ask', 'added'],
} as const;

export function WhoSees() {
  const { t } = useTranslation('record');
  return (
    <section className="who-sees" aria-labelledby="who-sees">
      <h2 id="who-sees">{t('sees.title')}</h2>
      {(Object.keys(said) as (keyof typeof said)[]).map((part) => (
        <div key={part}>
          <h3>{t(`sees.${part}.title`)}</h3>
          <ul>
            {said[part].map((line) => (
              <li key={line}>{t(`sees.${part}.${line}`)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
