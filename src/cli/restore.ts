/**
 * `npm run restore -- FILE [--data FOLDER]`: puts a backup into an empty folder or database, of either kind. With `--rehearse` it
 * is put into a folder of its own, looked at as `verify` looks, and taken away again. Exit code 1: the ledger in it is wrong.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreInto } from '#server/backup/restore-into.ts';
import { readSnapshot } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { agencyId } from '#server/installation.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { verifyChain } from '#server/ledger/verify.ts';
import { type Command, type ExitCode, readArguments, runCommand, shownPlace } from './records/command.ts';
import { reportLines } from './records/report-lines.ts';
import { totalsLines } from './records/totals-lines.ts';

await runCommand(async (command) => {
  const { say, refuse, place: placeIn } = command;
  const given = readArguments({ data: { type: 'string' }, rehearse: { type: 'boolean' } });
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return refuse(say('restore.usage'));
  if (!existsSync(file)) return refuse(say('records.noFile', { file }));
  if (given.values.rehearse) return rehearse(command, file);
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  mkdirSync(place.dataFolder, { recursive: true });
  return restore(command, place, file);
});

async function restore({ say, refuse }: Command, place: DatabasePlace, file: string): Promise<ExitCode> {
  const where = shownPlace(place);
  const restored = await restoreInto(place, file);
  if (!restored.ok)
    return refuse(say(restored.error.code, { file, where, folder: place.dataFolder, ...restored.error }));
  const { header, totals } = restored.value;
  const lines = [say('restore.done', { where, at: header.at }), ...totalsLines(say, totals), say('restore.next')];
  console.log(lines.join('\n'));
  return 0;
}

/** A backup that nobody has restored is a hope. */
async function rehearse({ say, refuse }: Command, file: string): Promise<ExitCode> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-rehearsal-'));
  const place: DatabasePlace = { kind: 'sqlite', dataFolder };
  try {
    const restored = await restoreInto(place, file);
    if (!restored.ok)
      return refuse(say(restored.error.code, { file, where: dataFolder, folder: dataFolder, ...restored.error }));
    const brought = { heads: [], printed: [], keys: null };
    const report = await readSnapshot(place, async (tx) =>
      verifyChain(await chainInDatabase({ tx, agencyId }), brought, () => undefined),
    );
    const { header, totals } = restored.value;
    const found = report ? reportLines(say, report, { ...brought, where: file, brokenLine: null }).found : [];
    if (!report || found.length > 0) {
      console.error([say('restore.rehearsedBroken'), ...found].join('\n'));
      return 1;
    }
    console.log([say('restore.rehearsed', { at: header.at }), ...totalsLines(say, totals)].join('\n'));
    return 0;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
