import { expect, test } from 'vitest';
import type { PathStep } from '#domain/completion/report.ts';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { attemptSeed, type Quiz, replayQuiz, startQuiz } from '#domain/scenario/quiz.ts';
import { type Run, replay, rulingOf } from '#domain/scenario/run.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import type { Payloads } from '#server/ledger/kinds.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { type Agency, anAgency, anItem, decideAll, decisionsOf, send } from '#test/support/an-agency.ts';

type Decided = Payloads['training.decided'];

/** What the chain holds of decisions, as text that was hashed; no projection is asked. */
async function recordedOf({ installation: { db } }: Agency): Promise<Decided[]> {
  const rows = await db
    .selectFrom('ledger_entry as entry')
    .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
    .select('payload.text')
    .where('entry.kind', '=', 'training.decided')
    .orderBy('entry.seq')
    .execute();
  return rows.map((row) => (JSON.parse(row.text) as { payload: Decided }).payload);
}

/** Every run out of its payloads: the edition they pin, the seed they carry, the choices in order. */
function runsIn(recorded: Decided[], packOf: (editionHash: string) => CoursePack) {
  return [...Map.groupBy(recorded, ({ seed }) => seed)].map(([seed, entries]) => {
    const [{ item } = { item: undefined }] = entries;
    const pack = packOf(item?.editionHash ?? '');
    const scenario = pack.scenarios[item?.scenarioId ?? ''];
    if (!scenario) throw new Error(`No scenario for ${seed}.`);
    const choices = entries.map((entry) => ({ decisionId: entry.item.decisionId, optionId: entry.item.optionId }));
    const ruling = rulingOf(pack.course);
    const run = replay(scenario, seed, choices, ruling);
    if (!run) throw new Error(`${seed} cannot be replayed.`);
    return { run, explained: explanationsOf(scenario, run, ruling), scenario, pack };
  });
}

const begunRuns = ({ runs }: Quiz): Run[] => Object.values(runs).flatMap((all) => all.filter((run) => run.choices[0]));

test.each(['right', 'wrong'] as const)(
  'what the ledger holds of a decision replays the run to the minute, with the people and places of that day (%s)',
  async (verdict) => {
    const pack = theRealCourse();
    const agency = await anAgency({ pack });
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened', { editionHash: pack.editionHash }));
    await decideAll(agency, officer, 'north-officer', verdict);

    const replayed = runsIn(await recordedOf(agency), (hash) => agency.installation.editions.get(hash));

    // As the officer's own screen drew it, from the attempt's seed.
    const seed = attemptSeed('north-officer', pack.editionHash, 1);
    const shown = replayQuiz(pack, seed, decisionsOf(pack, 'north-officer', verdict)) ?? startQuiz(pack, seed);
    expect(replayed.map(({ run }) => run)).toEqual(begunRuns(shown));
    for (const { run, scenario, pack: kept } of replayed) {
      const shownRun = begunRuns(shown).find((each) => each.seed === run.seed);
      for (const language of languages) {
        expect(surfaceOf(kept, scenario, run.seed, language)).toEqual(
          surfaceOf(pack, scenario, shownRun?.seed ?? '', language),
        );
      }
    }
    // And as the server reads the path to the training unit.
    const { body } = await officer.get<{ steps: PathStep[] }>('/api/training/path');
    expect(
      replayed.flatMap(({ run, explained }) =>
        explained.map(({ option, after }) => [run.seed, option.id, after.stopMinutes, after.holdMinutes]),
      ),
    ).toEqual(body.steps.map((step) => [step.seed, step.optionId, step.stopMinutes, step.holdMinutes]));
  },
);

test('nobody chooses the seed: one that is sent along is not taken', async () => {
  const agency = await anAgency();
  const officer = await agency.as('north-officer');
  await send(officer, anItem('opened'));
  const [first] = decisionsOf(agency.pack, 'north-officer');
  const chosen = await send(officer, anItem('decided', { attempt: 1, ...first, seed: 'mine:1' }));
  expect(chosen.status).toBe(422);
  expect(await recordedOf(agency)).toEqual([]);
});
