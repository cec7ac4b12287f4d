import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { UnitLine, UnitReport } from '#domain/completion/report.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { type ClauseTrace, touchedBy, traceClauses } from '#domain/course/traceability.ts';
import { validDraws } from '#domain/scenario/draw.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useCourse } from '../api/course.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { ClauseChain } from './clause-chain.tsx';
import { GradesLine } from './grades-line.tsx';
import './traceability.css';

/** For the training unit: what states, teaches, asks and explains a clause, and so is read again when it changes. */
export function TraceabilityPage() {
  const { t } = useTranslation('commander');
  const { agency } = useSession();
  const course = useCourse(agency.editionHash);
  return (
    <>
      <p className="breadcrumb">
        <Link to="/commander">{t('officer.back')}</Link>
      </p>
      <PageHeading title={t('traceability.title')} />
      <p>{t('traceability.intro')}</p>
      <Answered of={course}>{(pack) => <ChosenClause pack={pack} />}</Answered>
    </>
  );
}

/** The address holds the clause, so that what a change touches can be sent to whoever decides on it. */
function ChosenClause({ pack }: { pack: CoursePack }) {
  const { t } = useTranslation('commander');
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const selectId = useId();
  const traces = traceClauses(pack);
  const trace = traces.find((each) => each.clause === search.get('clause')) ?? traces[0];
  if (!trace) return null;
  const { name = '', rule } = pack.text[language].clauses[trace.clause] ?? {};
  return (
    <>
      <div className="filter">
        <label htmlFor={selectId}>{t('traceability.clause')}</label>
        <select
          id={selectId}
          value={trace.clause}
          onChange={(event) => setSearch({ clause: event.target.value }, { replace: true })}
        >
          {traces.map(({ clause }) => (
            <option key={clause} value={clause}>
              {t('traceability.option', { id: clause, name: pack.text[language].clauses[clause]?.name })}
            </option>
          ))}
        </select>
      </div>
      <section aria-labelledby="clause-rule">
        <h2 id="clause-rule">{t('traceability.option', { id: trace.clause, name })}</h2>
        <p>{rule}</p>
        <WhatItTouches pack={pack} trace={trace} />
      </section>
      <ClauseChain pack={pack} trace={trace} />
    </>
  );
}

function WhatItTouches({ pack, trace }: { pack: CoursePack; trace: ClauseTrace }) {
  const { t } = useTranslation('commander');
  const { scenarios, draws } = touchedBy(pack, trace);
  const report = useAnswer('unit mine', () =>
    ask(() => api.api.reports.units[':unitId'].$get({ param: { unitId: 'mine' } })),
  );
  return (
    <div role="status">
      <p className="touches">
        {t('traceability.touches', {
          clause: trace.clause,
          paragraphs: trace.paragraphs.length,
          cues: trace.cues.length,
          decisions: trace.decisions.length,
          scenarios: scenarios.length,
          explanations: trace.explanations.length,
          outcomes: trace.outcomes.length,
        })}{' '}
        {t('traceability.draws', { touched: draws.length, all: validDraws(pack).length })}{' '}
        {trace.inCardSort && t('traceability.cardSort')}
      </p>
      <Answered of={report}>{({ unit }: UnitReport) => <Completed unit={unit} />}</Answered>
    </div>
  );
}

/** Whom a change of the edition concerns who are already done. */
function Completed({ unit: { name, counts } }: { unit: UnitLine }) {
  const { t } = useTranslation('commander');
  return (
    <>
      <p>{t('traceability.completed', { count: counts.done, unit: name })}</p>
      {counts.done > 0 && <GradesLine counts={counts} />}
    </>
  );
}
