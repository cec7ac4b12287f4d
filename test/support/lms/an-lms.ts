import { Scorm12API, Scorm2004API } from 'scorm-again';
import { type Fault, stickler } from './stickler.ts';
import { type Rules, scorm12Rules, scorm2004Rules } from './stickler-rules.ts';

export type Standard = 'scorm12' | 'scorm2004';
export type Elements = Record<string, string>;

/** How the LMS fails: what one of its functions does instead of answering properly. */
export type Failure = 'false' | 'throws' | 'silent' | 'never' | 'true-with-error';

type RealApi = Record<string, (...given: string[]) => unknown> & {
  loadFromFlattenedJSON(elements: Elements): void;
  getFlattenedCMI(): Record<string, unknown>;
};

const rulesOf: Record<Standard, Rules> = { scorm12: scorm12Rules, scorm2004: scorm2004Rules };

/** What a package finds at its first launch. */
const firstLaunch: Record<Standard, Elements> = {
  scorm12: {
    'cmi.core.student_id': '1042',
    'cmi.core.student_name': 'Vega, Rosa',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.credit': 'credit',
  },
  scorm2004: {
    'cmi.learner_id': '1042',
    'cmi.learner_name': 'Vega, Rosa',
    'cmi.mode': 'normal',
    'cmi.credit': 'credit',
    'cmi.completion_status': 'unknown',
    'cmi.success_status': 'unknown',
  },
};

/** scorm-again as the LMS of one learner: what it has committed is there at the next launch, and a stickler listens. */
export function anLms(standard: Standard, preset: Elements = {}) {
  const faults: Fault[] = [];
  let kept: Elements = { ...firstLaunch[standard], ...preset };
  let failing: Partial<Record<string, Failure>> = {};
  const { calls, elements } = rulesOf[standard];

  return {
    faults,
    /** What was committed last. */
    kept: () => kept,
    failWith(next: Partial<Record<string, Failure>>) {
      failing = next;
    },
    /** Another launch: a new API object with what was kept. */
    launch() {
      const real = realApi(standard);
      real.loadFromFlattenedJSON(writableToLoad(kept));
      const keep = () => {
        kept = Object.fromEntries(
          Object.entries(real.getFlattenedCMI()).filter(([, value]) => typeof value === 'string'),
        ) as Elements;
      };
      const failingApi = Object.fromEntries(
        Object.values(calls).map((name) => [
          name,
          (...given: string[]) => {
            const failure = failing[name];
            if (failure === 'throws') throw new Error('The LMS broke.');
            if (failure === 'false') return 'false';
            if (failure === 'silent') return undefined;
            if (failure === 'never') return new Promise(() => {});
            if (failure === 'true-with-error') return name === calls.lastError ? '101' : 'true';
            const answer = real[name]?.(...given);
            if (name === calls.commit || name === calls.end) keep();
            return answer;
          },
        ]),
      );
      const strict = stickler(failingApi, rulesOf[standard], () => Object.keys(failing).length === 0);
      return {
        api: strict.api,
        written: strict.written,
        isOver: strict.isOver,
        /** The package went; its faults count, and an LMS forgets the state of what did not say "suspend". */
        end() {
          faults.push(...strict.faults);
          const forgets = standard === 'scorm2004' && kept[elements.exit] !== 'suspend';
          if (forgets && strict.isOver()) kept = { ...kept, 'cmi.suspend_data': '' };
        },
        faults: strict.faults,
      };
    },
  };
}

const realApi = (standard: Standard): RealApi => {
  const settings = { autocommit: false, logLevel: 5 } as const;
  return (standard === 'scorm12' ? new Scorm12API(settings) : new Scorm2004API(settings)) as unknown as RealApi;
};

/** A session's own elements begin anew with each launch. */
const writableToLoad = (kept: Elements): Elements =>
  Object.fromEntries(
    Object.entries(kept).filter(
      ([element, value]) => value !== '' && !/\.(exit|session_time|total_time)$/.test(element),
    ),
  );
