import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { EvidenceGrade } from '#domain/completion/completion.ts';
import type { OfficerLine } from '#domain/completion/report.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDates } from '../api/use-dates.ts';
import { NoCreditLine } from '../ui/no-credit-line.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { DueWords, StateWords } from './officer-words.tsx';
import { PathReading } from './path-reading.tsx';

type OfficerReport = {
  officer: OfficerLine;
  history: {
    at: string;
    kind: string;
    grade?: EvidenceGrade | undefined;
    correction?: { by: string; reason: string } | undefined;
  }[];
};

/** One officer: state, grade, receipt and history. The path of decisions is the training unit's, with a reason. */
export function OfficerPage() {
  const { t } = useTranslation('commander');
  const { officerId = '' } = useParams();
  const report = useAnswer(`officer ${officerId}`, () =>
    ask(() => api.api.reports.officers[':officerId'].$get({ param: { officerId } })),
  );
  return (
    <>
      <p className="breadcrumb">
        <Link to="/commander">{t('officer.back')}</Link>
      </p>
      <Answered of={report}>{(known) => <Officer report={known} onPathRead={report.again} />}</Answered>
    </>
  );
}

type OfficerProps = { report: OfficerReport; onPathRead: () => void };

function Officer({ report: { officer, history }, onPathRead }: OfficerProps) {
  const { t } = useTranslation(['commander', 'common', 'record']);
  const { signedIn } = useSession();
  const dates = useDates();
  const facts = [
    ['badge', officer.badge],
    ['unit', officer.unit],
    ['duty', t(`duty.${officer.duty}`, { ns: 'common' })],
    ['state', <StateWords key="state" of={officer} />],
    officer.leftAt
      ? (['left', dates.dayAndTime(officer.leftAt)] as const)
      : (['due', <DueWords key="due" of={officer} />] as const),
    ['grade', officer.grade ? t(`grade.${officer.source ?? officer.grade}`, { ns: 'record' }) : '–'],
    ['receipt', officer.receipt ? <code key="receipt">{officer.receipt}</code> : '–'],
  ] as const;
  return (
    <>
      <PageHeading title={officer.name}>
        <span className="eyebrow">{officer.rank}</span> {officer.name}
      </PageHeading>
      <dl className="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`officer.${fact}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {officer.receipt && <NoCreditLine />}
      <History lines={history} />
      {signedIn.may['see-path'] && <PathReading officerId={officer.officerId} onRead={onPathRead} />}
    </>
  );
}

function History({ lines }: { lines: OfficerReport['history'] }) {
  const { t } = useTranslation('commander');
  const dates = useDates();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {lines.length === 0 && <p>{t('history.none')}</p>}
      <ol className="history">
        {lines.map(({ at, kind, grade, correction }) => (
          <li key={`${at} ${kind}`}>
            <time dateTime={at}>{dates.dayAndTime(at)}</time>
            <span>
              {t(`history.${kind}`)} {grade && t(`grade.${grade}`)}
              {correction && t('history.roll-call.correctedBy', correction)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
