/** What one version of SCORM lets a package read and write; everything else is a fault. */
export type Rules = {
  calls: { initialize: string; get: string; set: string; commit: string; end: string; lastError: string };
  readable: RegExp[];
  /** Element → what its value must look like. */
  writable: [element: RegExp, value: RegExp][];
  elements: { mode: string; exit: string; sessionTime: string; success: string; passed: RegExp; score: RegExp };
  /** Elements that say how far the learner is, and the words from low to high. */
  ladders: Record<string, string[]>;
  /** Terminate commits in 2004; LMSFinish does not in 1.2. */
  commitsBeforeEnd: boolean;
};

/** The house's own limit: SCORM 1.2 has room for 4,096, and one program must fit everywhere. */
const state = /^[\x20-\x7e]{0,3500}$/;
const pattern = (text: string) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('#', '\\d+')}$`);
const scaled = /^(-?0(\.\d{1,7})?|-?1(\.0+)?)$/;
const percent = /^(100|\d{1,2})(\.\d+)?$/;

export const scorm12Rules: Rules = {
  calls: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
    lastError: 'LMSGetLastError',
  },
  readable: [
    'cmi.core.student_id',
    'cmi.core.lesson_mode',
    'cmi.core.lesson_status',
    'cmi.core.entry',
    'cmi.core.credit',
    'cmi.core.lesson_location',
    'cmi.suspend_data',
    'cmi.student_preference.language',
    'cmi.interactions._children',
    'cmi.interactions._count',
  ].map(pattern),
  writable: [
    [pattern('cmi.core.lesson_status'), /^(passed|completed|failed|incomplete|browsed)$/],
    [pattern('cmi.core.lesson_location'), /^.{0,255}$/],
    [pattern('cmi.suspend_data'), state],
    [pattern('cmi.core.exit'), /^(time-out|suspend|)$/],
    [pattern('cmi.core.session_time'), /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
    [/^cmi\.core\.score\.(min|max|raw)$/, percent],
    [pattern('cmi.interactions.#.id'), /^[A-Za-z0-9_-]{1,255}$/],
    [pattern('cmi.interactions.#.type'), /^choice$/],
    [pattern('cmi.interactions.#.time'), /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
    [pattern('cmi.interactions.#.correct_responses.#.pattern'), /^[a-z0-9](,[a-z0-9])*$/],
    [pattern('cmi.interactions.#.weighting'), /^\d+(\.\d+)?$/],
    [pattern('cmi.interactions.#.student_response'), /^[a-z0-9](,[a-z0-9])*$/],
    [pattern('cmi.interactions.#.result'), /^(correct|wrong|unanticipated|neutral|\d+(\.\d+)?)$/],
  ],
  elements: {
    mode: 'cmi.core.lesson_mode',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    success: 'cmi.core.lesson_status',
    passed: /^passed$/,
    score: /^cmi\.core\.score\./,
  },
  ladders: { 'cmi.core.lesson_status': ['not attempted', 'browsed', 'failed', 'incomplete', 'completed', 'passed'] },
  commitsBeforeEnd: true,
};

export const scorm2004Rules: Rules = {
  calls: {
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    end: 'Terminate',
    lastError: 'GetLastError',
  },
  readable: [
    'cmi.learner_id',
    'cmi.mode',
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.entry',
    'cmi.credit',
    'cmi.location',
    'cmi.suspend_data',
    'cmi.learner_preference.language',
    'cmi.interactions._children',
    'cmi.interactions._count',
  ].map(pattern),
  writable: [
    [pattern('cmi.completion_status'), /^(completed|incomplete|not attempted|unknown)$/],
    [pattern('cmi.success_status'), /^(passed|failed|unknown)$/],
    [pattern('cmi.location'), /^.{0,1000}$/],
    [pattern('cmi.suspend_data'), state],
    [pattern('cmi.exit'), /^(time-out|suspend|normal|)$/],
    [pattern('cmi.session_time'), /^PT\d+H\d+M\d+(\.\d{1,2})?S$/],
    [pattern('cmi.score.scaled'), scaled],
    [/^cmi\.score\.(min|max|raw)$/, percent],
    [pattern('cmi.progress_measure'), /^(0(\.\d+)?|1)$/],
    [pattern('cmi.interactions.#.id'), /^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s#]{1,3900}$/],
    [pattern('cmi.interactions.#.type'), /^choice$/],
    [pattern('cmi.interactions.#.timestamp'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,2}Z$/],
    [pattern('cmi.interactions.#.correct_responses.#.pattern'), /^[a-z0-9-]{1,250}$/],
    [pattern('cmi.interactions.#.weighting'), /^\d+(\.\d+)?$/],
    [pattern('cmi.interactions.#.learner_response'), /^[a-z0-9-]{1,250}$/],
    [pattern('cmi.interactions.#.result'), /^(correct|incorrect|unanticipated|neutral|\d+(\.\d+)?)$/],
  ],
  elements: {
    mode: 'cmi.mode',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    success: 'cmi.success_status',
    passed: /^passed$/,
    score: /^cmi\.score\./,
  },
  ladders: {
    'cmi.completion_status': ['unknown', 'not attempted', 'incomplete', 'completed'],
    'cmi.success_status': ['unknown', 'failed', 'passed'],
  },
  commitsBeforeEnd: false,
};
