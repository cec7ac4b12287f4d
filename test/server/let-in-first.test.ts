import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { letInFirst } from '#server/web/let-in-first.ts';

const many = 60;

/** Each group of requests takes the server a while, in which Node takes nobody in. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('many who begin at once are all let in before the first of them is served again', async () => {
  const server = createServer();
  let letIn = 0;
  const letInAtServing: number[] = [];
  server.on('connection', () => {
    letIn += 1;
  });
  letInFirst(server, (_request, response) => {
    letInAtServing.push(letIn);
    busy(2);
    response.end('served');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: many }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, 'data')));
  expect(letInAtServing).toHaveLength(many);
  expect(Math.min(...letInAtServing)).toBeGreaterThan(many * 0.9);
  for (const socket of sockets) socket.destroy();
  server.close();
});
