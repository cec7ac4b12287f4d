import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stable address in front of a server that may end, come back changed, or be out of reach. */
export type Wire = {
  url: string;
  /** Sends what arrives to this server from now on. */
  joinTo(serverUrl: string): void;
  /** Nobody answers: the dead zone. */
  cut(): void;
  /** These paths alone are not answered; an empty pattern list answers all. */
  block(path: RegExp | null): void;
  /** Method and path of everything that arrived, since this was last read. */
  arrived(): string[];
  close(): Promise<void>;
};

export async function aWire(): Promise<Wire> {
  let target: string | null = null;
  let blocked: RegExp | null = null;
  let log: string[] = [];
  const wire = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    log.push(`${incoming.method} ${path}`);
    if (!target || blocked?.test(path)) return void incoming.socket.destroy();
    const { hostname, port } = new URL(target);
    const { method, headers } = incoming;
    incoming.pipe(
      request({ hostname, port, path, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }).on('error', () => incoming.socket.destroy()),
    );
  });
  await new Promise<void>((ready) => {
    wire.listen(0, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    joinTo(serverUrl) {
      target = serverUrl;
    },
    cut() {
      target = null;
      wire.closeAllConnections();
    },
    block(path) {
      blocked = path;
    },
    arrived() {
      const since = log;
      log = [];
      return since;
    },
    close: () =>
      new Promise((closed) => {
        wire.closeAllConnections();
        wire.close(() => closed());
      }),
  };
}
