import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { refuse } from '#server/problem.ts';
import { appFiles, mediaFiles } from '#server/web/files.ts';
import { guardHeaders } from '#server/web/headers.ts';
import { originOf } from '#server/web/origin.ts';
import type { FollowedCourse } from './course-now.ts';
import { drawScenario } from './drawing.ts';
import { previewScript, previewStyle } from './preview-files.ts';
import { previewPage } from './preview-page.ts';

type Previewed = { course: FollowedCourse; id: string; language: Language; mediaFolder: string; home: string };

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The author's page at `/`, and what the real screen asks for: agency, edition, film, and the built app. */
export function previewApp({ course, id, language, mediaFolder, home }: Previewed) {
  const folders = { app: join(home, 'dist/app'), public: join(home, 'public'), media: mediaFolder };
  const languageOf = (c: Context) => languages.find((each) => each === c.req.query('language')) ?? language;
  return (
    new Hono()
      .use(guardHeaders(originOf(false)))
      // A page elsewhere can make its own name stand for this machine (DNS rebinding), but not this name.
      .use(async (c, next) =>
        thisMachine.has(new URL(c.req.url).hostname) ? next() : refuse(c, 403, 'request.not-same-origin'),
      )
      .get('/', async (c) => {
        const shown = languageOf(c);
        const now = course.now();
        const scenario = now.pack.scenarios[id];
        const drawing = scenario ? await drawScenario(now.pack, scenario, shown) : '';
        c.header('Cache-Control', 'no-store');
        return c.html(previewPage({ now, id, scenario, language: shown, drawing }));
      })
      .get('/graph.svg', async (c) => {
        const { pack } = course.now();
        const scenario = pack.scenarios[id];
        if (!scenario) return refuse(c, 404, 'request.not-found');
        return c.body(await drawScenario(pack, scenario, languageOf(c)), 200, { 'Content-Type': 'image/svg+xml' });
      })
      .get('/preview.css', (c) => c.body(previewStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
      .get('/preview.js', (c) => c.body(previewScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
      .get('/changes', (c) =>
        streamSSE(c, async (stream) => {
          const tell = (version: number) => void stream.writeSSE({ event: 'version', data: String(version) });
          const ended = Promise.withResolvers<void>();
          const leave = course.onChange((now) => tell(now.version));
          stream.onAbort(() => {
            leave();
            ended.resolve();
          });
          tell(course.now().version);
          await ended.promise;
        }),
      )
      .get('/api/agency', (c) => {
        const { course: about, text, editionHash } = course.now().pack;
        return c.json({
          name: `${id}, as it is now`,
          demo: false,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          reviewed: about.counselReview !== 'no',
          editionHash,
          courseTitle: { en: text.en.title, es: text.es.title },
        });
      })
      .all('/api/*', (c) => refuse(c, 404, 'request.not-found'))
      .get('/course/:file{[0-9a-f]{64}\\.json}', (c) => {
        const pack = course.edition(c.req.param('file').slice(0, 64));
        return pack ? c.json(pack) : refuse(c, 404, 'request.not-found');
      })
      .route('/media', mediaFiles(course.now().pack.course.id, mediaFolder))
      .route('/', appFiles(folders))
  );
}
