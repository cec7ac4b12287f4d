import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '#cli/check-content.ts';
import { courseSchemaFiles } from '#cli/course-schemas.ts';
import { languages } from '#domain/course/closed-lists.ts';
import { sentencesOf } from '#domain/course/message.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { rightPaths } from '#domain/course/paths.ts';
import { medianReadingMinutes } from '#domain/course/reading-time.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { validDraws } from '#domain/scenario/draw.ts';
import { decide, type Quiz, startQuiz } from '#domain/scenario/quiz.ts';
import { choose, type Run, rulingOf, startRun } from '#domain/scenario/run.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { readMessage } from '#server/course/icu-message.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'content/civil-criminal-warrants');
const shortFolder = join(root, 'test/support/short-course');

const packOf = (course: string, media: string): CoursePack => {
  const book = loadCourse(course, media);
  if (!book.ok) throw new Error(JSON.stringify(book.error.problems, null, 2));
  return book.value.pack;
};
const pack = packOf(folder, join(root, 'public/media/civil-criminal-warrants'));

test.each([folder, shortFolder])('%s keeps every rule', (course) => {
  const { lines, exitCode } = checkContent(course);
  expect(lines.at(-1)).toBe('Every rule is kept.');
  expect(exitCode).toBe(0);
});

test('an agency that breaks its course reads file, place and reason, and the build stops', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'muster-course-'));
  await cp(shortFolder, copy, { recursive: true });
  const file = join(copy, 'scenarios/S1.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"why-word"', '"why-not"'));
  const { lines, exitCode } = checkContent(copy, join(copy, 'media/short-course'));
  await rm(copy, { recursive: true });
  expect(exitCode).toBe(1);
  expect(lines.join('\n')).toMatch(/scenarios\/S1\.json · decisions\.hit\.options\.arrest\n.*why-not/);
});

test('a copy of the course under another name finds the film of its course', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'muster-copy-'));
  const copy = join(parent, 'our-department');
  await cp(folder, copy, { recursive: true });
  const { lines, exitCode } = checkContent(copy);
  await rm(parent, { recursive: true });
  expect(lines.at(-1)).toBe('Every rule is kept.');
  expect(exitCode).toBe(0);
});

test('the JSON Schemas for editors are those that the product parses with', async () => {
  for (const [name, text] of Object.entries(courseSchemaFiles())) {
    expect(await readFile(join(root, 'content/schema', name), 'utf8'), name).toBe(text);
  }
});

describe('the course that ships', () => {
  test('has the clauses R1–R17, tests eleven of them, and never lets R1, R4 and R7 be broken', () => {
    expect(pack.course.clauses.map((clause) => clause.id)).toEqual(Array.from({ length: 17 }, (_, i) => `R${i + 1}`));
    const tested = pack.course.clauses.filter((clause) => clause.tested).map((clause) => clause.id);
    expect(tested).toEqual(['R1', 'R2', 'R4', 'R5', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13']);
    expect(pack.course.passRule).toEqual({ watchedShare: 0.98, reruns: 2, neverBroken: ['R1', 'R4', 'R7'] });
    expect(pack.course.counselReview).toBe('no');
  });

  test('states every tested clause in the margin of the policy, in both languages', () => {
    for (const language of languages) {
      const stated = pack.policy[language].blocks.flatMap((block) => block.clauses).sort();
      expect(stated).toEqual(['R1', 'R10', 'R11', 'R12', 'R13', 'R2', 'R4', 'R5', 'R7', 'R8', 'R9']);
    }
  });

  test.each([
    ['en', 5.2],
    ['es', 5.6],
  ] as const)('leaves time for the day’s business at roll call (%s, %s minutes)', (language, minutes) => {
    expect(medianReadingMinutes(pack, language, readMessage)).toBeLessThanOrEqual(minutes);
  });

  test('names people of varied origin, three or more for every part', () => {
    for (const scenario of Object.values(pack.scenarios)) {
      for (const people of Object.values(scenario.people)) {
        expect(people.length, scenario.id).toBeGreaterThanOrEqual(3);
        expect(new Set(people.map((person) => person.gender)).size, scenario.id).toBe(2);
      }
    }
  });

  test('says penal, not criminal, and never calls the record a summons, in Spanish', () => {
    for (const { path, sentence } of sentencesOf(pack.text.es)) {
      if (path.at(-1) === 'id') continue;
      expect(sentence, path.join('.')).not.toMatch(/\bcriminal(es)?\b|\bcitación|tráfico de personas|\btú\b/i);
    }
  });

  test.each(languages)('cannot be passed by taking the longest answer (%s)', (language) => {
    const graded = (scenario: Scenario) => scenario.decisions.filter((decision) => decision.agency === undefined);
    const decisions = Object.values(pack.scenarios).flatMap((scenario) =>
      graded(scenario).map((decision) => {
        const words = pack.text[language].scenarios[scenario.id]?.decisions[decision.id]?.options;
        const length = (id: string) => words?.[id]?.label.length ?? 0;
        return decision.options.toSorted((a, b) => length(b.id) - length(a.id))[0]?.verdict;
      }),
    );
    expect(decisions.filter((verdict) => verdict === 'right').length).toBeLessThanOrEqual(decisions.length / 3);
  });

  test('points editors to schemas that are there', async () => {
    for (const id of [...Object.keys(pack.scenarios), pack.course.cardSort]) {
      const { $schema } = JSON.parse(await readFile(join(folder, 'scenarios', `${id}.json`), 'utf8'));
      const schema = JSON.parse(await readFile(join(folder, 'scenarios', $schema), 'utf8'));
      expect(schema.properties.id, id).toBeDefined();
    }
  });

  test('gives every wrong answer a reason that opens with the clause it breaks', () => {
    for (const scenario of Object.values(pack.scenarios)) {
      for (const decision of scenario.decisions) {
        for (const option of decision.options) {
          for (const language of languages) {
            const why = pack.text[language].scenarios[scenario.id]?.decisions[decision.id]?.options[option.id]?.why;
            expect(why, `${scenario.id}.${decision.id}.${option.id}`).toMatch(new RegExp(`\\b${option.clauses[0]}\\b`));
          }
        }
      }
    }
  });
});

describe('the facts of the scenarios', () => {
  const scenarioOf = (id: string): Scenario => {
    const scenario = pack.scenarios[id];
    if (!scenario) throw new Error(`The course has no ${id}.`);
    return scenario;
  };
  const ways = (id: string) => rightPaths(scenarioOf(id), rulingOf(pack.course));
  const heldOn = (id: string, ending: string) =>
    Math.max(...ways(id).flatMap((way) => (way.ending === ending ? [way.holdMinutes] : [])));
  const optionsAt = (id: string, decisionId: string) =>
    scenarioOf(id).decisions.find((decision) => decision.id === decisionId)?.options ?? [];
  const verdicts = (id: string, decisionId: string) =>
    Object.fromEntries(optionsAt(id, decisionId).map((option) => [option.id, option.verdict]));

  test('hold as long as the minutes of its steps say, and no longer', () => {
    for (const way of ways('S2')) expect(way.holdMinutes).toBe(2 + 4 + 10);
    // Read 2, dispatch 3, supervisor 5 and 3. The 2 of the release are no hold: by then it is civil (R1, R7).
    expect(heldOn('S4', 'released')).toBe(13);
    expect(heldOn('S4', 'arrested')).toBe(13 + 10);
    expect(heldOn('S11', 'hold-ended')).toBe(10 + 5);
    for (const way of [...ways('S10'), ...ways('S13')]) expect(way.holdMinutes).toBe(0);
  });

  test('let an inherited stop end inside the hour, whether the answer comes or not', () => {
    expect([heldOn('S8', 'arrested'), heldOn('S8', 'released')]).toEqual([53, 55]);
  });

  test('do not count a hold as over the hour once dispatch has confirmed (R10 is about finding out)', () => {
    const inherited = scenarioOf('S8');
    const confirmed = Array.from({ length: 40 }, (_, seed) =>
      ['press', 'tell-supervisor'].reduce<Run | null>(
        (run, optionId) =>
          run && choose(inherited, run, { decisionId: run.decisionId ?? '', optionId }, rulingOf(pack.course)),
        startRun(inherited, `seed-${seed}`),
      ),
    ).find((run) => run?.decisionId === 'confirmed');
    expect(confirmed).toMatchObject({ holdMinutes: 53, basis: 'criminal' });
    const late = confirmed && { ...confirmed, holdMinutes: 59 };
    const again =
      late && choose(inherited, late, { decisionId: 'confirmed', optionId: 'confirm-again' }, rulingOf(pack.course));
    expect(again).toMatchObject({ holdMinutes: 62, decisionId: 'confirmed', wrong: [] });
  });

  test('fail nobody for the priority of a request, nor for calling the supervisor before dispatch', () => {
    expect(verdicts('S2', 'dispatch')['no-hurry']).toBe('coach');
    expect(verdicts('S4', 'cut-off')).toMatchObject({ 'ask-dispatch': 'right', 'call-supervisor': 'right' });
    expect(verdicts('S11', 'hit')).toMatchObject({ 'ask-dispatch': 'right', 'call-supervisor': 'right' });
  });

  test('have an end that is sound for real agents and for impostors, for a civil and a criminal record', () => {
    const sound = (id: string) => new Set(ways(id).map((way) => way.ending));
    expect(sound('S10')).toEqual(new Set(['no-part', 'under-investigation']));
    expect(sound('S4')).toEqual(new Set(['released', 'arrested']));
  });

  test('leave a deported-felon record to the agency, after over-reach and looking away were both wrong', () => {
    expect(verdicts('S11', 'hit')).toMatchObject({ arrest: 'wrong', 'wave-on': 'wrong' });
    for (const way of ways('S11')) expect(way.steps.at(-1)?.decision.agency).toBe('deported-felon');
  });

  test.each([
    ['en', 'Active.', /U\.S\. citizen/],
    ['es', 'Vigente.', /ciudadanía estadounidense/],
  ] as const)(
    'have dispatch answer what was asked, and clear the citizen who shares a name (%s)',
    (language, active, citizen) => {
      const decisions = pack.text[language].scenarios.S2?.decisions;
      expect(decisions?.dispatch?.options['only-active']?.radio?.at(-1)).toEqual({ who: 'dispatch', says: active });
      expect(decisions?.['other-person']?.radio?.at(-1)?.says).toMatch(citizen);
      expect(verdicts('S2', 'other-person')).toEqual({
        release: 'right',
        'arrest-anyway': 'wrong',
        'ask-proof': 'wrong',
      });
    },
  );

  test.each([
    ['en', /accent|tattoo|look(s|ed)? like|nationalit|foreign|skin|latin|hispanic|country/i],
    ['es', /acento|tatuaj|aspecto|apariencia|nacionalidad|extranjer|piel|latin|hispan|país/i],
  ] as const)('never make looks, accent or nationality a reason that is right (%s)', (language, reason) => {
    for (const scenario of Object.values(pack.scenarios)) {
      for (const { decision, option } of ways(scenario.id).flatMap((way) => way.steps)) {
        const words = pack.text[language].scenarios[scenario.id]?.decisions[decision.id]?.options[option.id];
        expect(words?.label, `${scenario.id}.${decision.id}.${option.id}`).not.toMatch(reason);
      }
    }
  });
});

describe('an officer in the quiz that ships', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => `badge-${index}`);
  /** Decides by a verdict until the attempt ends. */
  const decideAll = (seed: string, verdict: 'right' | 'wrong'): Quiz => {
    let quiz = startQuiz(pack, seed);
    for (let step = 0; quiz.current && step < 100; step += 1) {
      const { scenarioId, run } = quiz.current;
      const at = quiz.runs[scenarioId]?.at(-1)?.decisionId;
      const decision = pack.scenarios[scenarioId]?.decisions.find((each) => each.id === at);
      const option = decision?.options.find((each) => each.verdict === verdict);
      const after =
        decision && option && decide(pack, quiz, { scenarioId, run, decisionId: decision.id, optionId: option.id });
      if (!after) throw new Error(`No ${verdict} option at ${scenarioId}.${at}.`);
      quiz = after;
    }
    return quiz;
  };

  test('passes by reading every record, whatever is drawn, within ten decisions', () => {
    for (const seed of seeds) {
      const quiz = decideAll(seed, 'right');
      expect(quiz.standing, seed).toBe('passed');
      const choices = Object.values(quiz.runs).flatMap((runs) => runs.flatMap((run) => run.choices));
      expect(choices.length).toBeLessThanOrEqual(10);
      for (const [run] of Object.values(quiz.runs)) expect(run?.holdMinutes).toBeLessThanOrEqual(60);
    }
  });

  test('ends with a talk to the sergeant after three wrong runs', () => {
    for (const seed of seeds.slice(0, 20)) expect(decideAll(seed, 'wrong').standing, seed).toBe('needs-talk');
  });

  test('meets every draw sooner or later, and each names one scenario a slot', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `badge-${index}`);
    const drawn = new Set(many.map((seed) => startQuiz(pack, seed).drawn.join('+')));
    expect(drawn).toEqual(new Set(validDraws(pack).map((draw) => draw.join('+'))));
    for (const draw of drawn) expect(draw.split('+')).toHaveLength(4);
    expect(new Set([...drawn].flatMap((draw) => draw.split('+')))).toEqual(
      new Set(Object.values(pack.course.draw).flat()),
    );
  });
});
