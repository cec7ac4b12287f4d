/** A verb as its own vocabulary names it; `display` is the vocabulary's English label, not a word of ours. */
export type Verb = { id: string; display: { 'en-US': string } };

const verb = (id: string, label: string): Verb => ({ id, display: { 'en-US': label } });

/** cmi5 9.3: the four that an assignable unit of ours sends. A `failed` is never sent: the learner may always try again. */
export const initialized = verb('http://adlnet.gov/expapi/verbs/initialized', 'initialized');
export const completed = verb('http://adlnet.gov/expapi/verbs/completed', 'completed');
export const passed = verb('http://adlnet.gov/expapi/verbs/passed', 'passed');
export const terminated = verb('http://adlnet.gov/expapi/verbs/terminated', 'terminated');

/** cmi5-allowed (7.1.3), from the ADL vocabulary, Activity Streams 1.0 and the xAPI video profile. */
export const answered = verb('http://adlnet.gov/expapi/verbs/answered', 'answered');
export const progressed = verb('http://adlnet.gov/expapi/verbs/progressed', 'progressed');
export const opened = verb('http://activitystrea.ms/schema/1.0/open', 'opened');
export const acknowledged = verb('http://activitystrea.ms/schema/1.0/acknowledge', 'acknowledged');
export const played = verb('https://w3id.org/xapi/video/verbs/played', 'played');
export const seeked = verb('https://w3id.org/xapi/video/verbs/seeked', 'seeked');
export const paused = verb('https://w3id.org/xapi/video/verbs/paused', 'paused');

/** cmi5 9.6.2 and 9.6.3. */
export const category = {
  cmi5: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  video: 'https://w3id.org/xapi/video',
} as const;
export const extension = {
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
} as const;

/** xAPI video profile 1.0.3. */
export const video = {
  type: 'https://w3id.org/xapi/video/activity-type/video',
  time: 'https://w3id.org/xapi/video/extensions/time',
  timeFrom: 'https://w3id.org/xapi/video/extensions/time-from',
  timeTo: 'https://w3id.org/xapi/video/extensions/time-to',
  progress: 'https://w3id.org/xapi/video/extensions/progress',
  playedSegments: 'https://w3id.org/xapi/video/extensions/played-segments',
  length: 'https://w3id.org/xapi/video/extensions/length',
  sessionId: 'https://w3id.org/xapi/video/extensions/session-id',
  completionThreshold: 'https://w3id.org/xapi/video/extensions/completion-threshold',
  captionLanguage: 'https://w3id.org/xapi/video/extensions/cc-subtitle-lang',
} as const;

/** Our own, where no vocabulary has a word. */
export const own = {
  attempt: 'urn:muster:extension:attempt',
  run: 'urn:muster:extension:run',
  /** The device's clock, where the statement's time had to be moved into the session (cmi5 9.3: `initialized` comes first). */
  deviceAt: 'urn:muster:extension:device-at',
} as const;
