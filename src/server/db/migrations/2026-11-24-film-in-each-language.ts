import { type Kysely, sql } from 'kysely';

type Files = Record<string, unknown>;
type OldPack = { film: { poster?: string; files: Record<'en' | 'es', Files> } };

/**
 * Editions kept when one poster stood for both languages and no film was written down: they are shown with the files of
 * today, as their videos are, since the media folder holds one film.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ edition_hash: string; pack: string }>`SELECT edition_hash, pack FROM edition`.execute(
    db,
  );
  for (const { edition_hash, pack } of rows) {
    const old = JSON.parse(pack) as OldPack;
    if (old.film.poster === undefined) continue;
    const { poster: _, ...film } = old.film;
    const files = { en: withTexts(film.files.en, 'en'), es: withTexts(film.files.es, 'es') };
    const now = JSON.stringify({ ...old, film: { ...film, files } });
    await sql`UPDATE edition SET pack = ${now} WHERE edition_hash = ${edition_hash}`.execute(db);
  }
}

const withTexts = (files: Files, language: string): Files => ({
  ...files,
  transcript: `transcript.${language}.txt`,
  poster: `poster.${language}.png`,
});
