import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { CoursePack } from '#domain/course/pack.ts';
import { agencyRoutes } from './agency/routes.ts';
import { setUpRoutes } from './agency/set-up-routes.ts';
import { type DailyChoice, noBackups } from './backup/daily.ts';
import { communityRoutes } from './community/routes.ts';
import { creditRoutes } from './credits/routes.ts';
import { storageFailure } from './db/failure.ts';
import { fileRoutes } from './files/routes.ts';
import { mostFileBytes } from './files/store.ts';
import { grantRoutes } from './grants/routes.ts';
import type { Installation } from './installation.ts';
import { refuse, refuseForNow } from './problem.ts';
import { reportRoutes } from './reports/routes.ts';
import { rollCallRoutes } from './roll-calls/routes.ts';
import { mostFileCharacters } from './roster/import-items.ts';
import { rosterRoutes } from './roster/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { trainingRoutes } from './training/routes.ts';
import { courseFile } from './web/course-file.ts';
import { appFiles, type Folders, mediaFiles } from './web/files.ts';
import { guardHeaders } from './web/headers.ts';
import { onlyOurPages, originOf } from './web/origin.ts';
import { logRequests } from './web/request-log.ts';
import { withoutNul } from './web/valid.ts';

export type AppSettings = {
  trustProxy: boolean;
  /** The course that ships, before anything that the agency says of it. */
  pack: CoursePack;
  folders: Folders;
  log: Logger;
  /** Where backups are written once a day; nowhere when it is not said. */
  backups?: DailyChoice;
  /** False turns the public page off; an agency that says nothing has it. */
  community?: boolean;
};

const mostBytes = 1024 * 1024;
/** Rosters come as whole files, with what is asked about them. */
const rosters = '/api/roster/imports/*';
const mostRosterBytes = mostFileCharacters + 4 * mostBytes;
/** Orders and scans, in base64. */
const files = '/api/files';
const mostUploadBytes = Math.ceil(mostFileBytes / 3) * 4 + mostBytes;

/** Every route on one screen. */
export function createApp(
  installation: Installation,
  { trustProxy, pack, folders, log, backups = noBackups, community = true }: AppSettings,
) {
  const origin = originOf(trustProxy);
  return new Hono()
    .use(logRequests(log))
    .use(guardHeaders(origin))
    .use('/api/*', compress())
    .use('/api/*', onlyOurPages(origin))
    .use('/api/*', withoutNul)
    .use(
      '/api/*',
      except([rosters, files], bodyLimit({ maxSize: mostBytes, onError: (c) => refuse(c, 413, 'request.too-large') })),
    )
    .use(rosters, bodyLimit({ maxSize: mostRosterBytes, onError: (c) => refuse(c, 413, 'roster.file-too-large') }))
    .use(files, bodyLimit({ maxSize: mostUploadBytes, onError: (c) => refuse(c, 413, 'file.too-large') }))
    .get('/api/health', (c) => c.json({ ok: true }, 200))
    .route('/api/agency', agencyRoutes(installation, origin, { base: pack, backups }))
    .route('/api/setup', setUpRoutes(installation, origin))
    .route('/api/sign-in', signInRoutes(installation, origin))
    .route('/api/training', trainingRoutes(installation, origin))
    .route('/api/roll-calls', rollCallRoutes(installation, origin))
    .route('/api/reports', reportRoutes(installation, origin))
    .route('/api/roster', rosterRoutes(installation, origin))
    .route('/api/grants', grantRoutes(installation, origin))
    .route('/api/credits', creditRoutes(installation, origin))
    .route('/api/files', fileRoutes(installation, origin))
    .all('/api/*', (c) => refuse(c, 404, 'request.not-found'))
    .route('/course', courseFile(installation))
    .route('/media', mediaFiles(pack.course.id, folders.media))
    .use(compress())
    .route('/community', communityRoutes(installation, folders.media, community))
    .route('/', appFiles(folders))
    .notFound((c) => refuse(c, 404, 'request.not-found'))
    .onError((error, c) => {
      if (error instanceof HTTPException && error.status < 500) return refuse(c, 400, 'request.not-json');
      const failure = storageFailure(error);
      const said = { name: error.name, stack: error.stack, route: c.req.routePath, ...(failure && { failure }) };
      log.error(said, 'request failed');
      if (failure === 'full') return refuse(c, 507, 'storage.full');
      if (failure) return refuseForNow(c, 'storage.away');
      return refuse(c, 500, 'request.failed');
    });
}

export type Api = ReturnType<typeof createApp>;
