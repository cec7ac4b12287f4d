import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFile } from '#domain/course/agency-order.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { bringFile } from '../people/bring-file.ts';
import { FileField } from '../ui/file-field.tsx';

type OrderFileFieldProps = {
  language: Language;
  file: OrderFile | undefined;
  onFile: (file: OrderFile | undefined) => void;
};

/** The order as it was signed, known by its hash from the moment that it is here. */
export function OrderFileField({ language, file, onFile }: OrderFileFieldProps) {
  const { t } = useTranslation('admin');
  const words = useProblemWords();
  const { officerId } = useSession().signedIn;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBringing, setIsBringing] = useState(false);

  async function bring(chosen: File) {
    setIsBringing(true);
    const brought = await bringFile(chosen, officerId);
    setIsBringing(false);
    setProblem(brought.ok ? null : brought.error);
    if (brought.ok) onFile({ hash: brought.value.hash, name: chosen.name });
  }

  return (
    <>
      <FileField
        label={t('order.file')}
        name={`file-${language}`}
        accept="application/pdf,image/png,image/jpeg"
        fault={problem && words(problem)}
        onFile={(chosen) => void (chosen && bring(chosen))}
      />
      <p role="status">{isBringing && t('order.bringing')}</p>
      {file && (
        <p className="hint">
          {t('order.fileIs', { name: file.name, hash: file.hash.slice(0, 12) })}{' '}
          <button type="button" className="button quiet" onClick={() => onFile(undefined)}>
            {t('order.fileRemove')}
          </button>
        </p>
      )}
    </>
  );
}
