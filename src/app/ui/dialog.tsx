import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

type DialogProps = { title: string; onLeft: () => void; children: ReactNode };

/** Over the work, which stays where it is; Escape and the browser's back of focus are the browser's own (WCAG 2.4.3). */
export function Dialog({ title, onLeft, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page, so that the focus goes back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onLeft}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
