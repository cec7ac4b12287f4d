import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import type { ClauseTrace } from '#domain/course/traceability.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { clock } from '../ui/clock.ts';
import { TracedScenario } from './traced-scenario.tsx';

type ClauseChainProps = { pack: CoursePack; trace: ClauseTrace };

/** The way of a clause, link by link: policy, film, decisions with their explanations, card. Lines join what follows. */
export function ClauseChain({ pack, trace }: ClauseChainProps) {
  const { t } = useTranslation('commander');
  const { language } = useLanguage();
  const paragraphs = pack.policy[language].blocks.filter((block) => block.kind === 'paragraph');
  const scenarios = [...new Set(trace.decisions.map((decision) => decision.scenarioId))];
  return (
    <div className="clause-chain">
      <ChainLink title={t('traceability.policy')}>
        {trace.paragraphs.map((number) => (
          <li key={number}>
            <span className="quiet">{t('traceability.paragraph', { number })}</span>
            <p>{paragraphs[number - 1]?.text}</p>
          </li>
        ))}
      </ChainLink>
      <ChainLink title={t('traceability.film')}>
        {pack.film.cues
          .filter((cue) => trace.cues.includes(cue.id))
          .map((cue) => (
            <li key={cue.id}>
              <span className="quiet">{t('traceability.cue', { time: clock(cue.at[language].fromSeconds) })}</span>
              <p>{cue.says[language]}</p>
            </li>
          ))}
      </ChainLink>
      <ChainLink title={t('traceability.decisions')}>
        {scenarios.map((id) => (
          <TracedScenario key={id} pack={pack} trace={trace} scenarioId={id} />
        ))}
      </ChainLink>
      <ChainLink title={t('traceability.card')}>
        {trace.outcomes.map((id) => (
          <li key={id}>
            <p>{pack.text[language].card.outcomes[id]?.headline}</p>
          </li>
        ))}
      </ChainLink>
    </div>
  );
}

type ChainLinkProps = { title: string; children: ReactNode[] };

function ChainLink({ title, children }: ChainLinkProps) {
  const { t } = useTranslation('commander');
  const id = useId();
  return (
    <section className="chain-link" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children.length === 0 ? <p className="quiet">{t('traceability.none')}</p> : <ul>{children}</ul>}
    </section>
  );
}
