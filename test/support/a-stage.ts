import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import type { MovedClock } from './moved-clock.ts';
import { type StartedServer, startServer } from './start-server.ts';

/** Browser and server of the stories in one file: there from the first to the last, on the short course. */
export function aStage({ now }: MovedClock): { browser: Browser; server: StartedServer } {
  const stage = {} as { browser: Browser; server: StartedServer };
  beforeAll(async () => {
    stage.browser = await openBrowser();
    stage.server = await startServer({ now });
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.server.close();
  });
  return stage;
}
