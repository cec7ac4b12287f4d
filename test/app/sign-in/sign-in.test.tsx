// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
let now = Date.parse('2026-11-22T12:00:00Z');

beforeAll(async () => {
  gear = await plugIn({ now: () => now });
});
afterAll(() => gear.server.close());
beforeEach(() => {
  gear.forgetCookies();
  gear.network.sent.length = 0;
  // The tries of one test are no tries of the next.
  now += 60 * 60 * 1000;
});

const words = {
  en: {
    badge: 'Badge number',
    secret: 'PIN',
    password: 'Password',
    submit: 'Sign in',
    triesLeft: /4 tries left, or ask your sergeant/,
    minutes: /Wait 15 minutes/,
    incomplete: /six to twelve digits/,
    squads: 'Which squad is at roll call?',
    start: /^Start roll call:|^Go on with/,
    ended: 'Your session has ended',
    out: 'Sign out',
  },
  es: {
    badge: 'Número de placa',
    secret: 'PIN',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    triesLeft: /Le quedan 4 intentos, o hable con su sargento/,
    minutes: /Espere 15 minutos/,
    incomplete: /de seis a doce dígitos/,
    squads: '¿Qué escuadra pasa lista?',
    start: /^Pasar lista:|^Continuar el pase/,
    ended: 'Su sesión terminó',
    out: 'Cerrar sesión',
  },
} as const;

describe.each(['en', 'es'] as const)('signing in (%s)', (language) => {
  const say = words[language];
  const fill = async (badge: string, secret: string, label: string = say.secret) => {
    const officer = userEvent.setup();
    const asked = gear.network.sent.length;
    await officer.clear(await screen.findByLabelText(say.badge));
    await officer.type(screen.getByLabelText(say.badge), badge);
    await officer.type(screen.getByLabelText(label), secret);
    await officer.click(screen.getByRole('button', { name: say.submit }));
    return asked;
  };

  test('a sergeant who mistypes the PIN is told how many tries are left, and gets in with the right one', async () => {
    const { sergeant } = gear.server.demo;
    await openApp('/roll-call', language);
    await fill(sergeant.badge, '000000');
    expect(await screen.findByText(say.triesLeft)).toBeVisible();
    expect(screen.getByLabelText(say.secret)).toHaveFocus();
    expect(screen.getByLabelText(say.secret)).toHaveValue('');
    expect(screen.getByLabelText(say.badge)).toHaveValue(sergeant.badge);
    await fill(sergeant.badge, sergeant.pin);
    expect(await screen.findByRole('heading', { level: 1, name: say.squads })).toBeVisible();
    expect(document.title).toContain(say.squads);
  });

  test('after five wrong PINs the officer is told how many minutes to wait', async () => {
    const { officer } = gear.server.demo;
    await openApp('/roll-call', language);
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const asked = await fill(officer.badge, '000000');
      await waitFor(() => expect(gear.network.sent.length).toBeGreaterThan(asked));
      await screen.findByRole('button', { name: say.submit });
    }
    expect(await screen.findByText(say.minutes)).toBeVisible();
  });

  test('a PIN that cannot be one costs no try', async () => {
    await openApp('/roll-call', language);
    await fill(gear.server.demo.captain.badge, '12');
    expect(await screen.findByText(say.incomplete)).toBeVisible();
    expect(gear.network.sent.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  test('a session that ends in the middle is renewed over the work by the same person, and the work goes on', async () => {
    const { sergeant } = gear.server.demo;
    const user = userEvent.setup();
    await enter('pin', sergeant.badge, sergeant.pin);
    await openApp('/roll-call', language);
    const [start] = await screen.findAllByRole('button', { name: say.start });
    gear.forgetCookies();
    if (start) await user.click(start);
    // The squad may have an open roll call already, and then its page is what asks.
    const dialog = within((await screen.findByText(say.ended)).closest('dialog') as HTMLElement);
    expect(dialog.queryByLabelText(say.badge)).toBeNull();
    await user.type(dialog.getByLabelText(say.secret), sergeant.pin);
    await user.click(dialog.getByText(say.submit));
    expect((await screen.findAllByRole('checkbox')).length).toBeGreaterThan(4);
    expect(screen.queryByText(say.ended)).toBeNull();
  });

  test('a PIN does not open the reports: the password is asked for', async () => {
    const { commander } = gear.server.demo;
    await enter('pin', commander.badge, commander.pin);
    await openApp('/commander', language);
    await fill(commander.badge, commander.password, say.password);
    expect(await screen.findByRole('table')).toBeVisible();
  });

  test('after signing out nothing of the person is left, and the server has forgotten the session', async () => {
    const { sergeant } = gear.server.demo;
    await enter('pin', sergeant.badge, sergeant.pin);
    await openApp('/roll-call', language);
    await userEvent.click(await screen.findByRole('button', { name: say.out }));
    expect(await screen.findByLabelText(say.badge)).toHaveValue('');
    expect(screen.queryByText(new RegExp(sergeant.name))).toBeNull();
    cleanup();
    await openApp('/roll-call', language);
    expect(await screen.findByLabelText(say.badge)).toBeVisible();
  });
});
