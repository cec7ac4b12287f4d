/**
 * `npm run import-lms -- FILE [--columns badge=…,status=…,completed=…] [--record --by BADGE]`: what an LMS's export of
 * completions would record, and with `--record` records it. Looking is possible while the server runs; recording into a file
 * of records is not. Exit code 1: rows were refused.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readSnapshot } from '#server/db/as-it-stands.ts';
import { agencyId } from '#server/installation.ts';
import { mostExportBytes } from '#server/lms-import/read-export.ts';
import { refusedRowsCsv } from '#server/lms-import/refused-rows.ts';
import { readTyped } from './lms-import/arguments.ts';
import { faultLines } from './lms-import/fault-lines.ts';
import { look } from './lms-import/look.ts';
import { planLines, reasonWords } from './lms-import/plan-lines.ts';
import { record } from './lms-import/record.ts';
import { endProgress, runCommand, shownPlace, showProgress } from './records/command.ts';
import { terminalWords } from './start-words.ts';

await runCommand(async ({ say, refuse, config, place: placeIn }) => {
  const words = terminalWords(resolve(import.meta.dirname, '../..'), config.language, 'lms-import');
  const typed = readTyped();
  if (!typed) return refuse(words('cli.usage'));
  const { file, by, rowsRefused } = typed;
  if (typed.record && by === null) return refuse(words('cli.whoImports'));
  if (rowsRefused !== undefined && resolve(rowsRefused) === resolve(file)) return refuse(words('cli.sameFile'));
  const place = placeIn(typed.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  let bytes: Uint8Array;
  try {
    if (statSync(file).size > mostExportBytes) return refuse(words('lms-import.file-too-large'));
    bytes = readFileSync(file);
  } catch (error) {
    return refuse(words('cli.noFile', { file, reason: (error as NodeJS.ErrnoException).code ?? '?' }));
  }
  showProgress(words('cli.reading', { file }));
  const looked = await readSnapshot(place, (tx) => look({ tx, agencyId }, bytes, typed));
  endProgress();
  if (looked === null) return refuse(say('records.none', { where: shownPlace(place) }));
  if (!looked.ok) return refuse(...faultLines(words, looked.error));
  const { prepared, importer, titles } = looked.value;
  const fileName = basename(file);
  console.log(planLines(words, prepared, { file: fileName, title: titles[config.language] }).join('\n'));
  const { reported, refused } = prepared.plan;
  if (rowsRefused !== undefined && refused.length > 0) {
    const sheet = refusedRowsCsv(prepared.header, refused, (each) => reasonWords(words, each, String));
    writeFileSync(rowsRefused, sheet, { mode: 0o600 });
    console.log(words('cli.refusedWritten', { file: rowsRefused }));
  }
  const ended = refused.length > 0 ? 1 : 0;
  if (!typed.record || importer === null) {
    console.log(words('cli.preview'));
    return ended;
  }
  showProgress(words('cli.writing'));
  const recorded = await record(place, config, importer, { fileName, prepared });
  endProgress();
  if (recorded.ok) {
    console.log(words('cli.done', { receipt: recorded.value.receipt, count: reported.length }));
    return ended;
  }
  const { error } = recorded;
  switch (error.code) {
    case 'lms-import.nothing-new':
      console.log(words(error.code));
      return ended;
    case 'lms-import.changed-meanwhile':
      return refuse(words(error.code));
    case 'request.not-found':
      return refuse(words('cli.notAllowed', { badge: by ?? '' }));
    case 'start.alreadyRunning':
      return refuse(words('cli.running', { process: error.process }));
    default:
      return refuse(say(error.code, { folder: place.dataFolder, ...error }));
  }
});
