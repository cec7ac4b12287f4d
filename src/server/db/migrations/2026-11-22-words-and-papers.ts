import { type Kysely, sql } from 'kysely';

type Slots = Record<string, unknown>;
type OldField = { id: string };
type OldWords = { title: string; fields: Record<string, Slots> };
type OldPaper = { id: string; kind: string; fields: OldField[]; facsimile?: string };
type OldScenario = { id: string; papers: OldPaper[]; people: Record<string, Slots[]> };
type OldText = {
  facsimiles?: Record<string, OldWords>;
  scenarios: Record<string, { papers?: Record<string, OldWords> }>;
  cardSort: { cards: Record<string, { title?: string; detail?: string; why: string }> };
};
type OldPack = {
  course: Slots;
  facsimiles?: Record<string, Slots>;
  scenarios: Record<string, OldScenario>;
  cardSort: { people?: Slots[]; cards: { id: string; facsimile?: string }[] };
  text: Record<'en' | 'es', OldText>;
};

/**
 * Editions kept before papers were drawn once (decision 0009): an officer midway finishes the edition that was opened, so its
 * pack is brought to the present shape, under another address (course-address.ts). Hash, decisions, verdicts and minutes stay
 * what they were.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ edition_hash: string; pack: string }>`SELECT edition_hash, pack FROM edition`.execute(
    db,
  );
  for (const { edition_hash, pack } of rows) {
    const old = JSON.parse(pack) as OldPack;
    if (old.facsimiles) continue;
    const now = JSON.stringify(withPapersOnce(old));
    await sql`UPDATE edition SET pack = ${now} WHERE edition_hash = ${edition_hash}`.execute(db);
  }
}

function withPapersOnce(old: OldPack): OldPack {
  const facsimiles: Record<string, Slots> = {};
  const texts = Object.values(old.text);
  for (const text of texts) text.facsimiles = {};
  for (const scenario of Object.values(old.scenarios)) {
    const [about = ''] = Object.keys(scenario.people);
    scenario.papers = scenario.papers.map(({ id, kind, fields }) => {
      const facsimile = `${scenario.id.toLowerCase()}-${id}`;
      facsimiles[facsimile] = { id: facsimile, kind, fields: fields.map((field) => ({ part: 'line', ...field })) };
      for (const text of texts) {
        const words = text.scenarios[scenario.id]?.papers?.[id];
        // Its people were named by slot; a facsimile knows one person.
        if (words && text.facsimiles) text.facsimiles[facsimile] = renamed(words, about);
      }
      return { id, facsimile, about } as unknown as OldPaper;
    });
    for (const text of texts) delete text.scenarios[scenario.id]?.papers;
  }
  old.cardSort.people = [];
  for (const card of old.cardSort.cards) {
    card.facsimile = `card-${card.id}`;
    facsimiles[card.facsimile] = {
      id: card.facsimile,
      kind: 'court-paper',
      fields: [{ id: 'says', part: 'body', pointsTo: 'nothing' }],
    };
    for (const text of texts) {
      const { title = '', detail = '', why = '' } = text.cardSort.cards[card.id] ?? {};
      const says = { label: title, says: detail, why };
      if (text.facsimiles) text.facsimiles[card.facsimile] = { title, fields: { says } };
    }
  }
  const course = { ...old.course, practice: [], hourStarts: 'business-done', dispatchers: [] };
  return { ...old, course, facsimiles };
}

const renamed = (words: OldWords, slot: string): OldWords =>
  JSON.parse(
    JSON.stringify(words).replaceAll(`{${slot}}`, '{person}').replaceAll(`{${slot}Gender`, '{personGender'),
  ) as OldWords;
