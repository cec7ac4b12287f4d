import { useTranslation } from 'react-i18next';

const allSteps = ['film', 'policy', 'decide', 'done'] as const;
type Step = (typeof allSteps)[number];

const stepsOf: Record<'whole' | 'film' | 'policy-and-quiz', readonly Step[]> = {
  whole: allSteps,
  film: ['film', 'done'],
  'policy-and-quiz': ['policy', 'decide', 'done'],
};

/** The steps of this part in words; which are behind is said, not only coloured (WCAG 1.4.1). */
export function StepLine({ at, part }: { at: Step; part: keyof typeof stepsOf }) {
  const { t } = useTranslation('officer');
  const steps = stepsOf[part];
  const now = steps.indexOf(at);
  return (
    <ol className="step-line" aria-label={t('training.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === now ? 'step' : undefined}
          className={index < now ? 'is-behind' : undefined}
        >
          <span aria-hidden="true">{index < now ? '✓' : index + 1}</span>
          {t(`training.step.${step}`)}
          {index < now && <span className="visually-hidden">{t('training.behind')}</span>}
        </li>
      ))}
    </ol>
  );
}
