// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitReport } from '#domain/completion/report.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn();
});
afterAll(() => gear.server.close());

const signInAs = (who: 'commander' | 'training') => {
  const { badge, password } = gear.server.demo[who];
  return enter('password', badge, password);
};

const words = {
  en: {
    link: 'What a change of a clause touches',
    title: 'From the clause to the question',
    clause: 'Clause',
    r5: /A change of R5 touches 1 paragraph of the policy, 1 cue of the film, 1 decision in 1 scenario, 2 explanations and/,
    r11: /A change of R11 touches .* 1 decision in 1 scenario, 3 explanations and/,
    draws: /1 of 1 draw of the quiz meets it\./,
    cardSort: /The card sort teaches it as well\./,
    completed: (count: number) => new RegExp(`^${count} officers? in .+ (has|have) completed this edition\\.$`),
    film: 'Taught in the film',
    asked: 'Asked and explained',
    coached: /^Coached /,
    notFound: 'Page not found',
  },
  es: {
    link: 'Qué afecta un cambio de cláusula',
    title: 'De la cláusula a la pregunta',
    clause: 'Cláusula',
    r5: /Un cambio de R5 afecta 1 párrafo de la política, 1 pasaje de la película, 1 decisión en 1 caso, 2 explicaciones y/,
    r11: /Un cambio de R11 afecta .* 1 decisión en 1 caso, 3 explicaciones y/,
    draws: /1 de 1 sorteo del cuestionario la incluye\./,
    cardSort: /También la enseña la clasificación de documentos\./,
    completed: (count: number) => new RegExp(`^En .+, ${count} agentes? (ha|han) completado esta edición\\.$`),
    film: 'Lo que enseña la película',
    asked: 'Lo que se pregunta y se explica',
    coached: /^Con aclaración /,
    notFound: 'Página no encontrada',
  },
} as const;

describe.each(['en', 'es'] as const)('from the clause to the question (%s)', (language) => {
  const say = words[language];

  test('the training unit sees what a change of a clause touches, and how many were trained on it', async () => {
    await signInAs('training');
    const reader = userEvent.setup();
    await openApp('/commander', language);
    await reader.click(await screen.findByRole('link', { name: say.link }));
    expect(await screen.findByRole('heading', { level: 1, name: say.title })).toBeVisible();
    await reader.selectOptions(await screen.findByLabelText(say.clause), 'R5');
    expect(screen.getByText(say.r5)).toBeVisible();
    expect(screen.getByText(say.draws)).toBeVisible();
    expect(screen.getByText(say.cardSort)).toBeVisible();
    const report = (await (await fetch('/api/reports/units/mine')).json()) as UnitReport;
    expect(await screen.findByText(say.completed(report.unit.counts.done))).toBeVisible();

    const { film, scenarios, text } = gear.server.pack;
    await reader.selectOptions(screen.getByLabelText(say.clause), 'R11');
    expect(screen.getByText(say.r11)).toBeVisible();
    expect(screen.queryByText(say.cardSort)).toBeNull();
    const cue = film.cues.find((each) => each.clauses.includes('R11'));
    const taught = within(screen.getByRole('region', { name: say.film }));
    expect(taught.getByText(cue?.says[language] ?? 'none')).toBeVisible();

    const asked = within(screen.getByRole('region', { name: say.asked }));
    expect(asked.getByRole('link', { name: `S2: ${text[language].scenarios.S2?.title}` })).toHaveAttribute(
      'href',
      '/practice/S2',
    );
    const explained = asked.getAllByRole('listitem').filter((item) => item.classList.contains('traced-explanation'));
    expect(explained).toHaveLength(scenarios.S2?.decisions[0]?.options.length ?? 0);
    expect(explained.some((item) => say.coached.test(item.textContent ?? ''))).toBe(true);
  });

  test('an address with a clause opens on it', async () => {
    await signInAs('training');
    await openApp('/commander/traceability?clause=R11', language);
    expect(await screen.findByText(say.r11)).toBeVisible();
  });

  test('a commander without the training unit’s grant has no link and meets the face of a wrong address', async () => {
    await signInAs('commander');
    await openApp('/commander', language);
    await screen.findByRole('table');
    expect(screen.queryByRole('link', { name: say.link })).toBeNull();
    await openApp('/commander/traceability', language);
    expect(await screen.findByRole('heading', { name: say.notFound })).toBeVisible();
  });
});
