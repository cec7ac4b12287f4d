import type { CoursePack } from './pack.ts';
import { scenarioFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';

/** Where the agency decides there must be something to decide: two options that its setting offers. */
export const agencyUntold = (pack: CoursePack): CourseProblem[] =>
  Object.values(pack.scenarios).flatMap((scenario) =>
    scenario.decisions.flatMap((decision) => {
      const setting = pack.course.agencySettings.find((each) => each.id === decision.agency);
      if (decision.agency === undefined) return [];
      const offered = decision.options.filter((option) => setting?.options.includes(option.id)).length;
      const reason = `Setting ${decision.agency} offers ${offered} of its options; the agency needs two to choose from.`;
      return offered >= 2
        ? []
        : [problem('agency.untold', scenarioFile(scenario.id), `decisions.${decision.id}`, reason)];
    }),
  );
