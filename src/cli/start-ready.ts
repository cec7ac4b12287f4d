import type { Tried } from '#server/demo/tried.ts';
import type { Say } from './start-words.ts';

type Ready = {
  url: string;
  agency: string;
  folder: string;
  tried: Tried | null;
  community: boolean;
  setUpToken: string | null;
};

/** What the terminal shows once Muster listens: where to go, and for the demo as whom. */
export function readyLines(say: Say, { url, agency, folder, tried, community, setUpToken }: Ready): string[] {
  // Behind the #: it is sent to nobody, and stands in no log of a proxy.
  if (setUpToken)
    return [
      '',
      `  ${say('ready.setUp')}`,
      '',
      `  ${url}/setup#${setUpToken}`,
      '',
      `  ${say('ready.setUpOnce')}`,
      `  ${say('ready.records', { folder })}`,
      '',
    ];
  const rows: [string, string, string][] = [
    [say('ready.officer'), '/', tried ? say('ready.pin', tried.officer) : ''],
    [say('ready.rollCall'), '/roll-call', tried ? say('ready.pin', tried.sergeant) : ''],
    [say('ready.commander'), '/commander', tried ? say('ready.password', tried.commander) : ''],
    [say('ready.card'), '/card', say('ready.noSignIn')],
  ];
  if (community) rows.push([say('ready.community'), '/community', say('ready.noSignIn')]);
  if (tried) {
    rows.push([say('ready.training'), '/commander', say('ready.password', tried.training)]);
    rows.push([say('ready.administrator'), '/admin', say('ready.password', tried.administrator)]);
  }
  const wide = Math.max(...rows.map(([who]) => who.length));
  const longest = Math.max(...rows.map(([, path]) => url.length + path.length));
  return [
    '',
    `  ${say('ready.title', { agency })}`,
    ...(tried ? [`  ${say('ready.demo', { pin: tried.officer.pin })}`] : []),
    '',
    ...rows.map(([who, path, as]) => `  ${who.padEnd(wide)}  ${`${url}${path}`.padEnd(longest)}  ${as}`.trimEnd()),
    '',
    `  ${say('ready.records', { folder })}`,
    '',
  ];
}
