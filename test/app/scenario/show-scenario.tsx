import { render } from '@testing-library/react';
import i18next from 'i18next';
import '#app/i18n/i18n.ts';
import { ScenarioScreen } from '#app/scenario/scenario-screen.tsx';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import type { Choice } from '#domain/scenario/run.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';

export function scenarioOf(from: CoursePack, id: string, changes: Partial<Scenario> = {}): Scenario {
  const scenario = from.scenarios[id];
  if (!scenario) throw new Error(`No ${id}.`);
  return { ...scenario, ...changes };
}

type Shown = { course?: CoursePack; taken?: Choice[]; explanationsRead?: number; seed?: string };

/** One run as an officer finds it after a reload: the situation read, so many decisions taken, so many explanations read. */
export async function showScenario(language: Language, scenario: Scenario, shown: Shown = {}) {
  await i18next.changeLanguage(language);
  const { course = theShortCourse(), taken = [], explanationsRead = 0, seed = 'seed:S1:1' } = shown;
  return render(
    <main>
      <h1>1</h1>
      <ScenarioScreen
        pack={course}
        scenario={scenario}
        seed={seed}
        taken={taken}
        place={{ situationRead: true, explanationsRead }}
        onPlace={() => {}}
        onDecide={async () => null}
        onLeft={() => {}}
        leaveLabel="→"
      />
    </main>,
  );
}
