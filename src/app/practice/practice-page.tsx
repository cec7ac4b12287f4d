import { Navigate, useParams, useSearchParams } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import { NotFound } from '../ui/not-found.tsx';
import { scenarioOf } from './practice-course.ts';
import { PracticeRun } from './practice-run.tsx';
import { addressOf, newSeed } from './practice-seed.ts';

/** `/practice/S4` takes new details and puts them into the address; `?seed=` takes exactly those. */
export function PracticePage({ pack }: { pack: CoursePack }) {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const seed = query.get('seed');
  const scenario = scenarioOf(pack, id);
  if (!scenario) return <NotFound />;
  if (!seed) return <Navigate replace to={addressOf(id, newSeed())} />;
  return <PracticeRun key={`${id} ${seed}`} pack={pack} scenario={scenario} seed={seed} />;
}
