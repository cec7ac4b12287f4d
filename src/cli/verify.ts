/**
 * `npm run verify [-- --data FOLDER | --export FILE] [--head FILE_OR_JWS] [--keys FILE]`: whether the records are what was
 * written, on a database while its server runs or on an export alone. Exit code 0: nothing found; 1: something was; 2: it
 * could not be looked at.
 */

import { readSnapshot } from '#server/db/as-it-stands.ts';
import { agencyId } from '#server/installation.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { chainInExport } from '#server/ledger/export.ts';
import { type Brought, type Report, verifyChain } from '#server/ledger/verify.ts';
import { readBrought } from './records/brought.ts';
import { type Command, endProgress, readArguments, runCommand, shownPlace, showProgress } from './records/command.ts';
import { reportLines } from './records/report-lines.ts';

await runCommand(async (command) => {
  const { say, refuse, place: placeIn } = command;
  const given = readArguments({
    data: { type: 'string' },
    export: { type: 'string' },
    head: { type: 'string', multiple: true },
    keys: { type: 'string' },
  });
  if (!given || given.positionals.length > 0) return refuse(say('verify.usage'));
  const { data, export: file, head = [], keys } = given.values;
  const brought = readBrought(head, keys);
  if (!brought.ok) return refuse(say(brought.error.code, { given: brought.error.given }));

  if (file !== undefined) {
    const chain = await chainInExport(file);
    if (!chain.ok) return refuse(say(chain.error.code, { file }));
    const report = await verifyChain(chain.value.source, brought.value, progressIn(command));
    return tell(command, report, brought.value, file, chain.value.broken());
  }
  const place = placeIn(data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  const report = await readSnapshot(place, async (tx) =>
    verifyChain(await chainInDatabase({ tx, agencyId }), brought.value, progressIn(command)),
  );
  if (!report) return refuse(say('records.none', { where: shownPlace(place) }));
  return tell(command, report, brought.value, shownPlace(place), null);
});

function progressIn({ say }: Command) {
  return (done: number, of: number) => showProgress(say('verify.progress', { done, of }));
}

function tell({ say }: Command, report: Report, brought: Brought, where: string, brokenLine: number | null): 0 | 1 {
  endProgress();
  const { told, found } = reportLines(say, report, { ...brought, where, brokenLine });
  console.log(told.join('\n'));
  if (found.length > 0) console.error(found.join('\n'));
  return found.length > 0 ? 1 : 0;
}
