// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import { FilmPlayer } from '#app/player/film-player.tsx';
import type { FilmState } from '#app/player/film-state.ts';
import type { FilmView } from '#app/player/use-film.ts';
import { type Coverage, cover, furthestSeconds } from '#domain/coverage/coverage.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';

const { film } = theShortCourse();

/** What the engine is told is noted: the engine itself is tried in a real browser. */
function aView(state: Partial<FilmState> = {}, coverage: Coverage = []) {
  const told: unknown[][] = [];
  const tell =
    (name: string) =>
    (...given: unknown[]) =>
      void told.push([name, ...given]);
  const view: FilmView = {
    film,
    state: {
      phase: 'ready',
      playing: false,
      stalled: false,
      positionSeconds: 0,
      rate: 1,
      muted: false,
      captions: ['en'],
      narration: 'en',
      picture: 'large',
      fullScreen: false,
      playedHere: [],
      refusals: 0,
      ...state,
    },
    controls: {
      togglePlay: tell('togglePlay'),
      seekTo: tell('seekTo'),
      setRate: tell('setRate'),
      toggleMuted: tell('toggleMuted'),
      setCaptions: tell('setCaptions'),
      setNarration: tell('setNarration'),
      setPicture: tell('setPicture'),
      toggleFullScreen: tell('toggleFullScreen'),
    },
    coverage: cover(...coverage),
    address: (file) => `/media/${file}`,
    furthest: furthestSeconds(cover(...coverage)),
    stage: () => {},
    tryAgain: tell('tryAgain'),
  };
  return { view, told };
}

const words = {
  en: {
    play: 'Play',
    half: '0:15 of 0:30 watched · 0:15 to go',
    transcript: 'Transcript',
    place: 'Place in the film',
    voice: /^Voice: English/,
    picture: 'Picture',
    speed: 'Speed',
    refused: 'You can go back as often as you like, and forward as far as you have watched.',
    broken: 'The film could not be loaded. Your progress is kept.',
    again: 'Load the film again',
  },
  es: {
    play: 'Reproducir',
    half: '0:15 de 0:30 vistos · faltan 0:15',
    transcript: 'Transcripción',
    place: 'Punto de la película',
    voice: /^Voz: English/,
    picture: 'Imagen',
    speed: 'Velocidad',
    refused: 'Puede retroceder cuantas veces quiera y avanzar hasta donde ya vio.',
    broken: 'No se pudo cargar la película. Su avance está guardado.',
    again: 'Cargar la película otra vez',
  },
} as const;

describe.each(['en', 'es'] as const)('the player (%s)', (language) => {
  const say = words[language];
  beforeEach(async () => {
    await i18next.changeLanguage(language);
  });

  test('says what is watched and owed, seconds seen twice once, and axe finds nothing', async () => {
    const seen = [
      { fromSeconds: 0, toSeconds: 10 },
      { fromSeconds: 5, toSeconds: 15 },
    ];
    const { container } = render(<FilmPlayer view={aView({ positionSeconds: 15 }, seen).view} />);
    expect(screen.getByText(say.half)).toBeVisible();
    expect(screen.getByRole('slider', { name: say.place })).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('0:15'),
    );
    expect((await axe.run(container)).violations).toEqual([]);
  });

  test('turns on a second caption language beside the first, and each off by itself', async () => {
    const { view, told } = aView();
    render(<FilmPlayer view={view} />);
    const english = screen.getByRole('button', { name: /^CC English/ });
    expect(english).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: /^CC Español/ }));
    await userEvent.click(english);
    await userEvent.click(screen.getByRole('button', { name: say.voice }));
    expect(told).toEqual([
      ['setCaptions', ['en', 'es']],
      ['setCaptions', []],
      ['setNarration', 'es'],
    ]);
  });

  test('changes to the small picture where the film has one, and does not offer it where it has none', async () => {
    const { view, told } = aView();
    const { rerender } = render(<FilmPlayer view={view} />);
    expect(screen.queryByLabelText(say.picture)).toBeNull();
    const { en, es } = film.files;
    const inTwoSizes = { ...film, files: { en: { ...en, small: 'video.en.small.mp4' }, es } };
    rerender(<FilmPlayer view={{ ...view, film: inTwoSizes }} />);
    await userEvent.selectOptions(screen.getByLabelText(say.picture), 'small');
    expect(told).toEqual([['setPicture', 'small']]);
  });

  test('offers no speed above 1.25', () => {
    render(<FilmPlayer view={aView().view} />);
    const offered = within(screen.getByLabelText(say.speed)).getAllByRole<HTMLOptionElement>('option', {
      hidden: true,
    });
    expect(offered.map(({ value }) => Number(value))).toEqual([1, 1.1, 1.25]);
  });

  test('marks the sentence that is spoken, in the reader’s language and at the speaker’s time, and leads to any', async () => {
    const second = film.cues[1];
    const at = second?.at.es.fromSeconds ?? 0;
    const { view, told } = aView({ narration: 'es', positionSeconds: at + 0.1 });
    render(<FilmPlayer view={view} />);
    const transcript = screen.getByRole('region', { name: say.transcript });
    const spoken = within(transcript)
      .getByText(second?.says[language] ?? '')
      .closest('button');
    expect(spoken).toHaveAttribute('aria-current', 'true');
    expect(
      within(transcript)
        .getAllByRole('button')
        .filter((each) => each.hasAttribute('aria-current')),
    ).toHaveLength(1);
    await userEvent.click(spoken as HTMLElement);
    expect(told).toEqual([['seekTo', at]]);
  });

  test('hears keys only within its frame, and the space bar presses the button that has the focus', async () => {
    const { view, told } = aView({ positionSeconds: 10 });
    render(<FilmPlayer view={view} />);
    await userEvent.keyboard('m');
    expect(told).toEqual([]);
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}mfc');
    await userEvent.keyboard(' ');
    screen.getByRole('button', { name: say.play }).focus();
    await userEvent.keyboard(' ');
    expect(told.map(([name, given]) => (name === 'seekTo' ? [name, given] : [name]))).toEqual([
      ['seekTo', 5],
      ['seekTo', 15],
      ['toggleMuted'],
      ['toggleFullScreen'],
      ['setCaptions'],
      ['togglePlay'],
      ['togglePlay'],
    ]);
  });

  test('says why a seek was refused, politely', () => {
    render(<FilmPlayer view={aView({ refusals: 1 }).view} />);
    expect(screen.getByText(say.refused).closest('[role="status"]')).toBeVisible();
  });

  test('that cannot load its film says so and tries again when asked', async () => {
    const { view, told } = aView({ phase: 'broken' });
    render(<FilmPlayer view={view} />);
    expect(screen.getByRole('alert')).toHaveTextContent(say.broken);
    await userEvent.click(screen.getByRole('button', { name: say.again }));
    expect(told.map(([name]) => name)).toEqual(['tryAgain']);
  });
});

test.each(['en', 'es'] as const)(
  'the described transcript is offered in the language that is read (%s)',
  async (language) => {
    await i18next.changeLanguage(language);
    render(<FilmPlayer view={aView().view} />);
    const file = screen.getByRole('link', { name: { en: /^Transcript/, es: /^Transcripción/ }[language] });
    expect(file).toHaveAttribute('href', `/media/${film.files[language].transcript}`);
    expect(file).toHaveAttribute('download');
  },
);

test('a projector shows the film without chapters and transcript', async () => {
  await i18next.changeLanguage('en');
  render(<FilmPlayer view={aView().view} withText={false} />);
  expect(screen.queryByText(words.en.transcript)).not.toBeInTheDocument();
});
