import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';

/** Who is here → Film → Close. Any step can be gone back to. */
export function Steps({ of: { id } }: { of: RollCallView }) {
  const { t } = useTranslation('roll-call');
  const steps = [
    { to: `/roll-call/${id}`, words: t('steps.present') },
    { to: `/roll-call/${id}/film`, words: t('steps.film') },
    { to: `/roll-call/${id}/close`, words: t('steps.close') },
  ];
  return (
    <nav aria-label={t('steps.label')}>
      <ol className="steps">
        {steps.map(({ to, words }) => (
          <li key={to}>
            <NavLink to={to} end aria-current="step">
              {words}
            </NavLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
