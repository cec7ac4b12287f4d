import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { CloseStep } from './close-step.tsx';
import { ClosedSheet } from './closed-sheet.tsx';
import { FilmStep } from './film-step.tsx';
import { Steps } from './steps.tsx';
import { Unsent } from './unsent.tsx';
import { type StationAtWork, useStation } from './use-station.ts';
import { WhoIsHere } from './who-is-here.tsx';

/** One roll call. The address holds which one and which step, the server all the rest: a reload loses nothing. */
export function StationPage() {
  const { rollCallId = '' } = useParams();
  return <Station key={rollCallId} rollCallId={rollCallId} />;
}

function Station({ rollCallId }: { rollCallId: string }) {
  const station = useStation(rollCallId);
  const { view, problem, again } = station;
  return (
    <Answered of={{ value: view, problem: view ? null : problem, again, replace: () => undefined }}>
      {(known) =>
        known.closedAt === null ? (
          <OpenRollCall station={{ ...station, view: known }} />
        ) : (
          <>
            {problem && <ProblemNote problem={problem} />}
            <ClosedSheet view={known} correct={station.correct} />
          </>
        )
      }
    </Answered>
  );
}

export type OpenStation = StationAtWork & { view: NonNullable<StationAtWork['view']> };

function OpenRollCall({ station }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  return (
    <>
      <div className="station-top">
        <Steps of={station.view} />
        <p className="detail">{t('station.squad', { squad: station.view.unit.name })}</p>
      </div>
      <Unsent station={station} />
      <Routes>
        <Route index element={<WhoIsHere station={station} />} />
        <Route path="film" element={<FilmStep station={station} />} />
        <Route path="close" element={<CloseStep station={station} />} />
        <Route path="*" element={<Navigate to={`/roll-call/${station.view.id}`} replace />} />
      </Routes>
    </>
  );
}
