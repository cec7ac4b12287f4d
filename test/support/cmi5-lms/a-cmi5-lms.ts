import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { keyOf, openHeld } from './held.ts';
import { type Launch, launchInto } from './launching.ts';
import { askStore, namedRecordStore } from './record-store.ts';
import { hasCategory, ids, type LmsSession, sessionOf, verbs } from './records.ts';
import { type Answered, type Asked, answerTo } from './resources.ts';

/** What the network or the LMS does to requests that match, once `after` of them went well; a number is answered as a status. */
export type Trouble = { on: RegExp; does: 'cut' | 'lose-answer' | 'hang' | number; times: number; after?: number };

/**
 * An LMS by cmi5 with its own records, as strict as the standard allows: it launches as one does and refuses every
 * statement, document and order that is forbidden, naming the requirement.
 */
export async function aCmi5Lms() {
  const held = openHeld();
  const requests: string[] = [];
  let troubles: Trouble[] = [];
  let tagsAreSeen = true;

  function troubleWith(asked: string): Trouble | undefined {
    const met = troubles.filter(({ on, times }) => times > 0 && on.test(asked));
    const trouble = met.find(({ after = 0 }) => after === 0);
    for (const each of met) if (each !== trouble && each.after) each.after -= 1;
    if (trouble) trouble.times -= 1;
    return trouble;
  }

  /** What cmi5 allows is also asked of the record store, where there is one: it has the last word. */
  async function answerWithStore(asked: Asked): Promise<Answered> {
    const answered = answerTo(held, asked);
    const goesOn = asked.path === '/xapi/statements' && [200, 204, 404].includes(answered.status);
    if (!namedRecordStore || !goesOn) return answered;
    const stored = await askStore(namedRecordStore, asked);
    const isRefusal = asked.method === 'PUT' && stored.status !== 204 && stored.status !== 409;
    if (isRefusal) held.refusals.push({ requirement: 'record store', said: `${stored.status} ${stored.body}` });
    return stored;
  }

  const headersOf = ({ body, etag }: Answered) => ({
    'X-Experience-API-Version': '1.0.3',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
    ...(tagsAreSeen && { 'Access-Control-Expose-Headers': 'ETag' }),
    ...(tagsAreSeen && etag && { ETag: etag }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  });

  const server = createServer(async (incoming, outgoing) => {
    const { method = '', headers } = incoming;
    const asked = `${method} ${incoming.url}`;
    const trouble = troubleWith(asked);
    if (method !== 'OPTIONS') requests.push(asked);
    if (trouble?.does === 'hang') return;
    if (trouble?.does === 'cut') return void incoming.socket.destroy();
    const body = await text(incoming);
    const { pathname: path, searchParams: about } = new URL(incoming.url ?? '/', 'http://lms');
    const answered: Answered =
      method === 'OPTIONS'
        ? { status: 204 }
        : typeof trouble?.does === 'number'
          ? { status: trouble.does, body: {} }
          : await answerWithStore({ method, path, about, headers, body });
    if (trouble?.does === 'lose-answer') return void incoming.socket.destroy();
    outgoing.writeHead(answered.status, headersOf(answered));
    outgoing.end(typeof answered.body === 'object' ? JSON.stringify(answered.body) : answered.body);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    ...held,
    /** Method and address of everything that arrived. */
    requests,
    launch: (given?: Launch) => launchInto(held, url, given),
    trouble: (...next: Trouble[]) => {
      troubles = next;
    },
    /** Once a request that matches has come. */
    async arrived(asked: RegExp): Promise<void> {
      while (!requests.some((each) => asked.test(each) && !each.startsWith('OPTIONS'))) await wait(5);
    },
    /** The answers show no entity tag to a page from elsewhere. */
    hideTags: () => {
      tagsAreSeen = false;
    },
    /** What the unit said in one session, in the order of its arrival. */
    saidIn: (session: LmsSession) =>
      held.statements.filter((each) => sessionOf(each) === session.sessionId && each.timestamp !== undefined),
    stateOf: (session: LmsSession): unknown => JSON.parse(held.documents.get(keyOf(session, 'muster'))?.text ?? 'null'),
    /** moveOn as the LMS counts it, from statements defined by cmi5 alone. */
    isSatisfied(session: LmsSession, moveOn: 'Completed' | 'CompletedAndPassed'): boolean {
      const told = (verb: string) =>
        held.statements.some(
          (each) => each.verb.id === verb && each.object.id === session.activityId && hasCategory(each, ids.moveOn),
        );
      return told(verbs.completed) && (moveOn === 'Completed' || told(verbs.passed));
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export type Cmi5Lms = Awaited<ReturnType<typeof aCmi5Lms>>;
