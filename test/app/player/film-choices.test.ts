// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pictureFile, rememberedPicture, rememberPicture } from '#app/player/film-choices.ts';

const onScreen = (width: number, height: number) => {
  Object.defineProperty(window.screen, 'width', { value: width, configurable: true });
  Object.defineProperty(window.screen, 'height', { value: height, configurable: true });
};
const tracks = { captions: { en: '', es: '' }, chapters: { en: '', es: '' } };
const files = { ...tracks, transcript: '', poster: '', video: 'large.mp4' };

beforeEach(() => localStorage.clear());
afterEach(() => onScreen(0, 0));

test('a phone gets the small picture however it is held, a tablet or a projector the large one', () => {
  const chosen = [
    [390, 844],
    [844, 390],
    [820, 1180],
    [1920, 1080],
  ].map(([width = 0, height = 0]) => {
    onScreen(width, height);
    return rememberedPicture();
  });
  expect(chosen).toEqual(['small', 'small', 'large', 'large']);
});

test('what a viewer chose stays, whatever the screen', () => {
  onScreen(390, 844);
  rememberPicture('large');
  expect(rememberedPicture()).toBe('large');
});

test('a film with one rendition plays it for everybody', () => {
  expect(pictureFile(files, 'small')).toBe('large.mp4');
  expect(pictureFile({ ...files, small: 'small.mp4' }, 'small')).toBe('small.mp4');
  expect(pictureFile({ ...files, small: 'small.mp4' }, 'large')).toBe('large.mp4');
});
