import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server.browser';
import { type Inked, opacityOf, textInk } from './ink.ts';
import { frame } from './look.ts';
import { Poster, type PosterWords } from './poster.tsx';
import { drawingNames, Stage, type StagedScene } from './stage.tsx';

/** What the rendering calls inside the page. */
export interface StagePage {
  /** The drawings that a storyboard may name. */
  drawings(): string[];
  /** Puts a scene on the stage; `draw` then moves through it. */
  open(scene: StagedScene): void;
  /** Draws and says whether the picture differs from the one before, and which words do not fit their place. */
  draw(t: number): { changed: boolean; misfits: string[] };
  markup(scene: StagedScene, moments: readonly number[]): string[];
  /** Draws the poster instead of a moment. */
  poster(words: PosterWords): void;
  posterMarkup(words: PosterWords): string;
  /** What the words drawn last stand out from, and how high they are. */
  ink(): Inked[];
}

const root = document.getElementById('stage') as HTMLElement;
const react = createRoot(root);
let before = '';
let misfits: string[] = [];
let opened: StagedScene | undefined;

const page: StagePage = {
  drawings: () => drawingNames,
  open(scene) {
    opened = scene;
    before = '';
  },
  draw(t) {
    const scene = opened;
    if (!scene) throw new Error('open a scene first');
    flushSync(() => react.render(<Stage scene={scene} t={t} />));
    const now = root.innerHTML;
    const changed = now !== before;
    before = now;
    if (changed) misfits = misfitting();
    return { changed, misfits };
  },
  markup: (scene, moments) => moments.map((t) => renderToStaticMarkup(<Stage scene={scene} t={t} />)),
  poster: (words) => flushSync(() => react.render(<Poster {...words} />)),
  posterMarkup: (words) => renderToStaticMarkup(<Poster {...words} />),
  ink: () => textInk(root),
};

/** Words that overflow their box, stand where captions go, or outside of what every projector shows. */
function misfitting(): string[] {
  const unit = innerWidth / frame.width;
  return [...root.querySelectorAll<HTMLElement>('[data-fit]')]
    .filter((box) => {
      const text = box.textContent ?? '';
      // What comes or goes is on its way to its place.
      if (text === '' || opacityOf(box, root) < 1) return false;
      const { left, top, right, bottom } = box.getBoundingClientRect();
      const isOut =
        left < (frame.left - 1) * unit ||
        right > (frame.right + 1) * unit ||
        top < (frame.safeTop - 1) * unit ||
        bottom > (frame.captionsFrom + 1) * unit;
      return (
        isOut || box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 || text.includes('[')
      );
    })
    .map((box) => (box.textContent ?? '').slice(0, 60));
}

Object.assign(window, { stagePage: page });
