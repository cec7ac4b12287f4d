import type { Page } from 'playwright-core';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { newId } from '#domain/shared/id.ts';

export const anId = () => newId(Date.now(), (bytes) => crypto.getRandomValues(bytes));

/** Posts past the screens as the page's signed-in person, from the page, so that cookie and origin are the browser's own. */
export const sendFrom = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([where, json, header]) => {
      const { officerId } = await (await fetch('/api/sign-in')).json();
      const answer = await fetch(where, {
        method: 'POST',
        body: json,
        headers: { 'content-type': 'application/json', [header]: officerId },
      });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    },
    [path, JSON.stringify(body), officerHeader] as const,
  );
