/** What an LMS by cmi5 holds, in memory. */
export type Stored = {
  id: string;
  actor: Record<string, unknown>;
  verb: { id: string };
  object: { id: string; definition?: Record<string, unknown> };
  result?: {
    success?: boolean;
    completion?: boolean;
    duration?: string;
    response?: string;
    score?: { scaled?: number; raw?: number; min?: number; max?: number };
    extensions?: Record<string, unknown>;
  };
  context?: {
    registration?: string;
    contextActivities?: Record<string, { id: string }[] | { id: string }>;
    extensions?: Record<string, unknown>;
    language?: string;
  };
  timestamp?: string;
};

/** One launch of one unit. */
export type LmsSession = {
  sessionId: string;
  token: string;
  fetched: number;
  registration: string;
  activityId: string;
  actor: Record<string, unknown>;
  launchMode: 'Normal' | 'Browse' | 'Review';
  masteryScore: number | undefined;
  contextTemplate: NonNullable<Stored['context']>;
  dataRead: boolean;
  preferencesRead: boolean;
  state: 'launched' | 'initialized' | 'terminated' | 'abandoned';
};

export const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

export const ids = {
  cmi5: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  video: 'https://w3id.org/xapi/video',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
} as const;

export const hasCategory = ({ context }: Stored, id: string): boolean =>
  [context?.contextActivities?.category ?? []].flat().some((each) => each.id === id);

export const isDefined = (statement: Stored): boolean => hasCategory(statement, ids.cmi5);

export const sessionOf = ({ context }: Stored): unknown => context?.extensions?.[ids.sessionId];
