import { type Language, languages } from './closed-lists.ts';
import { type ReadMessage, sentencesOf } from './message.ts';
import type { CoursePack } from './pack.ts';
import { narrationFile, policyFile, scenarioTextFile, storyboardFile, textFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';
import type { FilmPlan } from './reader.ts';
import type { CourseText } from './text.ts';

/** Ids that need words in each language, as places in the text. */
function placesNeeded(pack: CoursePack): string[] {
  return [
    ...pack.course.clauses.map((clause) => `clauses.${clause.id}`),
    ...pack.course.agencySettings.map((setting) => `agencySettings.${setting.id}`),
    ...pack.cardSort.cards.map((card) => `cardSort.cards.${card.id}`),
    ...pack.card.questions.flatMap(({ id, answers }) =>
      answers.map((each) => `card.questions.${id}.answers.${each.id}`),
    ),
    ...pack.card.outcomes.map((outcome) => `card.outcomes.${outcome.id}`),
    ...Object.values(pack.facsimiles).flatMap((facsimile) =>
      facsimile.fields.map((field) => `facsimiles.${facsimile.id}.fields.${field.id}`),
    ),
    ...Object.values(pack.scenarios).flatMap((scenario) => [
      ...Object.entries(scenario.surface).flatMap(([slot, ids]) =>
        ids.map((id) => `scenarios.${scenario.id}.surface.${slot}.${id}`),
      ),
      ...scenario.decisions.flatMap((decision) =>
        decision.options.map((option) => `scenarios.${scenario.id}.decisions.${decision.id}.options.${option.id}`),
      ),
      ...scenario.endings.map((ending) => `scenarios.${scenario.id}.endings.${ending.id}`),
    ]),
  ];
}

/** Where an editor finds a place of the text: the words of a scenario have a file of their own. */
function problemAt(code: CourseProblem['code'], language: Language, place: string, reason: string): CourseProblem {
  const [, id, path] = /^scenarios\.([^.]+)\.(.+)$/.exec(place) ?? [];
  return id && path
    ? problem(code, scenarioTextFile(language, id), path, reason)
    : problem(code, textFile(language), place, reason);
}

const keysOf = (value: object | undefined, path: string) => Object.keys(value ?? {}).map((key) => `${path}.${key}`);

function placesFound(text: CourseText): string[] {
  return [
    ...keysOf(text.clauses, 'clauses'),
    ...keysOf(text.agencySettings, 'agencySettings'),
    ...keysOf(text.cardSort.cards, 'cardSort.cards'),
    ...Object.entries(text.card.questions).flatMap(([id, words]) =>
      keysOf(words.answers, `card.questions.${id}.answers`),
    ),
    ...keysOf(text.card.outcomes, 'card.outcomes'),
    ...Object.entries(text.facsimiles).flatMap(([id, words]) => keysOf(words.fields, `facsimiles.${id}.fields`)),
    ...Object.entries(text.scenarios).flatMap(([id, scenario]) => [
      ...Object.entries(scenario.surface).flatMap(([slot, words]) => keysOf(words, `scenarios.${id}.surface.${slot}`)),
      ...Object.entries(scenario.decisions).flatMap(([decision, words]) =>
        keysOf(words.options, `scenarios.${id}.decisions.${decision}.options`),
      ),
      ...keysOf(scenario.endings, `scenarios.${id}.endings`),
    ]),
  ];
}

/** Both languages for every id. */
export const wordsMissing = (pack: CoursePack): CourseProblem[] =>
  languages.flatMap((language) => {
    const found = new Set(placesFound(pack.text[language]));
    return placesNeeded(pack)
      .filter((place) => !found.has(place))
      .map((place) => problemAt('language.missing', language, place, 'There are no words for this id.'));
  });

/** Words for an id that is gone are a mistake, or a sentence that nobody reviews. */
export const wordsForNothing = (pack: CoursePack): CourseProblem[] =>
  languages.flatMap((language) => {
    const needed = new Set(placesNeeded(pack));
    return placesFound(pack.text[language])
      .filter((place) => !needed.has(place))
      .map((place) => problemAt('language.surplus', language, place, 'No id of the course needs these words.'));
  });

/** Every sentence is a sound ICU message that takes only what its scenario fills in. */
export function brokenMessages(pack: CoursePack, read: ReadMessage): CourseProblem[] {
  return languages.flatMap((language) =>
    sentencesOf(pack.text[language]).flatMap(({ path, sentence }) => {
      const place = path.join('.');
      if (place.endsWith('$schema')) return [];
      const message = read(sentence, language);
      if (!message.ok) return [problemAt('language.message', language, place, message.error.reason)];
      // In ICU a straight apostrophe may quote what follows, so that {driver} would be shown as written.
      if (sentence.includes("'")) {
        return [problemAt('language.message', language, place, 'Use the typographic apostrophe ’.')];
      }
      const slots = slotsAt(pack, path);
      return message.value.arguments
        .filter((argument) => !slots.includes(argument))
        .map((argument) => problemAt('language.arguments', language, place, `Nothing fills in {${argument}} here.`));
    }),
  );
}

function slotsAt(pack: CoursePack, [part, id = '']: readonly string[]): string[] {
  if (part === 'facsimiles') return slotsOfPerson('person');
  const scenario = part === 'scenarios' ? pack.scenarios[id] : undefined;
  if (!scenario) return [];
  const people = Object.keys(scenario.people).flatMap(slotsOfPerson);
  return [...people, ...Object.keys(scenario.surface), 'dispatcher', 'dispatcherGender'];
}

const slotsOfPerson = (slot: string) => [slot, `${slot}Gender`, `${slot}Born`];

/** Spanish names whom English names: the arguments agree, but for gender, which only one language may need. */
export function argumentsThatDiffer(pack: CoursePack, read: ReadMessage): CourseProblem[] {
  const namedBy = (sentence: string | undefined, language: 'en' | 'es') => {
    const message = read(sentence ?? '', language);
    const named = message.ok ? message.value.arguments.filter((argument) => !argument.endsWith('Gender')) : [];
    return named.sort().join(', ');
  };
  const spanish = new Map(sentencesOf(pack.text.es).map(({ path, sentence }) => [path.join('.'), sentence]));
  return sentencesOf(pack.text.en).flatMap(({ path, sentence }) => {
    const place = path.join('.');
    const [en, es] = [namedBy(sentence, 'en'), namedBy(spanish.get(place), 'es')];
    const reason = `English fills in {${en}}, Spanish {${es}}.`;
    return en === es || !spanish.has(place) ? [] : [problemAt('language.arguments', 'es', place, reason)];
  });
}

/** Paragraph for paragraph, both policies state the same clauses. */
export function policiesThatDiffer(pack: CoursePack): CourseProblem[] {
  const margin = (language: 'en' | 'es') =>
    pack.policy[language].blocks.map((block) => `${block.kind} ${block.clauses.join(' ')}`.trim());
  const [en, es] = [margin('en'), margin('es')];
  const at =
    en.length > es.length ? en.findIndex((block, i) => block !== es[i]) : es.findIndex((block, i) => block !== en[i]);
  if (at === -1) return [];
  const reason = `English has “${en[at] ?? 'nothing'}” here, Spanish “${es[at] ?? 'nothing'}”.`;
  return [problem('language.policy', policyFile('es'), `block ${at + 1}`, reason)];
}

/** The narration of both languages has words for every scene and cue of the storyboard, and no others. */
export function narrationThatDiffers(plan: FilmPlan | null): CourseProblem[] {
  if (!plan) return [];
  const { scenes } = plan.storyboard;
  const wanted = [
    ...scenes.map((scene) => `scenes.${scene.id}`),
    ...scenes.flatMap((scene) => scene.cues.map((cue) => `cues.${cue.id}`)),
  ];
  return languages.flatMap((language) => {
    const narration = plan.narration[language];
    const found = [...keysOf(narration.scenes, 'scenes'), ...keysOf(narration.cues, 'cues')];
    return [
      ...wanted
        .filter((place) => !found.includes(place))
        .map((place) => problem('language.narration', narrationFile(language), place, 'Nothing is said for this id.')),
      ...found
        .filter((place) => !wanted.includes(place))
        .map((place) =>
          problem('language.narration', narrationFile(language), place, `${storyboardFile} has no such id.`),
        ),
    ];
  });
}
