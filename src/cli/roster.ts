/**
 * `npm run roster -- import FILE [--map badge=Placa,name=Nombre …] [--whole] [--apply]`: what the file would change, and with
 * `--apply` changes it. Looking is possible while the server runs; changing a file of records is not. Exit code 1: rows that
 * cannot be used, or questions.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Answer } from '#domain/roster/import.ts';
import type { Result } from '#domain/shared/result.ts';
import { readSnapshot } from '#server/db/as-it-stands.ts';
import type { Asking } from '#server/db/open.ts';
import { agencyId, openInstallation } from '#server/installation.ts';
import { failedRowsCsv } from '#server/roster/failed-rows.ts';
import { type Prepared, prepareImport } from '#server/roster/import-prepare.ts';
import { applyImport } from '#server/roster/import-store.ts';
import type { SheetError } from '#server/roster/sheet/read-sheet.ts';
import { endProgress, runCommand, shownPlace, showProgress } from './records/command.ts';
import { answersTo, readTyped, type Typed } from './roster/arguments.ts';
import { planLines } from './roster/plan-lines.ts';
import { terminalWords } from './start-words.ts';

await runCommand(async ({ say, refuse, config, place: placeIn }) => {
  const words = terminalWords(resolve(import.meta.dirname, '../..'), config.language, 'roster');
  const typed = readTyped();
  if (!typed) return refuse(words('cli.usage'));
  const place = placeIn(typed.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(typed.file);
  } catch (error) {
    return refuse(words('cli.noFile', { file: typed.file, reason: (error as NodeJS.ErrnoException).code ?? '?' }));
  }
  showProgress(words('cli.reading', { file: typed.file }));
  const looked = await readSnapshot(place, (tx) => look({ tx, agencyId }, bytes, typed));
  endProgress();
  if (looked === null) return refuse(say('records.none', { where: shownPlace(place) }));
  if (!looked.ok) return refuse(words(looked.error.code));
  const { prepared, answers } = looked.value;
  const { plan, sheet, mapping } = prepared;
  console.log(planLines(words, prepared).join('\n'));
  if (!plan) return 2;
  if (typed.failed !== undefined && plan.failed.length > 0) {
    writeFileSync(typed.failed, failedRowsCsv(sheet, plan.failed), { mode: 0o600 });
    console.log(words('cli.failedWritten', { file: typed.failed }));
  }
  const open = plan.failed.length + plan.questions.length > 0 ? 1 : 0;
  if (!typed.apply) {
    console.log(words('cli.dryRun'));
    return open;
  }
  const opened = await openInstallation(place, Date.now, config);
  if (!opened.ok) {
    const { error } = opened;
    if (error.code === 'start.alreadyRunning') return refuse(words('cli.running', { process: error.process }));
    return refuse(say(error.code, { folder: place.dataFolder, ...error }));
  }
  const { installation, close } = opened.value;
  try {
    showProgress(words('cli.writing'));
    const item = {
      id: randomUUID(),
      mapping,
      whole: typed.whole,
      answers,
      plan: prepared.digest,
      source: prepared.source,
    };
    const applied = await installation.ledger.write((writing) =>
      applyImport(writing, { item, prepared, at: Date.now(), by: null }),
    );
    endProgress();
    if (!applied.ok) return refuse(words(applied.error.code));
    const { receipt, counts } = applied.value;
    const count = counts.added + counts.changed + counts.moved + counts.returned + counts.deactivated;
    console.log(words('cli.done', { receipt, count }));
    return open;
  } finally {
    await close();
  }
});

/** Once without answers, to know what is asked, and then with those that were typed. */
async function look(
  asking: Asking,
  bytes: Uint8Array,
  typed: Typed,
): Promise<Result<{ prepared: Prepared; answers: Answer[] }, SheetError>> {
  const { mapping, whole } = typed;
  const now = Date.now();
  const first = await prepareImport(asking, { bytes, mapping, whole, answers: [], now }, null);
  if (!first.ok) return first;
  const answers = answersTo(first.value.plan?.questions ?? [], typed);
  const prepared =
    answers.length === 0 ? first : await prepareImport(asking, { bytes, mapping, whole, answers, now }, null);
  return prepared.ok ? { ok: true, value: { prepared: prepared.value, answers } } : prepared;
}
