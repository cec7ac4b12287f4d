import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A stable address in front of a server that may end, come back changed, or be out of reach. */
export type Wire = {
  url: string;
  /** Sends what arrives to this server from now on. */
  joinTo(serverUrl: string): void;
  /** Nobody answers: the dead zone. */
  cut(): void;
  /** These paths alone are not answered; an empty pattern list answers all. */
  block(path: RegExp | null): void;
  /** What comes by these paths is held back: one bar of signal. Returns the way to let it through. */
  hold(path: RegExp): () => void;
  /** The answer to this path is changed on its way, as a newer build of the server would give it. */
  rewrite(path: string, change: ((body: string) => string) | null): void;
  /** Method and path of everything that arrived, since this was last read. */
  arrived(): string[];
  close(): Promise<void>;
};

export async function aWire(): Promise<Wire> {
  let target: string | null = null;
  let blocked: RegExp | null = null;
  let log: string[] = [];
  let held: RegExp | null = null;
  const letThrough: (() => unknown)[] = [];
  let rewritten: { path: string; change: (body: string) => string } | null = null;
  const wire = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    log.push(`${incoming.method} ${path}`);
    if (!target || blocked?.test(path)) return void incoming.socket.destroy();
    const { hostname, port } = new URL(target);
    const change = rewritten?.path === path ? rewritten.change : null;
    const { method } = incoming;
    const headers = { ...incoming.headers, ...(change && { 'accept-encoding': 'identity' }) };
    const pass = () =>
      incoming.pipe(
        request({ hostname, port, path, method, headers }, (answer) => {
          const { 'content-length': _length, ...rest } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, change ? rest : answer.headers);
          if (change) void text(answer).then((body) => outgoing.end(change(body)));
          else answer.pipe(outgoing);
        }).on('error', () => incoming.socket.destroy()),
      );
    if (held?.test(path)) letThrough.push(pass);
    else pass();
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
    hold(path) {
      held = path;
      return () => {
        held = null;
        for (const pass of letThrough.splice(0)) pass();
      };
    },
    rewrite(path, change) {
      rewritten = change && { path, change };
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
