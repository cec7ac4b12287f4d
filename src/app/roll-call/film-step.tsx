import { useTranslation } from 'react-i18next';
import { Answered } from '../api/answered.tsx';
import { useCourse } from '../api/course.ts';
import { LazyKeepOffline } from '../offline/lazy-keep-offline.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Screening } from './screening.tsx';
import type { OpenStation } from './station-page.tsx';

/** Step 2: one big Start, then the film takes everything. */
export function FilmStep({ station }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  const course = useCourse(station.view.editionHash);
  return (
    <>
      <header className="step-head">
        <PageHeading title={t('film.title')} />
      </header>
      <Answered of={course}>
        {(pack) => (
          <>
            <Screening station={station} film={pack.film} />
            <LazyKeepOffline at="station" pack={pack} taken="taken" onTaken={() => undefined} />
          </>
        )}
      </Answered>
    </>
  );
}
