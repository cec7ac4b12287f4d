import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFile } from '#domain/course/agency-order.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import { ProblemNote } from '../api/answered.tsx';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { bringFile } from '../people/bring-file.ts';

type OrderFileFieldProps = {
  language: Language;
  file: OrderFile | undefined;
  onFile: (file: OrderFile | undefined) => void;
};

/** The order as it was signed: a PDF, known by its hash from the moment that it is here. */
export function OrderFileField({ language, file, onFile }: OrderFileFieldProps) {
  const { t } = useTranslation('admin');
  const { officerId } = useSession().signedIn;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBringing, setIsBringing] = useState(false);
  const id = useId();

  async function bring(chosen: File) {
    setIsBringing(true);
    const brought = await bringFile(chosen, officerId);
    setIsBringing(false);
    setProblem(brought.ok ? null : brought.error);
    if (brought.ok) onFile({ hash: brought.value.hash, name: chosen.name });
  }

  return (
    <div className="field">
      <label htmlFor={id}>{t('order.file')}</label>
      {file && (
        <p className="hint">
          {t('order.fileIs', { name: file.name, hash: file.hash.slice(0, 12) })}{' '}
          <button type="button" className="button quiet" onClick={() => onFile(undefined)}>
            {t('order.fileRemove')}
          </button>
        </p>
      )}
      <input
        id={id}
        type="file"
        name={`file-${language}`}
        accept="application/pdf,image/png,image/jpeg"
        onChange={({ currentTarget: { files } }) => {
          const [chosen] = files ?? [];
          if (chosen) void bring(chosen);
        }}
      />
      <p className="hint" role="status">
        {isBringing && t('order.bringing')}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
