// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import { OfficerModule } from '#app/officer/officer-module.tsx';
import type { Training } from '#domain/completion/training.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import { aLivingRecorder, rightDecisions } from '#test/support/a-living-recorder.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aTraining } from '#test/support/a-recorder.ts';
import en from '../../../locales/en/officer.json';
import es from '../../../locales/es/officer.json';

const pack = theShortCourse();
const notOpened: Partial<Training> = { standing: 'not-opened', covered: [], watchedShare: 0, acknowledgedAt: null };
const filmSeen: Partial<Training> = { standing: 'policy', acknowledgedAt: null };

/** The quiz's own screens have their own tests: of their words only the present ones are asked for. */
const words = {
  en: {
    begin: 'Begin',
    recorded: 'What is recorded about you',
    clock: /^The server’s clock times your watching\. .* kept “to review”/,
    whoSees: 'What is recorded, and who sees it',
    noCredit: /not Commission-approved unless your agency obtained approval/,
    watch: 'Watch the film',
    toPolicy: 'Continue to the policy',
    watched: '0:00 of 0:30 watched · 0:30 to go',
    watchedAll: 'All 0:30 watched',
    policy: 'Read the policy',
    sentence: 'I have read this policy and know where to find it again.',
    acknowledge: 'Acknowledge and go on',
    tickFirst: 'Tick the sentence above first.',
    backToFilm: 'Back to the film',
    warmUp: en.cardSort.title,
    oneWaits: /1 item saved on this device, not yet sent\./,
    signIn: 'Sign in and send',
    toReceipt: en.quiz.passed.next,
    notYet: 'Saved on this device, not yet sent.',
    askReceipt: 'Ask for the receipt',
    recordedAt: /^Recorded at \d\d:\d\d$/,
    proved: 'Proved.',
    seeSergeant: en.quiz.needsTalk.title,
    lookAgain: 'I have talked with my sergeant: look again',
    notYetOpen: 'Your sergeant has not opened the scenarios again yet.',
    notOpened: 'Your training could not be opened',
    tryAgain: 'Try again',
  },
  es: {
    begin: 'Comenzar',
    recorded: 'Qué se registra sobre usted',
    clock: /^El reloj del servidor mide el tiempo.* queda “por revisar”/,
    whoSees: 'Qué se registra y quién lo ve',
    noCredit: /no está aprobada por la Comisión, salvo que su agencia haya obtenido la aprobación/,
    watch: 'Vea la película',
    toPolicy: 'Continuar a la política',
    watched: '0:00 de 0:30 vistos · faltan 0:30',
    watchedAll: 'Vista completa: 0:30',
    policy: 'Lea la política',
    sentence: 'He leído esta política y sé dónde volver a encontrarla.',
    acknowledge: 'Confirmar y seguir',
    tickFirst: 'Primero marque la frase de arriba.',
    backToFilm: 'Volver a la película',
    warmUp: es.cardSort.title,
    oneWaits: /1 registro guardado en este dispositivo, aún sin enviar\./,
    signIn: 'Iniciar sesión y enviar',
    toReceipt: es.quiz.passed.next,
    notYet: 'Guardado en este dispositivo, aún sin enviar.',
    askReceipt: 'Pedir el comprobante',
    recordedAt: /^Registrado a las \d\d:\d\d$/,
    proved: 'Comprobada.',
    seeSergeant: es.quiz.needsTalk.title,
    lookAgain: 'Ya hablé con mi sargento: revisar otra vez',
    notYetOpen: 'Su sargento todavía no ha vuelto a abrir los casos.',
    notOpened: 'No se pudo abrir su capacitación',
    tryAgain: 'Intentar de nuevo',
  },
} as const;

type Life = ReturnType<typeof aLivingRecorder>;

function show({ recorder }: Life, signInAgain?: () => Promise<boolean>) {
  return render(
    <MemoryRouter>
      <OfficerModule recorder={recorder} {...(signInAgain && { signInAgain })} />
    </MemoryRouter>,
  );
}
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const training = (changes: Partial<Training> = {}) => aTraining(pack, changes);

beforeEach(() => localStorage.clear());

describe.each(['en', 'es'] as const satisfies Language[])('an officer alone (%s)', (language) => {
  const say = words[language];
  const text = pack.text[language];
  beforeEach(async () => {
    await i18next.changeLanguage(language);
  });

  test('reads what is recorded and that this is a sample, and begins with the film', async () => {
    const life = aLivingRecorder(pack, training(notOpened));
    const { container } = show(life);
    expect(await heading(text.title)).toBeVisible();
    expect(screen.getByRole('heading', { name: say.recorded })).toBeVisible();
    expect(screen.getByText(say.clock)).toBeVisible();
    expect(screen.getByRole('link', { name: say.whoSees })).toHaveAttribute('href', '/record');
    expect(screen.getByText(text.disclaimer)).toBeVisible();
    expect(screen.getByText(text.source)).toBeVisible();
    expect((await axe.run(container)).violations).toEqual([]);
    await press(say.begin);
    expect(await heading(say.watch)).toHaveFocus();
    expect(document.title).toBe(`${say.watch} · Muster`);
    expect(screen.getByText(say.watched)).toBeVisible();
    expect(screen.queryByRole('button', { name: say.toPolicy })).not.toBeInTheDocument();
    expect(life.items).toMatchObject([{ kind: 'opened', language }]);
    expect((await axe.run(container)).violations).toEqual([]);
  });

  test('who has seen the film goes on to the policy, acknowledges it and decides', async () => {
    const life = aLivingRecorder(pack, training({ ...filmSeen, standing: 'watching' }));
    const { container } = show(life);
    await heading(say.watch);
    expect(screen.getByText(say.watchedAll)).toBeVisible();
    await press(say.toPolicy);
    expect(await heading(say.policy)).toHaveFocus();
    expect(screen.getByText('R11')).toBeVisible();
    expect((await axe.run(container)).violations).toEqual([]);
    await press(say.acknowledge);
    expect(screen.getByText(say.tickFirst)).toBeVisible();
    expect(life.items).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: say.sentence }));
    await press(say.acknowledge);
    expect(await heading(say.warmUp)).toBeVisible();
    expect(life.items).toMatchObject([{ kind: 'acknowledged', language, editionHash: pack.editionHash }]);
  });

  test('whose roll call showed the film starts at the policy, and may still go back to it', async () => {
    const life = aLivingRecorder(pack, training({ ...filmSeen, witnessed: true }));
    show(life);
    expect(await heading(say.policy)).toBeVisible();
    await waitFor(() => expect(life.items).toMatchObject([{ kind: 'opened' }]));
    await press(say.backToFilm);
    expect(await heading(say.watch)).toBeVisible();
    expect(screen.getByRole('button', { name: say.toPolicy })).toBeVisible();
  });

  test('without a network goes on, is told what is not yet sent, and it clears by itself', async () => {
    const life = aLivingRecorder(pack, training(filmSeen));
    show(life);
    await heading(say.policy);
    life.problem = { code: 'recording.offline' };
    await userEvent.click(screen.getByRole('checkbox'));
    await press(say.acknowledge);
    expect(await heading(say.warmUp)).toBeVisible();
    expect(screen.getByText(say.oneWaits)).toBeVisible();
    life.problem = null;
    await act(() => life.recorder.flush());
    expect(screen.queryByText(say.oneWaits)).not.toBeInTheDocument();
  });

  test('whose session ended signs in over the work, and what waited is sent', async () => {
    const life = aLivingRecorder(pack, training(filmSeen));
    show(life, async () => {
      life.problem = null;
      return true;
    });
    await heading(say.policy);
    life.problem = { code: 'recording.signed-out' };
    await userEvent.click(screen.getByRole('checkbox'));
    await press(say.acknowledge);
    await press(say.signIn);
    await waitFor(() => expect(screen.queryByText(say.oneWaits)).not.toBeInTheDocument());
  });

  test('is told of a refusal by its code, and the policy is not taken for acknowledged', async () => {
    const life = aLivingRecorder(pack, training(filmSeen));
    life.recorder.submit = async () => ({
      ok: false,
      error: { code: 'recording.refused', detail: 'evidence.id-taken' },
    });
    show(life);
    await heading(say.policy);
    await userEvent.click(screen.getByRole('checkbox'));
    await press(say.acknowledge);
    expect(await screen.findByText(/evidence\.id-taken/)).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: say.policy })).toBeVisible();
  });

  test('who is through gets time, grade in words and receipt from the server', async () => {
    const at = training();
    const life = aLivingRecorder(pack, training({ decisions: rightDecisions(pack, at) }));
    const { container } = show(life);
    expect(await heading(say.recordedAt)).toBeVisible();
    expect(screen.getByText('K7QM-2D9F')).toBeVisible();
    expect(screen.getByText(say.noCredit)).toBeVisible();
    expect(screen.getByText(say.proved)).toBeVisible();
    expect(screen.getByText(text.disclaimer)).toBeVisible();
    expect((await axe.run(container)).violations).toEqual([]);
  });

  test('sees the own way through the scenarios as the record holds it, wrong choices too', async () => {
    const wrong = { scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'arrest' };
    const life = aLivingRecorder(
      pack,
      training({ standing: 'needs-talk', decisions: [1, 2, 3].map((run) => ({ ...wrong, run })) }),
    );
    show(life);
    await heading(say.seeSergeant);
    await userEvent.click(screen.getByText(language === 'en' ? en.quiz.path.title : es.quiz.path.title));
    const steps = screen.getAllByRole('listitem').filter((item) => item.className === 'path-step');
    expect(steps).toHaveLength(3);
    for (const step of steps)
      expect(step).toHaveTextContent(text.scenarios.S1?.decisions.hit?.options.arrest?.label ?? '');
  });

  test('who finishes without a network sees no receipt until the server gave one', async () => {
    const at = training();
    const life = aLivingRecorder(pack, at);
    const page = show(life);
    await heading(say.warmUp);
    life.problem = { code: 'recording.offline' };
    const common = { editionHash: pack.editionHash, deviceAt: '2026-11-22T12:10:00.000Z', attempt: 1, language };
    await act(async () => {
      for (const [index, made] of rightDecisions(pack, at).entries()) {
        const id = `019aa000-0000-7000-8000-${String(index).padStart(12, '0')}`;
        await life.recorder.submit({ kind: 'decided', id, ...common, ...made });
      }
    });
    // The page is loaded again while the station still serves it, the record cannot be reached, and all is kept here.
    life.recorder.open = async () => {
      let sending = { training: at };
      life.recorder.onSending((now) => {
        sending = { training: now.training ?? at };
      })();
      const { officerId: learnerId } = at;
      return { ok: true, value: { learnerId, agencyId: 'demo', mode: 'record', pack, ...sending } };
    };
    page.unmount();
    show(life);
    await userEvent.click(await screen.findByRole('button', { name: say.toReceipt }));
    expect(await screen.findByText(say.notYet)).toBeVisible();
    expect(screen.queryByText('K7QM-2D9F')).not.toBeInTheDocument();
    life.problem = null;
    await act(() => life.recorder.flush());
    expect(await screen.findByText('K7QM-2D9F')).toBeVisible();
  });

  test('who needs a talk is not failed, and goes on once the sergeant has opened it again', async () => {
    const wrong = Array.from({ length: 3 }, (_, index) => ({
      scenarioId: 'S1',
      run: index + 1,
      decisionId: 'hit',
      optionId: 'arrest',
    }));
    const life = aLivingRecorder(pack, training({ standing: 'needs-talk', decisions: wrong }));
    show(life);
    expect(await heading(say.seeSergeant)).toBeVisible();
    await press(say.lookAgain);
    expect(await screen.findByText(say.notYetOpen)).toBeVisible();
    life.change({ standing: 'deciding', attempt: 2, decisions: [] });
    await press(say.lookAgain);
    expect(await heading(say.warmUp)).toBeVisible();
  });

  test('whose training cannot be opened is told why and can try again', async () => {
    const life = aLivingRecorder(pack, training(filmSeen));
    life.problem = { code: 'recording.offline' };
    show(life);
    expect(await heading(say.notOpened)).toBeVisible();
    life.problem = null;
    await press(say.tryAgain);
    expect(await heading(say.policy)).toBeVisible();
  });

  test('whose network was away for a moment goes on without pressing anything', async () => {
    const life = aLivingRecorder(pack, training(filmSeen));
    life.problem = { code: 'recording.offline' };
    show(life);
    await heading(say.notOpened);
    life.problem = null;
    expect(await screen.findByRole('heading', { name: say.policy }, { timeout: 5_000 })).toBeVisible();
  });
});

test('the course counts as taken along when the server has heard of it, not when it lies on the device', async () => {
  await i18next.changeLanguage('en');
  const life = aLivingRecorder(pack, training(notOpened));
  render(
    <MemoryRouter>
      <OfficerModule
        recorder={life.recorder}
        keepOffline={({ taken, onTaken }) => (
          <button type="button" onClick={onTaken}>
            keep: {taken}
          </button>
        )}
      />
    </MemoryRouter>,
  );
  const button = await screen.findByRole('button', { name: 'keep: no' });
  life.problem = { code: 'recording.offline' };
  await userEvent.click(button);
  await screen.findByRole('button', { name: 'keep: telling' });
  life.problem = null;
  await act(() => life.recorder.flush());
  await screen.findByRole('button', { name: 'keep: taken' });
});

test('a course that the server refuses to hear of is not taken along, however late it says so', async () => {
  await i18next.changeLanguage('en');
  const life = aLivingRecorder(pack, training(notOpened));
  render(
    <MemoryRouter>
      <OfficerModule
        recorder={life.recorder}
        keepOffline={({ taken, onTaken }) => (
          <button type="button" onClick={onTaken}>
            keep: {taken}
          </button>
        )}
      />
    </MemoryRouter>,
  );
  const button = await screen.findByRole('button', { name: 'keep: no' });
  life.problem = { code: 'recording.offline' };
  await userEvent.click(button);
  await screen.findByRole('button', { name: 'keep: telling' });
  life.problem = null;
  life.refuses = true;
  await act(() => life.recorder.flush());
  await screen.findByRole('button', { name: 'keep: no' });
});

test('a refusal is not tried again by itself', async () => {
  await i18next.changeLanguage('en');
  const life = aLivingRecorder(pack, training(filmSeen));
  life.problem = { code: 'recording.refused', detail: 'item.unknown' };
  show(life);
  await heading(words.en.notOpened);
  life.problem = null;
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  expect(screen.getByRole('heading', { name: words.en.notOpened })).toBeVisible();
});

test('changing the language in the middle of the policy keeps the tick and the place', async () => {
  await i18next.changeLanguage('en');
  show(aLivingRecorder(pack, training(filmSeen)));
  await heading(words.en.policy);
  await userEvent.click(screen.getByRole('checkbox'));
  await act(() => i18next.changeLanguage('es'));
  expect(screen.getByRole('heading', { level: 1, name: words.es.policy })).toBeVisible();
  expect(screen.getByText(pack.policy.es.blocks[1]?.text ?? '')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: words.es.sentence })).toBeChecked();
});
