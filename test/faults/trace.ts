import { readFileSync } from 'node:fs';

/** One call to the system as strace saw it; times in seconds. `on`: the file or socket, by name. */
export type Call = { name: string; on: string; text: string; from: number; to: number };

/** What `strace -f -y -ttt -o FILE` wrote, in the order of the calls' ends. */
export function readTrace(file: string): Call[] {
  const calls: Call[] = [];
  const begun = new Map<string, { from: number; text: string }>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, pid, time, text] = /^(\d+) +(\d+\.\d+) (.*)$/.exec(line) ?? [];
    if (pid === undefined || time === undefined || text === undefined) continue;
    const at = Number(time);
    if (text.endsWith('<unfinished ...>')) {
      begun.set(pid, { from: at, text: text.slice(0, -'<unfinished ...>'.length) });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
    const before = resumed === undefined ? undefined : begun.get(pid);
    const whole = before ? before.text + resumed : text;
    const [, name, on] = /^(\w+)\(\d+<([^>]*)>/.exec(whole) ?? [];
    // `-T` writes how long a call took that was not interrupted.
    const took = Number(/<(\d+\.\d+)>$/.exec(whole)?.[1] ?? 0);
    const from = before?.from ?? at;
    if (name !== undefined && on !== undefined)
      calls.push({ name, on, text: whole, from, to: before ? at : from + took });
  }
  return calls.sort((a, b) => a.to - b.to);
}

/** From a submission being read to the beginning of its 200. */
export type Acknowledged = { from: number; to: number };

export function acknowledgements(calls: readonly Call[]): Acknowledged[] {
  const readAt = new Map<string, number>();
  const found: Acknowledged[] = [];
  for (const { name, on, text, from, to } of calls) {
    if (name === 'read' && text.includes('"POST /api/training/evidence')) readAt.set(on, to);
    const asked = readAt.get(on);
    if (asked === undefined || !name.startsWith('write') || !text.includes('"HTTP/1.1 200')) continue;
    found.push({ from: asked, to: from });
    readAt.delete(on);
  }
  return found;
}

export const isSync = ({ name }: Call) => name === 'fdatasync' || name === 'fsync';

/** Those between whose reading and answering no sync began and ended. */
export const unsynced = (acknowledged: readonly Acknowledged[], syncs: readonly Call[]): Acknowledged[] =>
  acknowledged.filter(({ from, to }) => !syncs.some((sync) => sync.from >= from && sync.to <= to));
