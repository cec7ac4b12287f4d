import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { drawingNames, Stage, type StagedScene } from './stage.tsx';

/** What the rendering calls inside the page. */
export interface StagePage {
  /** The drawings that a storyboard may name. */
  drawings(): string[];
  /** Draws and says whether the picture differs from the one before. */
  draw(scene: StagedScene, t: number): boolean;
  /** Words that do not fit their place in the picture drawn last, or stand where captions go. */
  misfits(): string[];
}

const root = document.getElementById('stage') as HTMLElement;
const react = createRoot(root);
let before = '';

const page: StagePage = {
  drawings: () => drawingNames,
  draw(scene, t) {
    flushSync(() => react.render(<Stage scene={scene} t={t} />));
    const now = root.innerHTML;
    const changed = now !== before;
    before = now;
    return changed;
  },
  misfits() {
    return [...root.querySelectorAll<HTMLElement>('[data-fit]')]
      .filter((box) => {
        const text = box.textContent ?? '';
        const low = box.getBoundingClientRect().bottom > 590 * (innerWidth / 1280) && text !== '';
        return (
          low || box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 || text.includes('[')
        );
      })
      .map((box) => (box.textContent ?? '').slice(0, 60));
  },
};
Object.assign(window, { stagePage: page });
