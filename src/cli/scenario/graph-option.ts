import type { Decision, Option } from '#domain/course/scenario.ts';
import { holdLimitEnding } from '#domain/scenario/run.ts';
import { label } from './label.ts';
import { basisTag, type Mark, minutesAdded } from './marks.ts';
import { type Edge, type Node, quiet, rightWay } from './parts.ts';
import type { Ways } from './ways.ts';

type OptionToDraw = { decision: Decision; option: Option; mark: Mark; words: string; ways: Ways };

/** An option beside its question, and the ways on from it: with its minutes, by chance, and where the hour may run out. */
export function optionDrawn({ decision, option, mark, words, ways }: OptionToDraw): { nodes: Node[]; edges: Edge[] } {
  const name = `${decision.id}.${option.id}`;
  const isRight = ways.isRight(name);
  const node: Node = {
    name,
    attributes: {
      shape: mark.shape,
      style: mark.style,
      color: mark.colour,
      fillcolor: mark.ground,
      penwidth: isRight ? 3 : 1,
      label: label(mark.word, words, [option.id, option.clauses.join(' '), basisTag(option.basis)]),
    },
  };
  // Kept short, so that the options stand beside their question.
  const into: Edge = { tail: decision.id, head: name, attributes: { weight: 20, ...(isRight && rightWay) } };
  const on = waysOn(name, option, ways);
  const leadsThere = on.edges.some((edge) => edge.head === holdLimitEnding);
  const hour: Edge = {
    tail: name,
    head: holdLimitEnding,
    attributes: { style: 'dashed', label: 'if the hour is over' },
  };
  const edges = [into, ...on.edges, ...(ways.endsTheHour(name) && !leadsThere ? [hour] : [])];
  return { nodes: [node, ...on.nodes], edges };
}

function waysOn(name: string, option: Option, ways: Ways): { nodes: Node[]; edges: Edge[] } {
  const minutes = minutesAdded(option);
  if (typeof option.next === 'string') {
    const way = ways.isRight(name, option.next) && rightWay;
    return { nodes: [], edges: [{ tail: name, head: option.next, attributes: { label: minutes, ...way } }] };
  }
  const { chance, leadsTo } = option.next;
  const drawn = `${name}?${chance}`;
  const node: Node = {
    name: drawn,
    attributes: { shape: 'circle', color: quiet, fillcolor: '#ffffff', label: label('Chance', chance, []) },
  };
  const into: Edge = {
    tail: name,
    head: drawn,
    attributes: { label: minutes, ...(ways.isRight(name) && rightWay) },
  };
  const outcomes = Object.entries(leadsTo).map(
    ([outcome, head]): Edge => ({
      tail: drawn,
      head,
      attributes: { label: outcome, ...(ways.isRight(name, head) && rightWay) },
    }),
  );
  return { nodes: [node], edges: [into, ...outcomes] };
}
