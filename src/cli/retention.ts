/**
 * `npm run retention -- hold|release BADGE` and `purge --before YYYY-MM-DD`, each with `--by BADGE --reason "…"`: whose records
 * would be held or purged, and with `--record` holds or purges them. Looking is possible while the server runs; recording into
 * a file of records is not.
 */
import { readSnapshot } from '#server/db/as-it-stands.ts';
import { agencyId } from '#server/installation.ts';
import { runCommand, shownPlace } from './records/command.ts';
import { readTyped } from './retention/arguments.ts';
import { type LookFault, look } from './retention/look.ts';
import { personLine, planLines } from './retention/plan-lines.ts';
import { record } from './retention/record.ts';
import type { Say } from './start-words.ts';

await runCommand(async ({ say, refuse, config, place: placeIn }) => {
  const typed = readTyped();
  if ('code' in typed) return refuse(say(typed.code, typed));
  const place = placeIn(typed.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  const found = await readSnapshot(place, (tx) => look({ tx, agencyId }, typed));
  if (found === null) return refuse(say('records.none', { where: shownPlace(place) }));
  if (!found.ok) return refuse(faultLine(say, found.error));
  const looked = found.value;
  const who = 'officer' in looked ? personLine(say, looked.officer) : '';
  if ('plan' in looked) console.log(planLines(say, looked.plan, looked.listed, looked.before).join('\n'));
  else if (!typed.record)
    console.log(say(typed.what === 'hold' ? 'retention.wouldHold' : 'retention.wouldRelease', { who }));
  if (!typed.record) {
    console.log(say('retention.preview'));
    return 0;
  }
  const recorded = await record(place, config, typed, looked);
  if (!recorded.ok) {
    const { error } = recorded;
    if (error.code === 'request.not-found') return refuse(say('retention.notAllowed', { badge: typed.by }));
    return refuse(say(error.code, { folder: place.dataFolder, ...error }));
  }
  const done = recorded.value;
  if ('receipt' in done) {
    console.log(say(typed.what === 'hold' ? 'retention.placed' : 'retention.ended', { who, receipt: done.receipt }));
  } else if (done.head && 'plan' in looked) {
    console.log(say('retention.done', { count: looked.plan.purged.length, ...done.head }));
  } else console.log(say('retention.nothing'));
  return 0;
});

function faultLine(say: Say, fault: LookFault): string {
  if ('officer' in fault) return say(fault.code, { who: personLine(say, fault.officer) });
  if (!('several' in fault)) return say(fault.code, fault);
  const { code, badge, several } = fault;
  return say(code, { badge, who: several.map((each) => personLine(say, each)).join('; ') });
}
