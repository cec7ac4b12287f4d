import type { Decided } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { fail, succeed } from '#domain/shared/result.ts';
import { type ExitPreset, suspends } from './exit-preset.ts';
import { learnerLanguages } from './learner-languages.ts';
import type { LmsChange, LmsLaunch, LmsLink } from './lms-link.ts';
import { learnerIdOf } from './opaque-id.ts';
import { type ScormApi, type ScormNames, type ScormTalk, scormTalk } from './scorm-talk.ts';

/** What one version of SCORM calls things, and how it says a pass and a farewell. */
export type ScormVersion = {
  names: ScormNames;
  elements: { mode: string; learnerId: string; language: string; place: string };
  /** What the LMS holds of this learner already. */
  heldBy(talk: ScormTalk): LmsLaunch['held'];
  /** Said at the first launch: opening and closing must never complete. */
  sayIncomplete(talk: ScormTalk): void;
  /** The number of the next interaction; null where the LMS keeps none. */
  nextInteraction(talk: ScormTalk): number | null;
  /** The elements of one interaction, the id first. */
  interactionOf(pack: CoursePack, item: Decided): [element: string, value: string][];
  /** @returns whether the LMS took it */
  sayPassed(talk: ScormTalk): boolean;
  /** Time and exit. @returns whether the LMS has kept them as far as this version lets it say so */
  sayFarewell(talk: ScormTalk, isSuspended: boolean): boolean;
};

const offline = fail({ code: 'recording.offline' } as const);

/** The order in which a SCORM of either version is spoken to. Until the pass nothing but "incomplete" is said, and no score. */
export function scormLink(api: ScormApi, pack: CoursePack, exit: ExitPreset, version: ScormVersion): LmsLink {
  const talk = scormTalk(api, version.names);
  const { elements } = version;
  const told = new Set<string>();
  let launch: LmsLaunch | null = null;
  let next: number | null = null;

  function beginNow(): LmsLaunch {
    const mode = talk.get(elements.mode);
    const begun: LmsLaunch = {
      learnerId: learnerIdOf(talk.get(elements.learnerId)),
      mode: mode === 'browse' || mode === 'review' ? 'practice' : 'record',
      part: 'whole',
      state: talk.get('cmi.suspend_data'),
      held: version.heldBy(talk),
      languages: learnerLanguages(talk.get(elements.language)),
    };
    if (begun.mode === 'record' && begun.held === 'nothing') {
      version.sayIncomplete(talk);
      talk.commit();
    }
    return begun;
  }

  /** Appended, each decision once; what the LMS said "false" to comes again with the next write. */
  function tell({ items }: LmsChange): void {
    for (const { item } of items) {
      if (item.kind !== 'decided' || told.has(item.id)) continue;
      next ??= version.nextInteraction(talk);
      if (next === null) continue;
      const n = next;
      const taken = version
        .interactionOf(pack, item)
        .map(([element, value]) => talk.set(`cmi.interactions.${n}.${element}`, value));
      if (!taken[0]) continue;
      told.add(item.id);
      next += 1;
    }
  }

  return {
    async begin() {
      if (!talk.begin()) return offline;
      launch ??= beginNow();
      return succeed(launch);
    },
    async write(change) {
      if (launch?.mode === 'practice') return succeed(undefined);
      if (!launch || !talk.isOpen()) return offline;
      tell(change);
      talk.set(elements.place, change.training.standing);
      const isTaken = talk.set('cmi.suspend_data', change.state);
      const isPassed = change.training.completion === null || launch.held === 'passed' || version.sayPassed(talk);
      return talk.commit() && isTaken && isPassed ? succeed(undefined) : offline;
    },
    async leave(isFinished) {
      if (!launch || talk.hasEnded()) return succeed(undefined);
      const isKept = launch.mode === 'practice' || version.sayFarewell(talk, suspends(exit, isFinished));
      return talk.end() && isKept ? succeed(undefined) : offline;
    },
  };
}
