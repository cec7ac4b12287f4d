import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { MemoryRouter } from 'react-router';
import '#app/i18n/i18n.ts';
import { courseWords } from '#app/i18n/course-words.ts';
import { QuizStep } from '#app/officer/quiz-step.tsx';
import { LanguageSwitch } from '#app/ui/language-switch.tsx';
import type { Training } from '#domain/completion/training.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, type QuizStanding, runSeed } from '#domain/scenario/quiz.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aRecorder, aTraining } from '#test/support/a-recorder.ts';

export const words = {
  en: {
    skip: 'Skip the warm-up',
    toQuestion: 'I have read it: to the question',
    confirm: 'Confirm this choice',
    whatFollows: 'What follows',
    right: 'Decided rightly',
    wrong: 'Not this way',
    coach: 'Half of it',
    lookAgain: 'Look at this again',
    toLook: 'What to look at again',
    runAgain: 'Run it again with other details',
    nextQuestion: 'Next question',
    nextScenario: 'Next scenario',
    chooseAgain: 'Choose again',
    toResult: 'To the result',
    passed: 'You decided by the record',
    toReceipt: 'To the receipt',
    sergeant: 'See your sergeant',
    readAgain: 'Worth reading again',
    firstScenario: 'Scenario 1 of 4',
  },
  es: {
    skip: 'Omitir esta parte',
    toQuestion: 'Ya lo leí: ir a la pregunta',
    confirm: 'Confirmar esta decisión',
    whatFollows: 'Qué pasa después',
    right: 'Bien decidido',
    wrong: 'Por aquí no',
    coach: 'Es la mitad',
    lookAgain: 'Repase esto',
    toLook: 'Qué conviene repasar',
    runAgain: 'Repetir el caso con otros detalles',
    nextQuestion: 'Siguiente pregunta',
    nextScenario: 'Siguiente caso',
    chooseAgain: 'Elegir de nuevo',
    toResult: 'Ver el resultado',
    passed: 'Usted decidió según el registro',
    toReceipt: 'Ir al comprobante',
    sergeant: 'Hable con su sargento',
    readAgain: 'Conviene leerlo otra vez',
    firstScenario: 'Caso 1 de 4',
  },
} as const;

/** An officer before the quiz of the short course; `reload` is what a closed and opened tab does. */
export async function showQuiz(
  language: Language,
  changes: Partial<Training> = {},
  pack: CoursePack = theShortCourse(),
) {
  await i18next.changeLanguage(language);
  const officer = userEvent.setup();
  const training = aTraining(pack, changes);
  const station = aRecorder(pack, training);
  const ended: QuizStanding[] = [];
  const t = words[language];
  const draw = () =>
    render(
      <StrictMode>
        <MemoryRouter>
          <LanguageSwitch />
          <QuizStep
            opening={station.openingNow()}
            recorder={station.recorder}
            onEnded={(standing) => ended.push(standing)}
          />
        </MemoryRouter>
      </StrictMode>,
    );
  let shown = draw();

  const seed = attemptSeed(training.officerId, pack.editionHash, training.attempt);
  /** A sentence of a scenario with the names and places of that run. */
  const say = (message: string | undefined, scenarioId: string, run: number, inLanguage = language) => {
    const scenario = pack.scenarios[scenarioId];
    if (!scenario || !message) throw new Error(`No words for ${scenarioId}.`);
    return courseWords(message, surfaceOf(pack, scenario, runSeed(seed, scenarioId, run), inLanguage), inLanguage);
  };
  const optionText = (scenarioId: string, decisionId: string, optionId: string, inLanguage = language) => {
    const text = pack.text[inLanguage].scenarios[scenarioId]?.decisions[decisionId]?.options[optionId];
    if (!text) throw new Error(`No words for ${scenarioId} ${decisionId} ${optionId}.`);
    return text;
  };

  const press = (name: string) => officer.click(screen.getByRole('button', { name }));
  return {
    officer,
    station,
    ended,
    pack,
    t,
    say,
    optionText,
    press,
    container: () => shown.container,
    async pick(scenarioId: string, decisionId: string, optionId: string, run = 1) {
      const { label } = optionText(scenarioId, decisionId, optionId);
      await officer.click(screen.getByRole('radio', { name: say(label, scenarioId, run) }));
    },
    async decide(scenarioId: string, decisionId: string, optionId: string, run = 1) {
      await this.pick(scenarioId, decisionId, optionId, run);
      await press(t.confirm);
      await screen.findByRole('heading', { name: t.whatFollows });
    },
    reload() {
      shown.unmount();
      shown = draw();
    },
    main: () => within(shown.container),
  };
}
