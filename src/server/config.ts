import { basename, resolve } from 'node:path';

/** Everything that the environment may set; nothing else in the server reads it. */
export type Config = {
  host: string;
  /** NaN when what was given is no number. */
  port: number;
  portAsGiven: string;
  dataFolder: string;
  /** Of a PostgreSQL database, with user and password; null keeps the records in the data folder. */
  databaseAddress: string | null;
  /** The private key that signs heads of the ledger, when it does not lie in the data folder. */
  ledgerKeyFile: string | undefined;
  /** Where a backup is written once a day; null with MUSTER_BACKUPS=off. */
  backupFolder: string | null;
  /** NaN when what was given is no number. */
  backupsKept: number;
  courseFolder: string;
  mediaFolder: string;
  /** Believe X-Forwarded-Proto and -Host: only behind a proxy that sets them itself. */
  trustProxy: boolean;
  logLevel: string;
  /** The page for residents (`/community`); MUSTER_COMMUNITY=off turns it off. */
  community: boolean;
  /** For a new agency that is not the demo. */
  agencyName: string;
  timeZone: string;
  /** For what the terminal says. */
  language: 'en' | 'es';
};

/** @param home the project's folder, from which relative paths are read */
export function readConfig(env: NodeJS.ProcessEnv, home: string): Config {
  const portAsGiven = env.PORT ?? '8080';
  const courseFolder = resolve(home, env.MUSTER_COURSE ?? 'content/civil-criminal-warrants');
  const dataFolder = resolve(home, env.MUSTER_DATA ?? '.muster');
  return {
    host: env.HOST ?? '127.0.0.1',
    port: /^\d+$/.test(portAsGiven) ? Number(portAsGiven) : Number.NaN,
    portAsGiven,
    dataFolder,
    databaseAddress: env.DATABASE_URL || null,
    ledgerKeyFile: env.MUSTER_LEDGER_KEY ? resolve(home, env.MUSTER_LEDGER_KEY) : undefined,
    backupFolder: env.MUSTER_BACKUPS === 'off' ? null : resolve(dataFolder, env.MUSTER_BACKUPS ?? 'backups'),
    backupsKept: /^[1-9]\d*$/.test(env.MUSTER_BACKUPS_KEPT ?? '14')
      ? Number(env.MUSTER_BACKUPS_KEPT ?? 14)
      : Number.NaN,
    courseFolder,
    mediaFolder: resolve(home, env.MUSTER_MEDIA ?? `public/media/${basename(courseFolder)}`),
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL ?? 'warn',
    community: env.MUSTER_COMMUNITY !== 'off',
    agencyName: env.MUSTER_AGENCY ?? 'Muster',
    timeZone: env.MUSTER_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: (env.LC_ALL ?? env.LANG ?? '').startsWith('es') ? 'es' : 'en',
  };
}
