import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCmi5Lms, type Cmi5Lms } from '#test/support/cmi5-lms/a-cmi5-lms.ts';
import { ids, type LmsSession, type Stored, verbs } from '#test/support/cmi5-lms/records.ts';
import { statementChecks } from '#test/support/cmi5-lms/statement-checks.ts';
import { videoChecks } from '#test/support/cmi5-lms/video-checks.ts';

/** The LMS of the conformance table must itself be able to say no: every check meets the one violation that it is for. */

let lms: Cmi5Lms;
beforeEach(async () => {
  lms = await aCmi5Lms();
});
afterEach(() => lms.close());

type Verb = keyof typeof verbs;
type Planted = { session: LmsSession; says: (statement: Stored) => number };

const results: Partial<Record<Verb, Stored['result']>> = {
  completed: { completion: true, duration: 'PT1M' },
  passed: { success: true, score: { scaled: 0.9 }, duration: 'PT1M' },
  failed: { success: false, score: { scaled: 0.1 }, duration: 'PT1M' },
  terminated: { duration: 'PT1M' },
};

const activity = (id: string) => ({ objectType: 'Activity', id });

/** A sound statement defined by cmi5, changed by the plant. */
function sound(session: LmsSession, verb: Verb, change: (statement: Stored) => unknown = () => {}): Stored {
  const { contextTemplate: template, registration, actor, activityId, masteryScore } = session;
  const moves = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const scored = results[verb]?.score !== undefined && masteryScore !== undefined;
  const made = structuredClone({
    id: randomUUID(),
    actor,
    verb: { id: verbs[verb] },
    object: activity(activityId),
    ...(results[verb] && { result: results[verb] }),
    context: {
      ...template,
      registration,
      contextActivities: {
        ...template.contextActivities,
        category: [activity(ids.cmi5), ...(moves ? [activity(ids.moveOn)] : [])],
      },
      extensions: { ...template.extensions, ...(scored && { [ids.masteryScore]: masteryScore }) },
    },
    timestamp: '2026-11-22T12:00:00.000Z',
  }) as Stored;
  change(made);
  return made;
}

const film = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;

/** A sound statement of the video profile. */
function ofFilm(
  session: LmsSession,
  verb: string,
  first: string,
  change: (statement: Stored) => unknown = () => {},
): Stored {
  const result = { [film('time')]: 30, [film('progress')]: 1, [film('played-segments')]: '0.000[.]30.000' };
  return sound(session, 'initialized', (made) => {
    made.id = verb === 'initialized' ? first : randomUUID();
    made.verb = { id: `http://adlnet.gov/expapi/verbs/${verb}` };
    made.object = { ...activity('urn:film'), definition: { type: 'https://w3id.org/xapi/video/activity-type/video' } };
    if (made.context?.contextActivities) made.context.contextActivities.category = [activity(ids.video)];
    Object.assign(made.context?.extensions ?? {}, {
      ...{ [film('session-id')]: first, [film('length')]: 30, [film('completion-threshold')]: 0.98 },
    });
    if (verb !== 'initialized') made.result = { extensions: result };
    change(made);
  });
}

const extensionsOf = (made: Stored): Record<string, unknown> => made.context?.extensions ?? {};
const resultOf = (made: Stored): NonNullable<Stored['result']> => made.result ?? {};
const withResult = (result: Stored['result']) => (made: Stored) => {
  made.result = { ...made.result, ...result };
};
const without = (property: 'success' | 'completion' | 'duration') => (made: Stored) => {
  delete resultOf(made)[property];
};
const inCategory = (id: string) => (made: Stored) => {
  if (made.context?.contextActivities) made.context.contextActivities.category = [activity(ids.cmi5), activity(id)];
};

/** requirement → what is stored last, after `initialized` and whatever the plant stores before */
const plants: Record<string, (planted: Planted) => Stored> = {
  '9.1.0.0-1': ({ session }) => sound(session, 'completed', (made) => Object.assign(made, { id: 'item 7' })),
  '4.1.0.0-1': ({ session }) =>
    sound(session, 'completed', (made) => Object.assign(made.verb, { display: 'completed' })),
  '9.7.0.0-1': ({ session }) => sound(session, 'completed', (made) => delete made.timestamp),
  '9.7.0.0-2': ({ session }) =>
    sound(session, 'completed', (made) => Object.assign(made, { timestamp: '2026-11-22T08:00:00-04:00' })),
  '6.3.0.0-1': ({ session }) =>
    sound(session, 'voided', (made) =>
      Object.assign(made, { object: { objectType: 'StatementRef', id: randomUUID() } }),
    ),
  '8.1.3.0-3': ({ session }) =>
    sound(session, 'completed', (made) =>
      Object.assign(made, { actor: { account: { homePage: 'https://lms.example', name: '1' } } }),
    ),
  '9.6.1.0-1': ({ session }) =>
    sound(session, 'completed', (made) => Object.assign(made.context ?? {}, { registration: randomUUID() })),
  '9.6.3.1-4': ({ session }) => sound(session, 'completed', (made) => delete extensionsOf(made)[ids.sessionId]),
  '10.2.1.0-7': ({ session }) =>
    sound(session, 'completed', (made) =>
      Object.assign(extensionsOf(made), { 'https://lms.example/extensions/academy': 'south' }),
    ),
  '9.3.0.0-5': ({ session, says }) => {
    says(sound(session, 'terminated'));
    return sound(session, 'completed');
  },
  '9.3.6.0-2': ({ session }) => {
    lms.launch({ registration: session.registration });
    return sound(session, 'completed');
  },
  '10.2.1.0-4': () => {
    const session = fresh();
    session.dataRead = false;
    return sound(session, 'initialized');
  },
  '11.0.0.0-3': () => {
    const session = fresh();
    session.preferencesRead = false;
    return sound(session, 'initialized');
  },
  '9.3.2.0-3': ({ session }) => sound(session, 'initialized'),
  '9.3.0.0-4': () => sound(fresh(), 'completed'),
  '9.3.2.0-2': ({ session }) =>
    sound(session, 'completed', (made) => Object.assign(made, { timestamp: '2026-11-22T11:00:00.000Z' })),
  '9.3.8.0-2': ({ session, says }) => {
    says(sound(session, 'completed', (made) => Object.assign(made, { timestamp: '2026-11-22T13:00:00.000Z' })));
    return sound(session, 'terminated');
  },
  '9.3.0.0-1': ({ session }) =>
    sound(session, 'completed', (made) =>
      Object.assign(made, { verb: { id: 'http://adlnet.gov/expapi/verbs/answered' } }),
    ),
  '9.4.0.0-2': ({ session }) =>
    sound(session, 'completed', (made) => Object.assign(made.object, { id: 'urn:publisher:film' })),
  '10.2.2.0-5': () => {
    const session = fresh({ launchMode: 'Browse' });
    lms.store(session, sound(session, 'initialized'));
    return sound(session, 'completed');
  },
  '9.3.3.0-2': ({ session, says }) => {
    says(sound(session, 'completed'));
    return sound(session, 'completed');
  },
  '9.3.4.0-3': ({ session, says }) => {
    says(sound(session, 'passed'));
    return sound(session, 'passed');
  },
  '9.3.0.0-8': ({ session, says }) => {
    says(sound(session, 'passed'));
    return sound(session, 'failed');
  },
  '9.3.0.0-3': ({ session, says }) => {
    says(sound(session, 'failed'));
    return sound(session, 'passed');
  },
  '9.3.4.0-2': ({ session }) => sound(session, 'passed', withResult({ score: { scaled: 0.79 } })),
  '9.3.5.0-2': ({ session }) => sound(session, 'failed', withResult({ score: { scaled: 0.8 } })),
  '9.6.3.2-2': ({ session }) => sound(session, 'passed', (made) => delete extensionsOf(made)[ids.masteryScore]),
  '9.5.1.0-2': ({ session }) =>
    sound(session, 'completed', (made) => {
      Object.assign(extensionsOf(made), { [ids.masteryScore]: 0.8 });
      withResult({ score: { scaled: 1 } })(made);
    }),
  '9.5.1.0-3': ({ session }) => sound(session, 'passed', withResult({ score: { scaled: 1, raw: 100, min: 0 } })),
  '9.5.2.0-1': ({ session }) => sound(session, 'passed', without('success')),
  '9.5.2.0-2': ({ session }) => sound(session, 'failed', withResult({ success: true })),
  '9.5.2.0-3': ({ session }) => sound(session, 'completed', withResult({ success: true })),
  '9.5.3.0-1': ({ session }) => sound(session, 'completed', without('completion')),
  '9.5.3.0-2': ({ session }) => sound(session, 'passed', withResult({ completion: true })),
  '9.5.4.1-1': ({ session }) => sound(session, 'terminated', without('duration')),
  '9.5.4.1-2': ({ session }) => sound(session, 'completed', without('duration')),
  '9.5.4.1-3': ({ session }) => sound(session, 'passed', without('duration')),
  '9.5.4.1-4': ({ session }) => sound(session, 'failed', without('duration')),
  '9.6.2.2-1': ({ session }) =>
    sound(session, 'completed', (made) => {
      if (made.context?.contextActivities) made.context.contextActivities.category = [activity(ids.cmi5)];
    }),
  '9.6.2.2-2': ({ session }) => sound(session, 'terminated', inCategory(ids.moveOn)),
  'video profile: extensions': ({ session, says }) =>
    afterFilmBegan(says, session, 'terminated', (made) => delete resultOf(made).extensions?.[film('progress')]),
  'video profile: type': ({ session, says }) =>
    afterFilmBegan(says, session, 'terminated', (made) => delete made.object.definition),
  'video profile: segments': ({ session, says }) =>
    afterFilmBegan(says, session, 'terminated', (made) =>
      Object.assign(resultOf(made).extensions ?? {}, { [film('played-segments')]: '0-30' }),
    ),
  'video profile: initialized first, and once': ({ session }) => ofFilm(session, 'terminated', randomUUID()),
  'video profile: session named by its initialized': ({ session, says }) =>
    afterFilmBegan(says, session, 'terminated', (made) =>
      Object.assign(extensionsOf(made), { [film('session-id')]: randomUUID() }),
    ),
  'video profile: nothing after terminated': ({ session, says }) => {
    const first = randomUUID();
    says(ofFilm(session, 'initialized', first));
    says(ofFilm(session, 'terminated', first));
    return ofFilm(session, 'completed', first);
  },
  'video profile: completed only when enough was played': ({ session, says }) =>
    afterFilmBegan(says, session, 'completed', (made) =>
      Object.assign(resultOf(made).extensions ?? {}, { [film('progress')]: 0.5 }),
    ),
};

function afterFilmBegan(
  says: Planted['says'],
  session: LmsSession,
  verb: string,
  change: (made: Stored) => unknown,
): Stored {
  const first = randomUUID();
  says(ofFilm(session, 'initialized', first));
  return ofFilm(session, verb, first, change);
}

function fresh(launch: Parameters<Cmi5Lms['launch']>[0] = {}): LmsSession {
  const { session } = lms.launch({ masteryScore: 0.8, ...launch });
  return Object.assign(session, { dataRead: true, preferencesRead: true, fetched: 1 });
}

describe('every check of a statement refuses the statement that it is for', () => {
  const checks = [...statementChecks, ...videoChecks];

  test('each has its plant', () => {
    expect(Object.keys(plants).sort()).toEqual(checks.map(({ requirement }) => requirement).sort());
  });

  test.each(Object.entries(plants))('%s', (requirement, plant) => {
    const session = fresh();
    const says = (statement: Stored) => lms.store(session, statement).status;
    expect(says(sound(session, 'initialized'))).toBe(204);
    const planted = plant({ session, says });
    const owner = lms.sessions.find((each) => each.sessionId === extensionsOf(planted)[ids.sessionId]) ?? session;
    expect(lms.store(owner, planted)).toMatchObject({ requirement });
  });

  test('sound statements of every kind are taken', () => {
    const session = fresh();
    const first = randomUUID();
    const all = [
      sound(session, 'initialized'),
      ...['initialized', 'completed', 'terminated'].map((verb) => ofFilm(session, verb, first)),
      ...(['completed', 'passed', 'terminated'] as const).map((verb) => sound(session, verb)),
    ];
    expect(all.map((each) => lms.store(session, each))).toEqual(all.map(() => ({ status: 204, requirement: '' })));
  });

  test('the same id with another body is a conflict, with the same body nothing new', () => {
    const session = fresh();
    const first = sound(session, 'initialized');
    expect(lms.store(session, first).status).toBe(204);
    expect(lms.store(session, structuredClone(first)).status).toBe(204);
    expect(lms.store(session, { ...first, timestamp: '2026-11-22T12:00:01.000Z' }).status).toBe(409);
    expect(lms.saidIn(session)).toHaveLength(1);
  });
});

describe('every resource refuses what is not for the unit', () => {
  type Change = {
    resource?: string;
    method?: string;
    headers?: Record<string, string>;
    about?: Record<string, string>;
  };

  async function ask(session: LmsSession, { resource = 'activities/state', method = 'GET', headers, about }: Change) {
    const { actor, activityId, registration, token } = session;
    const usual = { activityId, registration, agent: JSON.stringify(actor), stateId: 'muster' };
    const response = await fetch(`${lms.url}/xapi/${resource}?${new URLSearchParams({ ...usual, ...about })}`, {
      method,
      headers: { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3', ...headers },
      ...(method === 'PUT' && { body: '{"id":"1"}' }),
    });
    return response.status;
  }

  test.each<[string, number, Change]>([
    ['8.1.2.0-5', 401, { headers: { Authorization: 'Basic guessed' } }],
    ['7.0.0.0-2', 400, { headers: { 'X-Experience-API-Version': '0.9' } }],
    ['8.1.1.0-3', 404, { resource: 'elsewhere' }],
    ['8.1.3.0-3', 403, { about: { agent: '{"account":{"homePage":"https://lms.example","name":"1"}}' } }],
    ['8.1.4.0-3', 403, { about: { registration: randomUUID() } }],
    ['8.1.5.0-5', 403, { about: { activityId: 'urn:publisher:film' } }],
    ['10.2.1.0-5', 403, { method: 'PUT', about: { stateId: 'LMS.LaunchData' } }],
    ['10.2.1.0-5', 403, { method: 'DELETE', about: { stateId: 'LMS.LaunchData' } }],
    ['8.1.2.0-2', 403, { method: 'PUT' }],
    ['9.1.0.0-1', 400, { resource: 'statements', method: 'PUT', about: { statementId: randomUUID() } }],
    ['11.0.0.0-1', 403, { resource: 'agents/profile', about: { agent: '{}', profileId: 'cmi5LearnerPreferences' } }],
    ['11.0.0.0-4', 403, { resource: 'agents/profile', about: { profileId: 'preferences' } }],
  ])('%s: %i', async (requirement, status, change) => {
    expect(await ask(fresh(), change)).toBe(status);
    expect(lms.refusals).toMatchObject([{ requirement }]);
  });

  test('browse and review keep no document', async () => {
    const session = fresh({ launchMode: 'Review' });
    expect(lms.store(session, sound(session, 'initialized')).status).toBe(204);
    expect(await ask(session, { method: 'PUT' })).toBe(403);
  });

  test('the token once, by POST', async () => {
    const { session } = lms.launch();
    const address = `${lms.url}/fetch/${session.token}`;
    expect((await fetch(address)).status).toBe(405);
    expect(await (await fetch(address, { method: 'POST' })).json()).toEqual({ 'auth-token': session.token });
    expect(await (await fetch(address, { method: 'POST' })).json()).toMatchObject({ 'error-code': '1' });
    expect(lms.refusals.map(({ requirement }) => requirement)).toEqual(['8.2.2.0-4', '8.2.3.0-1']);
  });

  test('a document that somebody else has changed is not written over', async () => {
    const session = fresh();
    lms.store(session, sound(session, 'initialized'));
    expect(await ask(session, { method: 'PUT', headers: { 'If-None-Match': '*' } })).toBe(204);
    expect(await ask(session, { method: 'PUT', headers: { 'If-None-Match': '*' } })).toBe(412);
    expect(await ask(session, { method: 'PUT', headers: { 'If-Match': '"old"' } })).toBe(412);
    expect(await ask(session, { method: 'PUT' })).toBe(409);
  });
});
