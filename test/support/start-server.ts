import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import type { CoursePack } from '#domain/course/pack.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { type Tried, triedPeople } from '#server/demo/tried.ts';
import type { Installation } from '#server/installation.ts';
import { runServer } from '#server/main.ts';
import { prepareAgency } from '#server/prepare.ts';

const home = resolve(import.meta.dirname, '../..');
const shortCourse = resolve(import.meta.dirname, 'short-course');

export type CourseChoice = 'short' | 'real' | CoursePack;
export type StartedServer = { url: string; data: string; pack: CoursePack; demo: Tried; close(): Promise<void> };

/**
 * The real server in this process, on a free port, with the demo agency. The short course and its film of half a minute
 * unless another is asked for; a data folder that is given stays when the server closes; `besides` is done to the
 * installation before it is served.
 */
export async function startServer(
  given: {
    course?: CourseChoice;
    data?: string;
    now?: () => number;
    besides?: (installation: Installation) => Promise<void>;
  } = {},
): Promise<StartedServer> {
  const { course = 'short', now = Date.now } = given;
  const data = given.data ?? mkdtempSync(join(tmpdir(), 'muster-test-'));
  const { pack, media } = courseOf(course);
  const started = await runServer({
    host: '127.0.0.1',
    port: 0,
    place: { kind: 'sqlite', dataFolder: data },
    pack,
    now,
    trustProxy: false,
    folders: { app: join(home, 'dist/app'), public: join(home, 'public'), media },
    log: pino({ level: 'silent' }),
    prepare: async (installation) => {
      await prepareAgency(installation, pack, { demo: true, agencyName: '', timeZone: 'America/New_York' });
      await given.besides?.(installation);
    },
  });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return {
    url: started.value.url,
    data,
    pack,
    demo: triedPeople(),
    async close() {
      await started.value.close();
      if (given.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

export function courseOf(course: CourseChoice): { pack: CoursePack; media: string } {
  const shortMedia = join(shortCourse, 'media/short-course');
  if (typeof course === 'object') return { pack: course, media: shortMedia };
  const id = 'civil-criminal-warrants';
  const [folder, media] =
    course === 'short' ? [shortCourse, shortMedia] : [join(home, 'content', id), join(home, 'public/media', id)];
  const read = loadCourse(folder, media);
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems, null, 2));
  return { pack: read.value.pack, media };
}
