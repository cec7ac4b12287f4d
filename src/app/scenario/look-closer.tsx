import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CloserLookProps } from './closer-look.tsx';
import type { Sheet } from './scenario-words.ts';

const fetchDialog = async () => (await import('./closer-look.tsx')).CloserLook;

type LookCloserProps = { sheet: Sheet; explained: boolean; title: string };

/**
 * The way to a large view of one sheet. Its code comes after the page, so that the first load stays small, and before
 * it is asked for, so that it is there when the network is not; if it is missing, the sheet stays as it is.
 */
export function LookCloser({ sheet, explained, title }: LookCloserProps) {
  const { t } = useTranslation('officer');
  const button = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<ComponentType<CloserLookProps> | null>(null);
  const [isMissing, setMissing] = useState(false);

  useEffect(() => {
    fetchDialog().catch(() => undefined);
  }, []);

  async function open() {
    try {
      const loaded = await fetchDialog();
      setDialog(() => loaded);
      setMissing(false);
    } catch {
      setMissing(true);
    }
  }

  function close() {
    setDialog(null);
    // Safari gives no focus to a button that is clicked, so it has none to give back (WCAG 2.4.3).
    button.current?.focus();
  }

  return (
    <div className="look-closer">
      <button type="button" ref={button} aria-haspopup="dialog" onClick={() => void open()}>
        <svg className="lens" aria-hidden="true" viewBox="0 0 20 20" width="18" height="18">
          <path d="M8.5 2.5a6 6 0 110 12 6 6 0 010-12M13 13l5 5M8.5 6v5M6 8.5h5" />
        </svg>
        {t('papers.lookCloser')}
        <span className="visually-hidden">: {title}</span>
      </button>
      {isMissing && <p role="alert">{t('papers.notOpened')}</p>}
      {Dialog && <Dialog sheet={sheet} explained={explained} title={title} onClosed={close} />}
    </div>
  );
}
