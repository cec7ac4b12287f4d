/** `npm run backup -- FILE [--data FOLDER]`: everything that is stored, in one file, while the server goes on writing. */
import { existsSync } from 'node:fs';
import { writeBackup } from '#server/backup/write.ts';
import { readSnapshot } from '#server/db/as-it-stands.ts';
import { readArguments, runCommand, shownPlace } from './records/command.ts';
import { totalsLines } from './records/totals-lines.ts';

await runCommand(async ({ say, refuse, place: placeIn }) => {
  const given = readArguments({ data: { type: 'string' } });
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return refuse(say('backup.usage'));
  if (existsSync(file)) return refuse(say('records.fileExists', { file }));
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  const totals = await readSnapshot(place, (tx) => writeBackup(tx, file, new Date().toISOString()), {
    anyTables: true,
  });
  if (!totals) return refuse(say('records.none', { where: shownPlace(place) }));
  console.log([say('backup.done', { file }), ...totalsLines(say, totals), say('backup.secret')].join('\n'));
  return 0;
});
