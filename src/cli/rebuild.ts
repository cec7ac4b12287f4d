/**
 * `npm run rebuild [-- --check]`: writes every list anew from the entries of the ledger, or says where a list differs from
 * what the entries say and leaves it. The server must be stopped. Exit code 1: a list differs, or cannot be made.
 */

import { hasRecords } from '#server/db/as-it-stands.ts';
import { openRecords } from '#server/installation.ts';
import { checkProjections, rebuild } from '#server/ledger/rebuild.ts';
import { readArguments, runCommand, shownPlace } from './records/command.ts';
import { differenceLines } from './records/difference-lines.ts';

await runCommand(async ({ say, refuse, place: placeIn }) => {
  const given = readArguments({ check: { type: 'boolean' }, data: { type: 'string' } });
  if (!given || given.positionals.length > 0) return refuse(say('rebuild.usage'));
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  if (!(await hasRecords(place))) return refuse(say('records.none', { where: shownPlace(place) }));
  const opened = await openRecords(place);
  if (!opened.ok) return refuse(say(opened.error.code, { folder: place.dataFolder, ...opened.error }));
  const records = opened.value;
  try {
    if (!given.values.check) {
      const rebuilt = await rebuild(records);
      if (!rebuilt.ok) return refuse(say(rebuilt.error.code, rebuilt.error));
      console.log(say('rebuild.done'));
      return 0;
    }
    const checked = await checkProjections(records);
    if (!checked.ok) return refuse(say(checked.error.code, checked.error));
    const { told, differing } = differenceLines(say, checked.value);
    console.log(told.join('\n'));
    return differing ? 1 : 0;
  } finally {
    await records.shut();
  }
});
