import { Navigate, useParams, useSearchParams } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import { NotFound } from '../ui/not-found.tsx';
import { PracticeCards } from './practice-cards.tsx';
import { scenarioOf } from './practice-course.ts';
import { PracticeRun } from './practice-run.tsx';
import { addressOf, newSeed } from './practice-seed.ts';
import { ToList } from './to-list.tsx';

/** `/practice/S4` takes new details and puts them into the address; `?seed=` takes exactly those. */
export function PracticePage({ pack }: { pack: CoursePack }) {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const seed = query.get('seed');
  const scenario = scenarioOf(pack, id);
  const isCardSort = id === pack.cardSort.id;
  if (!scenario && !isCardSort) return <NotFound wayOn={<ToList />} />;
  if (!seed) return <Navigate replace to={addressOf(id, newSeed())} />;
  if (!scenario) return <PracticeCards key={seed} pack={pack} seed={seed} />;
  return <PracticeRun key={`${id} ${seed}`} pack={pack} scenario={scenario} seed={seed} />;
}
