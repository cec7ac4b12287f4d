import { languages } from './closed-lists.ts';
import { type ReadMessage, sentencesOf } from './message.ts';
import type { CoursePack } from './pack.ts';
import { narrationFile, policyFile, storyboardFile, textFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';
import type { FilmPlan } from './reader.ts';
import type { Scenario } from './scenario.ts';
import type { CourseText } from './text.ts';

/** Ids that need words in each language, as places in `text/{en,es}.json`. */
function placesNeeded(pack: CoursePack): string[] {
  return [
    ...pack.course.clauses.map((clause) => `clauses.${clause.id}`),
    ...pack.course.agencySettings.map((setting) => `agencySettings.${setting.id}`),
    ...pack.cardSort.cards.map((card) => `cardSort.cards.${card.id}`),
    ...Object.values(pack.scenarios).flatMap((scenario) => [
      ...Object.entries(scenario.surface).flatMap(([slot, ids]) =>
        ids.map((id) => `scenarios.${scenario.id}.surface.${slot}.${id}`),
      ),
      ...scenario.papers.flatMap((paper) =>
        paper.fields.map((field) => `scenarios.${scenario.id}.papers.${paper.id}.fields.${field.id}`),
      ),
      ...scenario.decisions.flatMap((decision) =>
        decision.options.map((option) => `scenarios.${scenario.id}.decisions.${decision.id}.options.${option.id}`),
      ),
      ...scenario.endings.map((ending) => `scenarios.${scenario.id}.endings.${ending.id}`),
    ]),
  ];
}

const keysOf = (value: object | undefined, path: string) => Object.keys(value ?? {}).map((key) => `${path}.${key}`);

function placesFound(text: CourseText): string[] {
  return [
    ...keysOf(text.clauses, 'clauses'),
    ...keysOf(text.agencySettings, 'agencySettings'),
    ...keysOf(text.cardSort.cards, 'cardSort.cards'),
    ...Object.entries(text.scenarios).flatMap(([id, scenario]) => [
      ...Object.entries(scenario.surface).flatMap(([slot, words]) => keysOf(words, `scenarios.${id}.surface.${slot}`)),
      ...Object.entries(scenario.papers).flatMap(([paper, words]) =>
        keysOf(words.fields, `scenarios.${id}.papers.${paper}.fields`),
      ),
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
      .map((place) => problem('language.missing', textFile(language), place, 'There are no words for this id.'));
  });

/** Words for an id that is gone are a mistake, or a sentence that nobody reviews. */
export const wordsForNothing = (pack: CoursePack): CourseProblem[] =>
  languages.flatMap((language) => {
    const needed = new Set(placesNeeded(pack));
    return placesFound(pack.text[language])
      .filter((place) => !needed.has(place))
      .map((place) => problem('language.surplus', textFile(language), place, 'No id of the course needs these words.'));
  });

/** Every sentence is a sound ICU message that takes only what its scenario fills in. */
export function brokenMessages(pack: CoursePack, read: ReadMessage): CourseProblem[] {
  return languages.flatMap((language) =>
    sentencesOf(pack.text[language]).flatMap(({ path, sentence }) => {
      const place = path.join('.');
      if (place === '$schema') return [];
      const message = read(sentence, language);
      if (!message.ok) return [problem('language.message', textFile(language), place, message.error.reason)];
      // In ICU a straight apostrophe may quote what follows, so that {driver} would be shown as written.
      if (sentence.includes("'")) {
        return [problem('language.message', textFile(language), place, 'Use the typographic apostrophe ’.')];
      }
      const slots = path[0] === 'scenarios' ? slotsOf(pack.scenarios[path[1] ?? '']) : [];
      return message.value.arguments
        .filter((argument) => !slots.includes(argument))
        .map((argument) =>
          problem('language.arguments', textFile(language), place, `Nothing fills in {${argument}} here.`),
        );
    }),
  );
}

const slotsOf = (scenario: Scenario | undefined): string[] =>
  scenario
    ? [...Object.keys(scenario.people).flatMap((slot) => [slot, `${slot}Gender`]), ...Object.keys(scenario.surface)]
    : [];

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
    return en === es || !spanish.has(place) ? [] : [problem('language.arguments', textFile('es'), place, reason)];
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
