import type { Graph } from '@viz-js/viz';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { rulingOf } from '#domain/scenario/run.ts';
import { minutesOf } from './facts.ts';
import { optionDrawn } from './graph-option.ts';
import { label } from './label.ts';
import { basisTag, markOf } from './marks.ts';
import { ground, ink, type Node, quiet, rightWay } from './parts.ts';
import { waysOf } from './ways.ts';
import { scenarioWords } from './words.ts';

/** A scenario as a graph: question, options with their marks, minutes on the way, chances, endings; right ways are thick. */
export function graphOf(pack: CoursePack, scenario: Scenario, language: Language): Graph {
  const words = scenarioWords(pack, scenario, language);
  const ways = waysOf(pack, scenario);
  const ruling = rulingOf(pack.course);
  const start: Node = {
    name: 'start',
    attributes: {
      shape: 'plain',
      style: 'solid',
      label: label(words.title, minutesOf(scenario.startsAt), [basisTag(scenario.startsAt.basis)]),
    },
  };
  const decisions = scenario.decisions.map((decision): Node => {
    const notes = [
      decision.id,
      decision.papers.length > 0 && `papers: ${decision.papers.join(', ')}`,
      decision.agency && `agency setting: ${decision.agency}`,
      basisTag(decision.basis),
    ];
    const text = label('Decision', words.question(decision), notes);
    const look = { shape: 'box', style: 'rounded,filled', color: ink, fillcolor: '#ffffff', penwidth: 2 };
    return { name: decision.id, attributes: { ...look, label: text } };
  });
  const endings = scenario.endings.map(({ id }): Node => {
    const look = { shape: 'box', peripheries: 2, color: quiet, fillcolor: '#f1ede4' };
    return { name: id, attributes: { ...look, label: label('Ending', words.ending(id), [id]) } };
  });
  const options = scenario.decisions.flatMap((decision) =>
    decision.options.map((option) => {
      const mark = markOf(decision, option, ruling);
      return optionDrawn({ decision, option, mark, words: words.option(decision, option), ways });
    }),
  );
  const font = { fontname: 'Arial', fontsize: 13, fontcolor: ink };
  return {
    directed: true,
    graphAttributes: { rankdir: 'LR', bgcolor: ground, nodesep: 0.18, ranksep: 0.5, pad: 0.3, ...font },
    nodeAttributes: { style: 'filled', margin: '0.14,0.08', ...font },
    edgeAttributes: { color: quiet, arrowsize: 0.8, ...font, fontsize: 12 },
    nodes: [start, ...decisions, ...options.flatMap((each) => each.nodes), ...endings],
    edges: [{ tail: 'start', head: scenario.start, attributes: rightWay }, ...options.flatMap((each) => each.edges)],
  };
}
