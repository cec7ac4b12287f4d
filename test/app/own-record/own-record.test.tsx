// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import type { OfficerLine } from '#domain/completion/report.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
let done: OfficerLine;
beforeAll(async () => {
  gear = await plugIn();
  const { badge, password } = gear.server.demo.commander;
  await enter('password', badge, password);
  const response = await fetch('/api/reports/units/mine/officers?standing=done');
  const { officers } = (await response.json()) as { officers: OfficerLine[] };
  done = officers.find((line) => line.grade === 'A') as OfficerLine;
});
afterAll(() => gear.server.close());

const words = {
  en: {
    link: 'My record',
    title: 'Your record',
    sees: 'What is recorded about watching, and who sees it',
    never: /^Which device you use, its address, or where you are/,
    commanders: /^Commanders and administrators: .* Not the seconds, and not your decisions\.$/,
    server: /^Whoever runs the server, or holds its backups or exports: everything\./,
    kept: /records schedule.*training unit/,
    alone: /^Nothing is deleted by itself/,
    contest: /^Contest what did not count, or an evidence grade, with your training unit/,
    noCredit: /not Commission-approved unless your agency obtained approval/,
    grade: /^A, proved: a server of ours timed/,
    bars: /^The film, second by second/,
    borneOut: /^The server’s clock bears out/,
    decisions: /^Your \d+ decisions$/,
    choice: /attempt 1, run 1/,
    signIns: /sign-ins? /,
    signedIn: 'Signed in with a PIN',
    download: 'Download as a file (JSON)',
    nothing: /^You have not opened a training yet/,
  },
  es: {
    link: 'Mi registro',
    title: 'Su registro',
    sees: 'Qué se registra de lo que usted ve, y quién lo ve',
    never: /^Qué dispositivo usa usted, su dirección o dónde está/,
    commanders: /^Comandantes y administradores: .* No los segundos ni sus decisiones\.$/,
    server: /^Quien administra el servidor, o tiene sus copias de seguridad o sus exportaciones: todo\./,
    kept: /calendario de conservación.*unidad de capacitación/,
    alone: /^Nada se borra solo/,
    contest: /^Para impugnar lo que no contó, o un nivel de evidencia, diríjase a su unidad de capacitación/,
    noCredit: /no está aprobada por la Comisión, salvo que su agencia haya obtenido la aprobación/,
    grade: /^A, comprobada: un servidor nuestro midió/,
    bars: /^La película, segundo a segundo/,
    borneOut: /^El reloj del servidor lo confirma/,
    decisions: /^Sus \d+ decisiones$/,
    choice: /intento 1, vuelta 1/,
    signIns: /entradas? /,
    signedIn: 'Inició sesión con PIN',
    download: 'Descargar como archivo (JSON)',
    nothing: /^Usted todavía no ha abierto ninguna capacitación/,
  },
} as const;

describe.each(['en', 'es'] as const)('an officer by PIN (%s)', (language) => {
  const say = words[language];

  test('sees the own record: who sees what, grade in words, watching as a picture and in words, decisions, sign-ins', async () => {
    await enter('pin', done.badge, gear.server.demo.officer.pin);
    await openApp('/record', language);
    expect(await screen.findByRole('heading', { level: 1, name: say.title })).toBeVisible();
    expect(await screen.findByRole('heading', { name: say.sees })).toBeVisible();
    expect(screen.getByText(say.never)).toBeVisible();
    expect(screen.getByText(say.commanders)).toBeVisible();
    for (const line of [say.server, say.kept, say.alone, say.contest]) expect(screen.getByText(line)).toBeVisible();
    expect(screen.getByText(say.noCredit)).toBeVisible();
    expect(screen.getByText(say.grade)).toBeVisible();
    expect(screen.getByText(done.receipt ?? 'none')).toBeVisible();
    const bars = screen.getByRole('table', { name: say.bars });
    expect(within(bars).getByRole('rowheader', { name: say.borneOut })).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByText(say.decisions));
    expect((await screen.findAllByText(say.choice)).length).toBeGreaterThan(1);
    expect(screen.getAllByText(say.signedIn)[0]).toBeInTheDocument();
  });

  test('takes it away as a file that holds the same', async () => {
    await enter('pin', done.badge, gear.server.demo.officer.pin);
    await openApp('/record', language);
    const download = await screen.findByRole('link', { name: say.download });
    const file = (await (await fetch(download.getAttribute('href') ?? '')).json()) as OwnRecord;
    expect(file.officer.badge).toBe(done.badge);
    expect(file.editions[0]?.completion).toMatchObject({ receipt: done.receipt, grade: 'A' });
  });

  test('is told on an empty record what will stand there, and finds the way from any page', async () => {
    const { badge, pin } = gear.server.demo.sergeant;
    await enter('pin', badge, pin);
    await openApp('/roll-call', language);
    await userEvent.click(await screen.findByRole('link', { name: say.link }));
    expect(await screen.findByText(say.nothing)).toBeVisible();
  });
});
