import type { AgencyCourse } from '#domain/course/agency-order.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readGrantsInForce } from '../grants/read.ts';
import type { Installation } from '../installation.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import { readOfficers } from '../roster/store.ts';
import { readWithout } from '../sign-in/codes.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { type Frame, readFounded, readToday } from './frame.ts';
import { readAgencyCourse } from './order.ts';

/** Everything that an administrator has set, and what is still missing before the first roll call. */
export type Settings = Pick<Frame, 'name' | 'timeZone' | 'startLanguage' | 'setUpAt'> & {
  course: AgencyCourse;
  /** What the agency may declare right, with the words of the question in both languages. */
  questions: {
    id: string;
    question: { en: string; es: string };
    options: { id: string; words: { en: string; es: string } }[];
  }[];
  editionHash: string;
  startsOn: string;
  days: number;
  windows: Frame['windows'];
  units: { unitId: string; parentId: string | null; name: string; officers: number; supervisors: number }[];
  /** Officers on the list, and how many of them cannot sign in yet. */
  officers: number;
  withoutPin: number;
  today: string;
  /** The last daily backup, ISO 8601 UTC; null where none is made. */
  backedUpAt: string | null;
};

export async function seeSettings(
  at: Installation,
  visitor: Visitor,
  base: CoursePack,
  backedUpAt: string | null,
): Promise<Result<Settings, Refusal>> {
  const asking = { tx: at.db, agencyId: visitor.agencyId };
  const refusal = await mayNotForAll(visitor, 'set-up-agency')(asking);
  if (refusal) return fail(refusal);
  const frame = await readFounded(asking);
  const current = frame.assignments.at(-1);
  const today = await readToday(asking, at.now());
  const officers = await readOfficers(asking, today);
  const grants = await readGrantsInForce(asking, at.now());
  const [noPin, noPassword] = [await readWithout(asking, 'pin'), await readWithout(asking, 'password')];
  const { name, timeZone, startLanguage, setUpAt, units, windows } = frame;
  const ofUnit = Map.groupBy(officers, ({ unitId }) => unitId);
  const supervisors = grants.filter(({ role }) => role === 'supervisor');
  return succeed({
    name,
    timeZone,
    startLanguage,
    setUpAt,
    course: await readAgencyCourse(asking),
    questions: questionsOf(base),
    editionHash: current?.editionHash ?? '',
    startsOn: current?.startsOn ?? '',
    days: base.course.windowDays,
    windows: windows.filter((each) => each.editionHash === current?.editionHash),
    units: [...units.values()].map((unit) => ({
      unitId: unit.id,
      parentId: unit.parentId,
      name: unit.name,
      officers: ofUnit.get(unit.id)?.length ?? 0,
      supervisors: supervisors.filter(({ unitId }) => unitId === unit.id).length,
    })),
    officers: officers.length,
    withoutPin: officers.filter(({ id }) => noPin(id) && noPassword(id)).length,
    today,
    backedUpAt,
  });
}

/** Each with the words of the scenario that asks it. */
function questionsOf({ course, scenarios, text }: CoursePack): Settings['questions'] {
  return course.agencySettings.map(({ id, options }) => {
    const asking = Object.values(scenarios).flatMap((scenario) =>
      scenario.decisions.flatMap((decision) => (decision.agency === id ? [{ scenario, decision }] : [])),
    )[0];
    const wordsIn = (language: 'en' | 'es', option: string) =>
      text[language].scenarios[asking?.scenario.id ?? '']?.decisions[asking?.decision.id ?? '']?.options[option]?.label;
    return {
      id,
      question: { en: text.en.agencySettings[id]?.question ?? id, es: text.es.agencySettings[id]?.question ?? id },
      options: options.map((option) => ({
        id: option,
        words: { en: wordsIn('en', option) ?? option, es: wordsIn('es', option) ?? option },
      })),
    };
  });
}
