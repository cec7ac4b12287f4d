import type { Migration } from 'kysely/migration';
import { up as firstTables } from './migrations/2026-11-22-first-tables.ts';
import { up as whoAttested } from './migrations/2026-11-22-who-attested.ts';
import { up as wordsAndPapers } from './migrations/2026-11-22-words-and-papers.ts';
import { up as filmInEachLanguage } from './migrations/2026-11-24-film-in-each-language.ts';
import { up as signedHeads } from './migrations/2026-11-24-signed-heads.ts';
import { up as watchReports } from './migrations/2026-11-24-watch-reports.ts';
import { up as deactivated } from './migrations/2026-11-25-deactivated.ts';
import { up as hashUnindexed } from './migrations/2026-11-25-hash-unindexed.ts';
import { up as frame } from './migrations/2026-12-01-frame.ts';
import { up as dutyAndWindows } from './migrations/2026-12-02-duty-and-windows.ts';
import { up as grantsAndCodes } from './migrations/2026-12-03-grants-and-codes.ts';
import { up as agencySettings } from './migrations/2026-12-04-agency-settings.ts';
import { up as ordersAndCredits } from './migrations/2026-12-05-orders-and-credits.ts';
import { up as whoNoted } from './migrations/2026-12-06-who-noted.ts';
import { up as holds } from './migrations/2026-12-07-holds.ts';
import { up as presenceCorrections } from './migrations/2026-12-08-presence-corrections.ts';
import { up as refusedItems } from './migrations/2026-12-09-refused-items.ts';

/** Listed here, not found on disk, so that bundling works. Forward only: going back is restoring a backup. */
export const migrations: Record<string, Migration> = {
  '2026-11-22-first-tables': { up: firstTables },
  '2026-11-22-who-attested': { up: whoAttested },
  '2026-11-22-words-and-papers': { up: wordsAndPapers },
  '2026-11-24-signed-heads': { up: signedHeads },
  '2026-11-24-watch-reports': { up: watchReports },
  '2026-11-24-film-in-each-language': { up: filmInEachLanguage },
  '2026-11-25-deactivated': { up: deactivated },
  '2026-11-25-hash-unindexed': { up: hashUnindexed },
  '2026-12-01-frame': { up: frame },
  '2026-12-02-duty-and-windows': { up: dutyAndWindows },
  '2026-12-03-grants-and-codes': { up: grantsAndCodes },
  '2026-12-04-agency-settings': { up: agencySettings },
  '2026-12-05-orders-and-credits': { up: ordersAndCredits },
  '2026-12-06-who-noted': { up: whoNoted },
  '2026-12-07-holds': { up: holds },
  '2026-12-08-presence-corrections': { up: presenceCorrections },
  '2026-12-09-refused-items': { up: refusedItems },
};
