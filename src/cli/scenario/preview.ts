import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { lookAtCourse } from '../course/look.ts';
import { toldToEnd } from '../course/told-to-end.ts';
import { buildIfStale, ownScreens } from '../start-build.ts';
import { followCourse } from './course-now.ts';
import type { ScenarioOptions } from './options.ts';
import { previewApp } from './preview-app.ts';

const home = resolve(import.meta.dirname, '../../..');

type Preview = Pick<ScenarioOptions, 'id' | 'language' | 'port' | 'build'> & {
  folder: string;
  mediaFolder: string;
  print: (line: string) => void;
  stop: (...lines: string[]) => 1;
};

/** Serves the author's page and the real screen to this machine alone, until Ctrl-C. */
export async function preview(wanted: Preview): Promise<0 | 1> {
  const { id, language, folder, mediaFolder, print, stop } = wanted;
  const { pack } = lookAtCourse(folder, mediaFolder);
  if (!pack) return stop(`The course in ${folder} cannot be read.`);
  if (wanted.build) await buildIfStale(home, ownScreens, () => print('Building the screens once …'));

  const course = followCourse(folder, mediaFolder, pack);
  const app = previewApp({ course, id, language, mediaFolder, home });
  const server = createServer(getRequestListener(app.fetch));
  const error = await listen(server, wanted.port);
  if (error) {
    course.close();
    return stop(
      error.code === 'EADDRINUSE'
        ? `Port ${wanted.port} is in use; leave --port out to take a free one.`
        : `Port ${wanted.port} cannot be opened: ${error.message}`,
    );
  }
  print(`${id} is at http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  print('It follows every change of the course folder. Ctrl-C ends it.');
  await toldToEnd();
  course.close();
  server.close();
  server.closeAllConnections();
  return 0;
}

const listen = (server: Server, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((settle) => {
    server.once('error', settle).listen(port, '127.0.0.1', () => settle(null));
  });
