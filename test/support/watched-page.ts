import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page whose every request, policy violation and script error is noted. */
export type WatchedPage = {
  page: Page;
  requests: string[];
  /** Fails when anything left the origin, broke the content security policy, or threw. */
  expectClean: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const page = await context.newPage();
  // Two busy cores decode and play in their own time.
  page.setDefaultTimeout(60_000);
  const [requests, faults]: [string[], string[]] = [[], []];
  const origin = new URL(url).origin;
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(`policy: ${message.text()}`);
  });
  await context.exposeFunction('noteViolation', (what: string) => faults.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { noteViolation: (what: string) => void }).noteViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  return {
    page,
    requests,
    expectClean: async () => {
      expect(faults).toEqual([]);
      expect(
        requests.filter((request) => !/^(data|blob):/.test(request) && new URL(request).origin !== origin),
      ).toEqual([]);
    },
    close: () => context.close(),
  };
}
