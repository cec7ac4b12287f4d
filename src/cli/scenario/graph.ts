import type { Graph } from '@viz-js/viz';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Decision, Option, Scenario } from '#domain/course/scenario.ts';
import { holdLimitEnding, type Run, rulingOf } from '#domain/scenario/run.ts';
import { factsOf, minutesOf } from './facts.ts';
import { label } from './label.ts';
import { basisTag, markOf, minutesAdded } from './marks.ts';
import { scenarioWords } from './words.ts';

type Attributes = Record<string, string | number | { html: string }>;
type Drawn = { nodes: { name: string; attributes: Attributes }[]; edges: Edge[] };
type Edge = { tail: string; head: string; attributes: Attributes };

const ink = '#10233f';
const quiet = '#4a5b75';
const rightWay = '#1e6b3a';

/** The steps that some run of a list takes: where it stood, what it chose, and where that led. */
function stepsTaken(runs: readonly Run[]): Set<string> {
  const steps = runs.flatMap(({ choices, endingId }) =>
    choices.map(({ decisionId, optionId }, index) => {
      const next = choices[index + 1]?.decisionId ?? endingId;
      return `${decisionId}.${optionId} ${next}`;
    }),
  );
  return new Set(steps);
}

/** A scenario as a graph: question, options with their marks, minutes on the way, chances, endings; right ways are thick. */
export function graphOf(pack: CoursePack, scenario: Scenario, language: Language): Graph {
  const words = scenarioWords(pack, scenario, language);
  const ruling = rulingOf(pack.course);
  const { right, runs } = factsOf(pack, scenario);
  const rightSteps = stepsTaken(right);
  const overTheHour = new Set([...stepsTaken(runs)].filter((step) => step.endsWith(` ${holdLimitEnding}`)));
  const way = (step: string): Attributes => (rightSteps.has(step) ? { penwidth: 4, color: rightWay } : {});

  const optionDrawn = (decision: Decision, option: Option): Drawn => {
    const name = `${decision.id}.${option.id}`;
    const mark = markOf(decision, option, ruling);
    const isRight = [...rightSteps].some((step) => step.startsWith(`${name} `));
    const minutes = minutesAdded(option);
    const found = basisTag(option.basis);
    const node = {
      name,
      attributes: {
        shape: mark.shape,
        style: mark.style,
        color: mark.colour,
        fillcolor: mark.ground,
        penwidth: isRight ? 3 : 1,
        label: label(mark.word, words.option(decision, option), [option.id, option.clauses.join(' '), found]),
      },
    };
    const into: Edge = {
      tail: decision.id,
      head: name,
      // Kept short, so that the options stand beside their question.
      attributes: { weight: 20, ...(isRight ? { penwidth: 4, color: rightWay } : {}) },
    };
    const edges: Edge[] = [];
    const nodes: Drawn['nodes'] = [node];
    if (typeof option.next === 'string') {
      edges.push({
        tail: name,
        head: option.next,
        attributes: { label: minutes, ...way(`${name} ${option.next}`) },
      });
    } else {
      const chance = `${name}?${option.next.chance}`;
      nodes.push({
        name: chance,
        attributes: {
          shape: 'circle',
          color: quiet,
          fillcolor: '#ffffff',
          penwidth: 1,
          label: label('Chance', option.next.chance, []),
        },
      });
      edges.push({
        tail: name,
        head: chance,
        attributes: { label: minutes, ...(isRight ? { penwidth: 4, color: rightWay } : {}) },
      });
      for (const [outcome, next] of Object.entries(option.next.leadsTo)) {
        edges.push({ tail: chance, head: next, attributes: { label: outcome, ...way(`${name} ${next}`) } });
      }
    }
    const leadsThere = edges.some((edge) => edge.head === holdLimitEnding);
    if (overTheHour.has(`${name} ${holdLimitEnding}`) && !leadsThere) {
      edges.push({
        tail: name,
        head: holdLimitEnding,
        attributes: { style: 'dashed', label: 'if the hour is over' },
      });
    }
    return { nodes, edges: [into, ...edges] };
  };

  const start: Drawn = {
    nodes: [
      {
        name: 'start',
        attributes: {
          shape: 'plain',
          style: 'solid',
          label: label(words.title, minutesOf(scenario.startsAt), [basisTag(scenario.startsAt.basis)]),
        },
      },
    ],
    edges: [{ tail: 'start', head: scenario.start, attributes: { penwidth: 4, color: rightWay } }],
  };
  const decisions = scenario.decisions.map((decision) => ({
    name: decision.id,
    attributes: {
      shape: 'box',
      style: 'rounded,filled',
      color: ink,
      fillcolor: '#ffffff',
      penwidth: 2,
      label: label('Decision', words.question(decision), [
        decision.id,
        decision.papers.length > 0 && `papers: ${decision.papers.join(', ')}`,
        decision.agency && `agency setting: ${decision.agency}`,
        basisTag(decision.basis),
      ]),
    },
  }));
  const endings = scenario.endings.map(({ id }) => ({
    name: id,
    attributes: {
      shape: 'box',
      peripheries: 2,
      color: quiet,
      fillcolor: '#f1ede4',
      label: label('Ending', words.ending(id), [id]),
    },
  }));
  const options = scenario.decisions.flatMap((decision) =>
    decision.options.map((option) => optionDrawn(decision, option)),
  );
  const font = { fontname: 'Arial', fontsize: 13, fontcolor: ink };
  return {
    directed: true,
    graphAttributes: { rankdir: 'LR', bgcolor: '#fbf8f2', nodesep: 0.18, ranksep: 0.5, pad: 0.3, ...font },
    nodeAttributes: { style: 'filled', margin: '0.14,0.08', ...font },
    edgeAttributes: { color: quiet, arrowsize: 0.8, ...font, fontsize: 12 },
    nodes: [...start.nodes, ...decisions, ...options.flatMap((each) => each.nodes), ...endings],
    edges: [...start.edges, ...options.flatMap((each) => each.edges)],
  };
}
