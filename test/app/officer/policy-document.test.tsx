// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import '#app/officer/officer-module.tsx';
import { PolicyDocument } from '#app/officer/policy-document.tsx';
import type { Language } from '#domain/course/closed-lists.ts';
import { anOrderedPack } from '#test/support/an-ordered-pack.ts';

const words = {
  en: {
    order: 'Order GO 19-07, Nov 20, 2026',
    only: 'Your agency has written this order in Spanish only.',
    file: { en: /Open the order .* in English/, es: /Open the order .* in Spanish/ },
  },
  es: {
    order: 'Orden GO 19-07, 20 nov 2026',
    only: 'Su agencia redactó esta orden solo en inglés.',
    file: { en: /Abrir la orden .* en inglés/, es: /Abrir la orden .* en español/ },
  },
} as const;

describe.each(['en', 'es'] as const)('an officer who reads the agency’s own order (%s)', (language) => {
  const other: Language = language === 'en' ? 'es' : 'en';
  const say = words[language];
  beforeEach(() => void i18next.changeLanguage(language));

  test('in the own language sees number, date and text, and no word about another language', async () => {
    const { container } = render(<PolicyDocument pack={anOrderedPack({ text: { [language]: 'A civil paper.' } })} />);
    screen.getByText(say.order);
    screen.getByText('A civil paper.');
    expect(screen.queryByText(say.only)).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    expect((await axe.run(container)).violations).toEqual([]);
  });

  test('in the other language alone is told so, and the text keeps its language', () => {
    render(<PolicyDocument pack={anOrderedPack({ text: { [other]: 'A civil paper.' } })} />);
    screen.getByText(say.only);
    expect(screen.getByText('A civil paper.').closest('[lang]')?.getAttribute('lang')).toBe(other);
  });

  test('finds the file as it was published, in the own language where there is one', () => {
    const pack = anOrderedPack({ text: {}, files: { en: 'a', es: 'b' } });
    const { unmount } = render(<PolicyDocument pack={pack} />);
    const link = screen.getByRole('link', { name: say.file[language] });
    expect(link.getAttribute('href')).toBe(`/course/orders/${pack.editionHash}/${language}?v=cccccccccccccccc`);
    expect(screen.queryByRole('article')).toBeNull();
    unmount();
    render(<PolicyDocument pack={anOrderedPack({ text: {}, files: { [other]: 'b' } })} />);
    screen.getByRole('link', { name: say.file[other] });
  });
});
