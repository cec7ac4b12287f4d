/** `npm run restore -- FILE [--data FOLDER]`: puts a backup into an empty folder or database, of either kind. */
import { existsSync, mkdirSync } from 'node:fs';
import { restoreInto } from '#server/backup/restore-into.ts';
import { readArguments, runCommand, shownPlace } from './records/command.ts';
import { totalsLines } from './records/totals-lines.ts';

await runCommand(async ({ say, refuse, place: placeIn }) => {
  const given = readArguments({ data: { type: 'string' } });
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return refuse(say('restore.usage'));
  if (!existsSync(file)) return refuse(say('records.noFile', { file }));
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  mkdirSync(place.dataFolder, { recursive: true });
  const where = shownPlace(place);
  const restored = await restoreInto(place, file);
  if (!restored.ok)
    return refuse(say(restored.error.code, { file, where, folder: place.dataFolder, ...restored.error }));
  const { header, totals } = restored.value;
  const lines = [say('restore.done', { where, at: header.at }), ...totalsLines(say, totals), say('restore.next')];
  console.log(lines.join('\n'));
  return 0;
});
