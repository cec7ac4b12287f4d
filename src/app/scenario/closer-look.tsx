import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from './scenario-words.ts';
import { SheetDrawing } from './sheet-drawing.tsx';
import { useSettled } from './use-settled.ts';
import { useZoom } from './use-zoom.ts';
import { largest, smallest } from './zoom.ts';
import './closer-look.css';

export type CloserLookProps = { sheet: Sheet; explained: boolean; title: string; onClosed: () => void };

/** One sheet, large: real text at one to four times its size, moved about by scrolling, by touch or by the arrow keys. */
export function CloserLook({ sheet, explained, title, onClosed }: CloserLookProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const view = useRef<HTMLElement>(null);
  const { zoom, zoomBy, zoomFit, pan } = useZoom(view);
  const settled = useSettled(zoom);

  // Closed while it still stands in the page, so that the browser gives the focus back to the button (WCAG 2.4.3).
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    view.current?.focus();
    return () => element?.close();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    // With Ctrl or Cmd they are the browser's own.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-') zoomBy(-1);
    else if (event.key === '0') zoomFit();
    else if (!pan(event.key)) return;
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} className="closer-look" aria-labelledby={id} onClose={onClosed} onKeyDown={onKeyDown}>
      <header>
        <h2 id={id}>{title}</h2>
        <fieldset className="zoom-bar">
          <legend className="visually-hidden">{t('papers.zoom.bar')}</legend>
          {/* Not disabled at the ends: a button that goes dead under the finger loses the focus. */}
          <button type="button" aria-disabled={zoom <= smallest} onClick={() => zoomBy(-1)}>
            <span aria-hidden="true">−</span>
            <span className="visually-hidden">{t('papers.zoom.out')}</span>
          </button>
          <span className="zoom-now" aria-hidden="true">
            {t('papers.zoom.size', { zoom })}
          </span>
          <button type="button" aria-disabled={zoom >= largest} onClick={() => zoomBy(1)}>
            <span aria-hidden="true">+</span>
            <span className="visually-hidden">{t('papers.zoom.in')}</span>
          </button>
        </fieldset>
        <p className="visually-hidden" role="status">
          {t('papers.zoom.now', { zoom: settled })}
        </p>
        <button type="button" className="close-look" onClick={() => dialog.current?.close()}>
          {t('papers.zoom.close')}
        </button>
      </header>
      <p className="zoom-keys">{t('papers.zoom.keys')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section ref={view} className="zoom-view" tabIndex={0} aria-label={t('papers.zoom.view', { title })}>
        <div className="zoomed" style={{ inlineSize: `${zoom * 100}%`, zoom }}>
          <SheetDrawing sheet={sheet} explained={explained} markId={`${id}-mark`} />
        </div>
      </section>
    </dialog>
  );
}
