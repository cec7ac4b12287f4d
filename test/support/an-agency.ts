import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { attemptSeed, decide, type QuizDecision, startQuiz } from '#domain/scenario/quiz.ts';
import { openOptions } from '#domain/scenario/run.ts';
import type { AppSettings } from '#server/app.ts';
import { createApp } from '#server/app.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import type { Payloads } from '#server/ledger/kinds.ts';
import { openSession } from '#server/sign-in/sessions.ts';
import { courseOf } from './start-server.ts';
import { testedPlace } from './tested-place.ts';

export const { pack: shortPack, media: shortMedia } = courseOf('short');

/** Monday morning in the agency's zone; the window of seven days ends on Monday the 30th at midnight. */
export const monday = Date.parse('2026-11-23T12:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Two districts with a squad each; ids say who they are. */
export const smallRoster: Payloads['roster.loaded'] = {
  units: [
    { id: 'police', parentId: null, name: 'Small Town Police' },
    { id: 'north', parentId: 'police', name: 'North District' },
    { id: 'north-squad', parentId: 'north', name: 'North Squad' },
    { id: 'south', parentId: 'police', name: 'South District' },
    { id: 'south-squad', parentId: 'south', name: 'South Squad' },
  ],
  officers: [
    ['chief', '1', 'police', 'Chief'],
    ['trainer', '2', 'police', 'Lieutenant'],
    ['administrator', '3', 'police', 'Administrator'],
    ['north-captain', '10', 'north', 'Captain'],
    ['north-sergeant', '11', 'north-squad', 'Sergeant'],
    ['north-officer', '12', 'north-squad', 'Officer'],
    ['north-second', '13', 'north-squad', 'Officer'],
    ['south-captain', '20', 'south', 'Captain'],
    ['south-sergeant', '21', 'south-squad', 'Sergeant'],
    ['south-officer', '22', 'south-squad', 'Officer'],
  ].map(([id = '', badge = '', unitId = '', rank = '']) => ({
    id,
    badge,
    unitId,
    rank,
    name: `Name of ${id}`,
    duty: 'on-duty' as const,
  })),
  grants: [
    { officerId: 'chief', role: 'commander', unitId: 'police' },
    { officerId: 'trainer', role: 'training', unitId: 'police' },
    { officerId: 'administrator', role: 'administrator', unitId: 'police' },
    { officerId: 'north-captain', role: 'commander', unitId: 'north' },
    { officerId: 'north-sergeant', role: 'supervisor', unitId: 'north-squad' },
    { officerId: 'south-captain', role: 'commander', unitId: 'south' },
    { officerId: 'south-sergeant', role: 'supervisor', unitId: 'south-squad' },
  ],
};

type Answer<T = Record<string, unknown>> = { status: number; body: T; headers: Headers; text: string };
export type Person = {
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  /** In the own name, or as a screen of `inNameOf` sends it that somebody else has left open on the device. */
  post<T = Record<string, unknown>>(path: string, body: unknown, inNameOf?: string): Promise<Answer<T>>;
  cookie: string;
};

export type Agency = {
  installation: Installation;
  place: DatabasePlace;
  app: ReturnType<typeof createApp>;
  pack: CoursePack;
  clock: { at: number; pass(milliseconds: number): void };
  /** Someone with an open session; commanders with a password, everyone else with a PIN unless said otherwise. */
  as(officerId: string, proof?: 'pin' | 'password'): Promise<Person>;
};

/** The real app on a real database (tested-place.ts), with a small agency and a clock of its own. Gone when the test is. */
export async function anAgency(
  changes: {
    pack?: CoursePack;
    roster?: Payloads['roster.loaded'];
    settings?: Partial<AppSettings>;
    log?: Logger;
    place?: DatabasePlace;
  } = {},
): Promise<Agency> {
  const { pack = shortPack, roster = smallRoster, log = pino({ level: 'silent' }) } = changes;
  const place = changes.place ?? (await testedPlace());
  const clock = {
    at: monday,
    pass(milliseconds: number) {
      clock.at += milliseconds;
    },
  };
  const opened = await openInstallation(place, () => clock.at);
  if (!opened.ok) throw new Error(opened.error.code);
  const { installation, close } = opened.value;
  onTestFinished(close);
  await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'America/New_York' });
  await installation.ledger.write(({ append }) =>
    append({ kind: 'roster.loaded', at: clock.at, by: null, payload: roster }),
  );
  await adoptCourse(installation, pack);

  const home = resolve(import.meta.dirname, '../..');
  const folders = { app: join(place.dataFolder, 'app'), public: join(home, 'public'), media: shortMedia };
  const app = createApp(installation, {
    trustProxy: false,
    pack,
    folders,
    log,
    ...changes.settings,
  });

  const ask = async <T>(cookie: string, path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const response = await app.request(`http://muster.test${path}`, {
      ...init,
      headers: { Host: 'muster.test', cookie, ...init.headers },
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson ? JSON.parse(text) : {}) as T, headers: response.headers, text };
  };
  const staff = new Set(['commander', 'training', 'administrator']);
  return {
    installation,
    place,
    app,
    pack,
    clock,
    async as(officerId, proof) {
      const isStaff = roster.grants.some((grant) => grant.officerId === officerId && staff.has(grant.role));
      const { db: tx, agencyId } = installation;
      const by = { officerId, proof: proof ?? (isStaff ? 'password' : 'pin') } as const;
      const cookie = `muster=${await openSession({ tx, agencyId }, by, clock.at)}`;
      return {
        cookie,
        get: (path) => ask(cookie, path),
        post: (path, body, inNameOf = officerId) =>
          ask(cookie, path, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json', Origin: 'http://muster.test', [officerHeader]: inNameOf },
          }),
      };
    },
  };
}

/** Items as an officer's device makes them. */
export const anItem = (kind: string, changes: Record<string, unknown> = {}) => ({
  kind,
  id: randomUUID(),
  editionHash: shortPack.editionHash,
  deviceAt: '2026-11-23T12:00:00Z',
  ...(kind === 'watched' ? { narration: 'en', captions: ['en'] } : { language: 'en' }),
  ...changes,
});

export const stretch = (fromSeconds: number, toSeconds: number) => ({ fromSeconds, toSeconds, rate: 1 });

export type Sent = { receipt: string; training: Training };
export const send = (person: Person, item: unknown) => person.post<Sent>('/api/training/evidence', item);

/** Watches the film at its own speed, reporting every ten seconds. */
export async function watchAll(
  { clock, pack }: Agency,
  report: (played: ReturnType<typeof stretch>) => Promise<unknown>,
) {
  const { durationSeconds } = pack.film;
  for (let from = 0; from < durationSeconds; from += 10) {
    const to = Math.min(durationSeconds, from + 10);
    clock.pass((to - from) * 1000);
    await report(stretch(from, to));
  }
}

/** What an officer decides who always takes the option with this verdict, until the attempt ends. */
export function decisionsOf(
  pack: CoursePack,
  officerId: string,
  verdict: 'right' | 'wrong' = 'right',
  attempt = 1,
): QuizDecision[] {
  const made: QuizDecision[] = [];
  let quiz = startQuiz(pack, attemptSeed(officerId, pack.editionHash, attempt));
  while (quiz.current) {
    const { scenarioId, run: number } = quiz.current;
    const scenario = pack.scenarios[scenarioId];
    const run = quiz.runs[scenarioId]?.at(-1);
    if (!scenario || !run) throw new Error('The quiz runs a scenario of the course.');
    const options = openOptions(scenario, run);
    const option = options.find((each) => each.verdict === verdict) ?? options[0];
    const decision = { scenarioId, run: number, decisionId: run.decisionId ?? '', optionId: option?.id ?? '' };
    const after = decide(pack, quiz, decision);
    if (!after) throw new Error('An open option can be taken.');
    made.push(decision);
    quiz = after;
  }
  return made;
}

export async function decideAll(
  agency: Agency,
  person: Person,
  officerId: string,
  verdict: 'right' | 'wrong' = 'right',
  attempt = 1,
) {
  let last: Answer<Sent> | undefined;
  for (const decision of decisionsOf(agency.pack, officerId, verdict, attempt)) {
    agency.clock.pass(20_000);
    last = await send(person, anItem('decided', { attempt, ...decision, editionHash: agency.pack.editionHash }));
  }
  return last;
}

/** A squad sees the film at roll call, all ticked, and the sergeant attests. */
export async function holdRollCall(agency: Agency, sergeant: Person, unitId: string, officerIds: string[]) {
  const id = randomUUID();
  const item = (more: Record<string, unknown>) => ({ id: randomUUID(), ...more });
  await sergeant.post('/api/roll-calls', { id, unitId });
  await sergeant.post(`/api/roll-calls/${id}/presence`, item({ officerIds, present: true }));
  await watchAll(agency, (played) =>
    sergeant.post(
      `/api/roll-calls/${id}/screened`,
      item({ stretches: [played], narration: 'en', captions: ['en', 'es'], deviceAt: '2026-11-23T12:00:00Z' }),
    ),
  );
  const { body } = await sergeant.get<RollCallView>(`/api/roll-calls/${id}`);
  const present = body.roster.filter((line) => line.present).map((line) => line.officerId);
  return { id, closed: await sergeant.post(`/api/roll-calls/${id}/close`, item({ attested: true, present })) };
}
