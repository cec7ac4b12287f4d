import type { RequestListener, Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

const longestMilliseconds = 100;

/**
 * Lets everybody in who is at the door before anybody is served. Node takes one new connection a turn; two hundred officers who
 * begin at once would else wait while the first of them are served again and again.
 */
export function letInFirst(server: Server, serve: RequestListener): void {
  let someoneCame = false;
  let waiting: (() => void)[] = [];
  server.on('connection', () => {
    someoneCame = true;
  });
  const open = async () => {
    const from = performance.now();
    do {
      someoneCame = false;
      // The first ends the turn that we are in, which may have looked at the door already; the second has looked again.
      await nextTurn();
      await nextTurn();
    } while (someoneCame && performance.now() - from < longestMilliseconds);
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  };
  server.on('request', (request, response) => {
    waiting.push(() => serve(request, response));
    if (waiting.length === 1) void open();
  });
}
