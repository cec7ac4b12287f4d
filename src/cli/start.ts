/**
 * `npm start [-- --empty]`: builds what is stale, opens the data folder, loads the demo agency on the first start, serves
 * until SIGINT or SIGTERM. What stands in the way is said in one sentence, with exit code 1.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { isTimeZone } from '#domain/completion/window.ts';
import { readFrame } from '#server/agency/frame.ts';
import { makeSetupLink } from '#server/agency/set-up.ts';
import { type Config, readConfig } from '#server/config.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { placeOf, shownAddress } from '#server/db/place.ts';
import { triedPeople } from '#server/demo/tried.ts';
import { runServer } from '#server/main.ts';
import { prepareAgency } from '#server/prepare.ts';
import { buildIfStale, ownScreens } from './start-build.ts';
import { readyLines } from './start-ready.ts';
import { terminalWords } from './start-words.ts';

const home = resolve(import.meta.dirname, '../..');
const config = readConfig(process.env, home);
const say = terminalWords(home, config.language);

// Names are in every file that it makes, the database's own ones among them: they are the owner's alone.
process.umask(0o077);

process.exitCode = await start();

async function start(): Promise<0 | 1> {
  const options = readOptions();
  if (!options) return stop(say('start.unknownOption'));
  const { host, port, dataFolder, databaseAddress, courseFolder, mediaFolder, community } = config;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return stop(say('start.badPort', { value: config.portAsGiven }));
  }
  if (Number.isNaN(config.backupsKept)) return stop(say('start.badBackupsKept'));
  if (!isTimeZone(config.timeZone)) return stop(say('start.badTimeZone', { value: config.timeZone }));
  const unwritable = whyUnwritable(dataFolder);
  if (unwritable) return stop(say('start.unwritable', { folder: dataFolder, reason: unwritable }));
  const place = placeOf(dataFolder, databaseAddress, config.backupFolder);
  if (!place.ok) return stop(say(place.error.code));

  const course = loadCourse(courseFolder, mediaFolder);
  if (!course.ok) {
    const { problems } = course.error;
    const lines = problems.map(({ file, path, reason }) => `  ${file}${path && ` · ${path}`}: ${reason}`);
    return stop(say('start.brokenCourse', { folder: courseFolder, count: problems.length }), ...lines);
  }
  const { pack } = course.value;
  if (!options['no-build']) await buildIfStale(home, ownScreens, () => console.log(say('building')));

  // Heard from here on: a signal during the start ends it cleanly as soon as it is made.
  const toldToEnd = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  const started = await runServer({
    ...settingsOf(config),
    place: place.value,
    pack,
    now: Date.now,
    prepare: (installation) => prepareAgency(installation, pack, { demo: !options.empty, ...config }),
  });
  if (!started.ok) return stop(say(started.error.code, { host, port, folder: dataFolder, ...started.error }));

  const { url, installation, close } = started.value;
  const agency = await readFrame({ tx: installation.db, agencyId: installation.agencyId });
  const tried = agency?.demo ? triedPeople() : null;
  const folder = databaseAddress === null ? dataFolder : shownAddress(databaseAddress);
  const setUpToken = tried ? null : await makeSetupLink(installation);
  const ready = { url, agency: agency?.name ?? '', folder, tried, community, setUpToken };
  console.log(readyLines(say, ready).join('\n'));
  await toldToEnd;
  await close();
  console.log(say('ending'));
  return 0;
}

function stop(...lines: string[]): 1 {
  console.error(lines.join('\n'));
  return 1;
}

function readOptions() {
  try {
    return parseArgs({ options: { empty: { type: 'boolean' }, 'no-build': { type: 'boolean' } } }).values;
  } catch {
    return null;
  }
}

/** @returns the system's code (EACCES, EROFS, ENOTDIR …), or null when the folder can be written */
function whyUnwritable(folder: string): string | null {
  try {
    // Names are in it: nobody else on the machine reads them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function settingsOf({
  backupFolder,
  backupsKept,
  host,
  port,
  ledgerKeyFile,
  mediaFolder,
  trustProxy,
  community,
  logLevel,
}: Config) {
  return {
    host,
    port,
    ledgerKeyFile,
    trustProxy,
    community,
    backups: { folder: backupFolder, kept: backupsKept },
    folders: { app: join(home, 'dist/app'), public: join(home, 'public'), media: mediaFolder },
    log: pino({ level: logLevel }, pino.destination({ dest: 2, sync: false })),
  };
}
