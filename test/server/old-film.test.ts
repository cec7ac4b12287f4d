import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openEditions } from '#server/course/editions.ts';
import { up } from '#server/db/migrations/2026-11-24-film-in-each-language.ts';
import { anAgency, shortPack } from '#test/support/an-agency.ts';

test('an edition kept when one poster stood for both languages has poster and transcript in each', async () => {
  const { db, agencyId } = (await anAgency()).installation;
  const { film, ...pack } = structuredClone(shortPack);
  const former = ({ transcript: _, poster: __, ...files }: typeof film.files.en) => files;
  const files = { en: former(film.files.en), es: former(film.files.es) };
  const old = JSON.stringify({ ...pack, film: { ...film, files, poster: 'poster.png' } });
  await sql`UPDATE edition SET pack = ${old}`.execute(db);
  for (const time of ['first', 'again']) {
    await up(db as unknown as Kysely<unknown>);
    expect((await openEditions(db, agencyId)).get(shortPack.editionHash), time).toEqual(shortPack);
  }
});
