// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitForElementToBeRemoved, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { stationShelf } from '#recording/station-shelf.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
let now = Date.parse('2026-11-22T12:00:00Z');
beforeAll(async () => {
  gear = await plugIn({ now: () => now });
});
afterAll(() => gear.server.close());
beforeEach(() => {
  now += 60_000;
  Object.assign(gear.network, { isDown: false, silentTo: null });
});

/** The browser is closed: what only a tab remembers is gone. */
function closeBrowser() {
  cleanup();
  sessionStorage.clear();
}

const signedInId = async (): Promise<string> =>
  ((await (await fetch('/api/sign-in')).json()) as { officerId: string }).officerId;
const post = async (path: string, body: object): Promise<RollCallView> => {
  const response = await fetch(`/api/roll-calls${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [officerHeader]: await signedInId() },
    body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
  });
  const view = (await response.json()) as RollCallView;
  if (!response.ok) throw new Error(JSON.stringify(view));
  return view;
};
const look = async (id: string): Promise<RollCallView> => (await fetch(`/api/roll-calls/${id}`)).json();
const presentIn = (view: RollCallView) => view.roster.filter(({ present }) => present).map(({ name }) => name);

const aTick = (officerId: string) => ({
  kind: 'presence' as const,
  id: crypto.randomUUID(),
  officerIds: [officerId],
  present: true,
});

/** Plays the film of half a minute to the room, as the station reports it. */
async function screenFilm(id: string, toSeconds = 30) {
  for (let at = 0; at < toSeconds; at += 10) {
    now += 10_000;
    const stretches = [{ fromSeconds: at, toSeconds: Math.min(at + 10, toSeconds), rate: 1 }];
    const deviceAt = new Date(now).toISOString();
    await post(`/${id}/screened`, { stretches, narration: 'en', captions: ['en', 'es'], deviceAt });
  }
}

/** A roll call of the sergeant's squad, of its own for each test. */
async function openRollCall(): Promise<RollCallView> {
  const { badge, pin, unitId } = gear.server.demo.sergeant;
  await enter('pin', badge, pin);
  return post('', { unitId });
}
async function closeRollCall(id: string) {
  const view = await look(id);
  if (view.closedAt === null) {
    if (!view.filmSeen) await screenFilm(id);
    if (presentIn(view).length === 0) await post(`/${id}/presence`, { officerIds: [view.sergeant.id], present: true });
    const present = (await look(id)).roster.filter((line) => line.present).map((line) => line.officerId);
    await post(`/${id}/close`, { attested: true, present });
  }
}

const words = {
  en: {
    all: 'Everyone on duty is here',
    leave: 'On leave',
    of: (here: number, all: number) => `${here} of ${all}`,
    kept: 'Kept here, not yet sent',
    unsent: /1 item is saved here, not yet sent/,
    earlier: /1 item of an earlier roll call is saved on this device/,
    openEarlier: 'Open that roll call and send',
    atStation: /One item of a roll call waits on this device/,
    fleeting: /keeps nothing once the tab is closed/,
    goOn: /^Go on with the open roll call/,
    badge: 'Somebody else of the agency? Badge number',
    add: 'Add',
    unknown: /Nobody in the agency has this badge/,
    added: /is added and ticked/,
    guest: 'Other squad',
    unseen: /The server has timed 33% of the film/,
    seen: /The film was seen to the end/,
    attest: 'Attest and close',
    sentence: /people named above were present/,
    unsigned: /Tick the sentence above/,
    closed: /^Roll call closed/,
    attendedTable: /^Attendance:/,
    owesTable: /^Squad, who owes/,
    head: /^Ledger head \d+ · [0-9a-f]{16} · key [\w-]{8}$/,
    owes: 'Policy, quiz',
    onReturn: 'On return (On leave)',
    csv: 'Download as CSV',
    sample: /TRAINING SAMPLE/,
    elsewhere: /already closed/,
    changed: /Read the names again/,
    none: /No squad is yours/,
  },
  es: {
    all: 'Están todos los que están en servicio',
    leave: 'De licencia',
    of: (here: number, all: number) => `${here} de ${all}`,
    kept: 'Guardado aquí, aún sin enviar',
    unsent: /1 dato está guardado aquí, aún sin enviar/,
    earlier: /1 dato de un pase de lista anterior está guardado en este dispositivo/,
    openEarlier: 'Abrir ese pase de lista y enviar',
    atStation: /espera un dato de un pase de lista/,
    fleeting: /no conserva nada al cerrar la pestaña/,
    goOn: /^Continuar el pase de lista abierto/,
    badge: '¿Alguien más de la agencia? Número de placa',
    add: 'Agregar',
    unknown: /Nadie en la agencia tiene este número de placa/,
    added: /Se agregó y se marcó a/,
    guest: 'Otra escuadra',
    unseen: /El servidor ha medido el 33.% de la película/,
    seen: /La película se vio hasta el final/,
    attest: 'Dar fe y cerrar',
    sentence: /personas nombradas arriba estuvieron presentes/,
    unsigned: /Marque la frase de arriba/,
    closed: /^Pase de lista cerrado/,
    attendedTable: /^Asistencia:/,
    owesTable: /^Escuadra: a quién/,
    head: /^Último asiento del libro de registros \d+ · [0-9a-f]{16} · clave [\w-]{8}$/,
    owes: 'Política, cuestionario',
    onReturn: 'Al volver (De licencia)',
    csv: 'Descargar como CSV',
    sample: /MUESTRA DE CAPACITACIÓN/,
    elsewhere: /ya está cerrado/,
    changed: /Lea otra vez los nombres/,
    none: /Ninguna escuadra está a su cargo/,
  },
} as const;

describe.each(['en', 'es'] as const)('the sergeant at roll call (%s)', (language) => {
  const say = words[language];
  const user = userEvent.setup();

  test('ticks everyone on duty at once, nobody on leave, and unticks who is absent; the server holds it', async () => {
    const { id, sergeant } = await openRollCall();
    await openApp(`/roll-call/${id}`, language);
    await user.click(await screen.findByRole('button', { name: say.all }));
    const away = screen.getByText(say.leave).closest('label') as HTMLElement;
    expect(within(away).getByRole('checkbox')).not.toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: /Bao Juarez/ }));
    expect(screen.getByText(say.of(6, 7), { selector: '.count' })).toBeVisible();
    await expect.poll(async () => presentIn(await look(id)).length, { timeout: 10_000 }).toBe(6);
    const here = presentIn(await look(id));
    expect(here).toContain(sergeant.name);
    expect(here).not.toContain('Bao Juarez');
    await closeRollCall(id);
  });

  test('loses no tick without a network: the row says so, it outlives the browser, and is sent when the network is back', async () => {
    const { id } = await openRollCall();
    await openApp(`/roll-call/${id}`, language);
    await screen.findAllByRole('checkbox');
    gear.network.isDown = true;
    await user.click(screen.getByRole('checkbox', { name: /Delia Ibáñez/ }));
    expect(await screen.findByText(say.unsent)).toBeVisible();
    expect(screen.getByText(say.kept)).toBeVisible();
    closeBrowser();
    gear.network.isDown = false;
    expect(presentIn(await look(id))).not.toContain('Delia Ibáñez');
    await openApp('/roll-call', language);
    expect(await screen.findByText(say.earlier)).toBeVisible();
    await user.click(screen.getByRole('link', { name: say.openEarlier }));
    expect(await screen.findByRole('checkbox', { name: /Delia Ibáñez/ })).toBeChecked();
    await expect.poll(async () => presentIn(await look(id)), { timeout: 10_000 }).toContain('Delia Ibáñez');
    expect(screen.queryByText(say.kept)).toBeNull();
    closeBrowser();
    await openApp('/roll-call', language);
    await screen.findByRole('button', { name: say.goOn });
    expect(screen.queryByText(say.earlier)).toBeNull();
    await closeRollCall(id);
  });

  test('reads that a tick is not yet sent as soon as it waits, though nothing failed, and until the receipt', async () => {
    const { id } = await openRollCall();
    await openApp(`/roll-call/${id}`, language);
    await screen.findAllByRole('checkbox');
    gear.network.silentTo = /presence$/;
    await user.click(screen.getByRole('checkbox', { name: /Delia Ibáñez/ }));
    expect(screen.queryByText(say.unsent)).toBeNull();
    expect(await screen.findByText(say.unsent)).toBeVisible();
    expect(presentIn(await look(id))).not.toContain('Delia Ibáñez');
    gear.network.silentTo = null;
    await waitForElementToBeRemoved(() => screen.queryByText(say.unsent));
    expect(presentIn(await look(id))).toContain('Delia Ibáñez');
    await closeRollCall(id);
  });

  test('another sergeant on the same device neither sees nor sends what waits there', async () => {
    const { id, sergeant } = await openRollCall();
    await stationShelf({ sergeantId: sergeant.id, rollCallId: id }).add(aTick(gear.server.demo.officer.officerId));
    const { badge, pin } = gear.server.demo.captain;
    await enter('pin', badge, pin);
    await openApp('/roll-call', language);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText(say.earlier)).toBeNull();
    cleanup();
    gear.forgetCookies();
    await openApp('/roll-call', language);
    expect(await screen.findByText(say.atStation)).toBeVisible();
    cleanup();
    await openRollCall();
    const { name } = gear.server.demo.officer;
    expect(presentIn(await look(id))).not.toContain(name);
    await openApp(`/roll-call/${id}`, language);
    await expect.poll(async () => presentIn(await look(id)), { timeout: 10_000 }).toContain(name);
    await closeRollCall(id);
  });

  test('is told when this browser keeps nothing', async () => {
    const { id } = await openRollCall();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    await openApp(`/roll-call/${id}`, language);
    expect(await screen.findByText(say.fleeting)).toBeVisible();
    await user.click(await screen.findByRole('checkbox', { name: /Delia Ibáñez/ }));
    await expect.poll(async () => presentIn(await look(id)), { timeout: 10_000 }).toContain('Delia Ibáñez');
    vi.restoreAllMocks();
    await closeRollCall(id);
  });

  test('comes back to the open roll call from the list of squads', async () => {
    const { id } = await openRollCall();
    await openApp('/roll-call', language);
    await user.click(await screen.findByRole('button', { name: say.goOn }));
    expect((await screen.findAllByRole('checkbox')).length).toBe(8);
    expect((await openRollCall()).id).toBe(id);
    await closeRollCall(id);
  });

  test('adds anyone of the agency by badge, and is told when nobody has it', async () => {
    const { id } = await openRollCall();
    const { captain } = gear.server.demo;
    await openApp(`/roll-call/${id}`, language);
    await user.type(await screen.findByLabelText(say.badge), '99999');
    await user.click(screen.getByRole('button', { name: say.add }));
    expect(await screen.findByText(say.unknown)).toBeVisible();
    expect(screen.getByLabelText(say.badge)).toHaveValue('99999');
    await user.clear(screen.getByLabelText(say.badge));
    await user.type(screen.getByLabelText(say.badge), captain.badge);
    await user.click(screen.getByRole('button', { name: say.add }));
    expect(await screen.findByText(say.added)).toHaveTextContent(captain.name);
    expect(screen.getByText(say.guest)).toBeVisible();
    expect(presentIn(await look(id))).toContain(captain.name);
    await closeRollCall(id);
  });

  test('cannot close before the film was seen, nor without his word; then reads who owes what until when', async () => {
    const { id } = await openRollCall();
    await screenFilm(id, 10);
    await openApp(`/roll-call/${id}/close`, language);
    expect(await screen.findByText(say.unseen)).toBeVisible();
    expect(screen.queryByRole('button', { name: say.attest })).toBeNull();
    cleanup();
    await screenFilm(id);
    await post(`/${id}/presence`, { officerIds: [gear.server.demo.officer.officerId], present: true });
    await openApp(`/roll-call/${id}/close`, language);
    expect(await screen.findByText(say.seen)).toBeVisible();
    await user.click(screen.getByRole('button', { name: say.attest }));
    expect(screen.getByText(say.unsigned)).toBeVisible();
    expect((await look(id)).closedAt).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: say.sentence }));
    await user.click(screen.getByRole('button', { name: say.attest }));
    expect(await screen.findByRole('heading', { level: 1, name: say.closed })).toHaveFocus();
    expect(screen.getByText(say.head)).toBeVisible();
    const attended = within(screen.getByRole('region', { name: say.attendedTable })).getAllByRole('rowheader');
    const { officer } = gear.server.demo;
    expect(attended.map((each) => each.textContent)).toContain(officer.name);
    expect(attended.find((each) => each.textContent === officer.name)?.closest('tr')).toHaveTextContent(officer.badge);
    expect(screen.getByText(new RegExp((await look(id)).editionHash.slice(0, 12)))).toBeVisible();
    const table = within(await screen.findByRole('region', { name: say.owesTable })).getByRole('table');
    const row = within(table).getByRole('rowheader', { name: gear.server.demo.officer.name }).closest('tr');
    expect(row).toHaveTextContent(say.owes);
    expect(within(table).getByText(say.onReturn)).toBeVisible();
    expect(screen.getByText(say.sample)).toBeVisible();
    const csv = await fetch(screen.getByRole('link', { name: say.csv }).getAttribute('href') ?? '');
    expect((await csv.text()).trim().split('\r\n').length - 1).toBe(within(table).getAllByRole('rowheader').length);
  });

  test('attests to no name that was not on the screen: after a tick elsewhere he reads and ticks again', async () => {
    const { id } = await openRollCall();
    await screenFilm(id);
    await openApp(`/roll-call/${id}/close`, language);
    await user.click(await screen.findByRole('checkbox'));
    await post(`/${id}/presence`, { officerIds: [gear.server.demo.officer.officerId], present: true });
    await user.click(screen.getByRole('button', { name: say.attest }));
    expect(await screen.findByText(say.changed)).toBeVisible();
    expect(await screen.findByText(gear.server.demo.officer.name, { exact: false })).toBeVisible();
    expect(screen.getByRole('checkbox', { name: say.sentence })).not.toBeChecked();
    expect((await look(id)).closedAt).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: say.sentence }));
    await user.click(screen.getByRole('button', { name: say.attest }));
    expect(await screen.findByRole('heading', { level: 1, name: say.closed })).toBeVisible();
  });

  test('is told when another device has closed the roll call, and sees the closed sheet', async () => {
    const { id } = await openRollCall();
    await openApp(`/roll-call/${id}`, language);
    await screen.findAllByRole('checkbox');
    await closeRollCall(id);
    await user.click(screen.getByRole('checkbox', { name: /Bao Juarez/ }));
    expect(await screen.findByRole('heading', { level: 1, name: say.closed })).toBeVisible();
    expect(screen.getByText(say.elsewhere)).toBeVisible();
    expect(presentIn(await look(id))).not.toContain('Bao Juarez');
  });

  test('an officer who leads no squad is told so', async () => {
    const { badge, pin } = gear.server.demo.officer;
    await enter('pin', badge, pin);
    await openApp('/roll-call', language);
    expect(await screen.findByText(say.none)).toBeVisible();
  });
});
