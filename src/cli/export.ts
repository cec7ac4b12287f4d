/** `npm run export -- FILE [--without-payloads] [--data FOLDER]`: the chain with heads and keys, to be verified anywhere. */
import { existsSync } from 'node:fs';
import { writeWholeFile } from '#server/backup/whole-file.ts';
import { readSnapshot } from '#server/db/as-it-stands.ts';
import { agencyId } from '#server/installation.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { exportLines } from '#server/ledger/export.ts';
import { readArguments, runCommand, shownPlace } from './records/command.ts';

await runCommand(async ({ say, refuse, place: placeIn }) => {
  const given = readArguments({ data: { type: 'string' }, 'without-payloads': { type: 'boolean', default: false } });
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return refuse(say('export.usage'));
  if (existsSync(file)) return refuse(say('records.fileExists', { file }));
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  const payloads = !given.values['without-payloads'];
  const entries = await readSnapshot(place, async (tx) => {
    const chain = await chainInDatabase({ tx, agencyId });
    const lines = exportLines(chain, { at: new Date().toISOString(), payloads });
    await writeWholeFile(file, lines, { gzip: false });
    return chain.expected;
  });
  if (entries === null) return refuse(say('records.none', { where: shownPlace(place) }));
  console.log(say('export.done', { file, count: entries }));
  console.log(say(payloads ? 'export.withNames' : 'export.withoutNames'));
  return 0;
});
