import { instance } from '@viz-js/viz';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { factsOf, minutesOf, stepsOf } from './facts.ts';
import { graphOf } from './graph.ts';
import { escaped } from './label.ts';
import { scenarioWords } from './words.ts';

/** The graph as one SVG that stands alone; its title and description say the same to a screen reader (WCAG 1.1.1). */
export async function drawScenario(pack: CoursePack, scenario: Scenario, language: Language): Promise<string> {
  const viz = await instance();
  const drawn = viz.renderString(graphOf(pack, scenario, language), { format: 'svg', engine: 'dot' });
  const title = `${scenario.id}: ${scenarioWords(pack, scenario, language).title}`;
  return (
    drawn
      .slice(drawn.indexOf('<svg'))
      // Pixels: in points a browser draws it a third larger than its letters need.
      .replace(/width="(\d+)pt" height="(\d+)pt"/, 'width="$1" height="$2"')
      .replace('<svg ', `<svg role="img" lang="${language}" aria-labelledby="graph-title graph-description" `)
      .replace(
        '>',
        `>\n<title id="graph-title">${escaped(title)}</title>\n` +
          `<desc id="graph-description">${escaped(inOneSentence(pack, scenario))}</desc>`,
      )
  );
}

function inOneSentence(pack: CoursePack, scenario: Scenario): string {
  const { runs, right } = factsOf(pack, scenario);
  const options = scenario.decisions.reduce((sum, decision) => sum + decision.options.length, 0);
  const ways = right.map((run) => `${stepsOf(run)} (${minutesOf(run)})`).join('; ');
  return (
    `Decisions: ${scenario.decisions.length}, options: ${options}, endings: ${scenario.endings.length}, ` +
    `paths: ${runs.length}. Right: ${ways || 'none'}.`
  );
}
