import { holdAdded, holdLimitEnding, holdLimitMinutes, type Ruling } from '../scenario/run.ts';
import { scenarioFile } from './parse-file.ts';
import { mayBeRight, rightPaths, waysOn } from './paths.ts';
import { type CourseProblem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

const decisionsAScenario = 3;

const once = (problems: CourseProblem[]) => [...new Map(problems.map((each) => [each.path, each])).values()];

/** Every way must end. A coached option may lead back to its own decision only: it is not offered twice. */
export function endlessPaths(scenario: Scenario): CourseProblem[] {
  const walk = (at: string, seen: string[]): string[] => {
    const decision = scenario.decisions.find((each) => each.id === at);
    if (!decision) return [];
    if (seen.includes(at)) return [at];
    return decision.options
      .flatMap((option) => waysOn(option).filter((way) => !(option.verdict === 'coach' && way === at)))
      .flatMap((way) => walk(way, [...seen, at]));
  };
  return [...new Set(walk(scenario.start, []))].map((id) =>
    problem(
      'path.endless',
      scenarioFile(scenario.id),
      `decisions.${id}`,
      'A path comes back here, so it need not end.',
    ),
  );
}

/** A wrong option ends the run; going on after it would teach that it was well enough. */
export function wrongOptionsThatGoOn(scenario: Scenario): CourseProblem[] {
  const endings = scenario.endings.map((ending) => ending.id);
  return scenario.decisions.flatMap((decision) =>
    decision.options
      .filter((option) => !mayBeRight(decision, option) && option.verdict === 'wrong')
      .filter((option) => waysOn(option).some((way) => !endings.includes(way)))
      .map((option) =>
        problem(
          'path.wrong-goes-on',
          scenarioFile(scenario.id),
          `decisions.${decision.id}.options.${option.id}`,
          'A wrong option must lead to an ending.',
        ),
      ),
  );
}

/** From every decision that a learner can meet there must be a right option. */
export function decisionsWithoutRightWay(scenario: Scenario): CourseProblem[] {
  return scenario.decisions
    .filter((decision) => !decision.options.some((option) => mayBeRight(decision, option)))
    .map((decision) =>
      problem(
        'path.no-right-way',
        scenarioFile(scenario.id),
        `decisions.${decision.id}`,
        'None of its options is right.',
      ),
    );
}

export function unreachablePlaces(scenario: Scenario): CourseProblem[] {
  const met = new Set<string>();
  const walk = (at: string): void => {
    if (met.has(at)) return;
    met.add(at);
    for (const option of scenario.decisions.find((each) => each.id === at)?.options ?? []) waysOn(option).forEach(walk);
  };
  walk(scenario.start);
  return [
    ...scenario.decisions.map((decision) => ['decisions', decision.id] as const),
    ...scenario.endings.map((ending) => ['endings', ending.id] as const),
  ]
    .filter(([, id]) => !met.has(id))
    .map(([kind, id]) =>
      problem('path.unreachable', scenarioFile(scenario.id), `${kind}.${id}`, 'No path leads here.'),
    );
}

export function tooManyDecisions(scenario: Scenario, ruling: Ruling): CourseProblem[] {
  const longest = Math.max(...rightPaths(scenario, ruling).map((path) => path.steps.length));
  const reason = `The right path has ${longest} decisions; ${decisionsAScenario} are enough at roll call.`;
  return longest <= decisionsAScenario
    ? []
    : [problem('path.too-many-decisions', scenarioFile(scenario.id), 'decisions', reason)];
}

/** R10: the right path keeps the hold within the hour, also for the officer who is coached on the way. */
export function rightPathsOverTheHour(scenario: Scenario, ruling: Ruling): CourseProblem[] {
  return once(
    rightPaths(scenario, ruling).flatMap(({ steps, holdMinutes }) => {
      const coached = steps.flatMap((step) => step.decision.options.filter((option) => option.verdict === 'coach'));
      const hold =
        holdMinutes + coached.reduce((sum, option) => sum + holdAdded(scenario, option, 'unknown', ruling), 0);
      const last = steps.at(-1);
      const reason = `The right path holds for ${hold} minutes, coaching counted; R10 allows ${holdLimitMinutes}.`;
      return hold <= holdLimitMinutes
        ? []
        : [problem('path.hold-over-limit', scenarioFile(scenario.id), `decisions.${last?.decision.id}`, reason)];
    }),
  );
}

/** R1, R7: once the basis is known to be civil, neither a right option nor one that is only coached may hold for another minute. */
export function soundOptionsThatHoldOnCivil(scenario: Scenario, ruling: Ruling): CourseProblem[] {
  return once(
    rightPaths(scenario, ruling).flatMap(({ steps }) =>
      steps
        .filter((step) => step.basisBefore === 'civil')
        .flatMap(({ decision, option }) =>
          [option, ...decision.options.filter((each) => each.verdict === 'coach')]
            .filter((each) => each.holdMinutes > 0)
            .map((each) =>
              problem(
                'path.hold-on-civil',
                scenarioFile(scenario.id),
                `decisions.${decision.id}.options.${each.id}`,
                'The basis is known to be civil, and this option still holds the person without being wrong.',
              ),
            ),
        ),
    ),
  );
}

/** Past the hour with the basis unknown the run ends by itself, so the scenario needs words for that ending. */
export function missingHourEnding(scenario: Scenario, ruling: Ruling): CourseProblem[] {
  if (scenario.endings.some((ending) => ending.id === holdLimitEnding)) return [];
  const coachedHold = scenario.decisions
    .flatMap((decision) => decision.options.filter((option) => option.verdict === 'coach'))
    .reduce((sum, option) => sum + holdAdded(scenario, option, 'unknown', ruling), 0);
  return once(
    rightPaths(scenario, ruling).flatMap(({ steps }) =>
      steps
        .filter((step) => step.basisBefore === 'unknown')
        .flatMap((step) =>
          step.decision.options
            .filter((option) => (option.basis ?? 'unknown') === 'unknown')
            .filter(
              (option) =>
                step.holdBefore + coachedHold + holdAdded(scenario, option, 'unknown', ruling) > holdLimitMinutes,
            )
            .map((option) =>
              problem(
                'path.hour-without-ending',
                scenarioFile(scenario.id),
                `decisions.${step.decision.id}.options.${option.id}`,
                `The hour can run out here, but there is no ending ${holdLimitEnding}.`,
              ),
            ),
        ),
    ),
  );
}
