import { useTranslation } from 'react-i18next';

/** A box with a tick in it, named for those who do not see it. */
export function TickedBox() {
  const { t } = useTranslation('officer');
  return (
    <svg className="ticked-box" role="img" aria-label={t('papers.ticked')} viewBox="0 0 20 20">
      <path d="M2 2h16v16H2z" />
      <path d="M5 10.5l3.5 4L17 3" />
    </svg>
  );
}

/** Ink over a rule, or the bare rule. The words below it say who signed, or that nobody did. */
export function SignatureLine({ isEmpty }: { isEmpty: boolean }) {
  return (
    <svg className="signature-line" aria-hidden="true" viewBox="0 0 240 44">
      {!isEmpty && <path className="ink" d={scrawl} />}
      <path className="rule" d="M0 42h240" />
    </svg>
  );
}

/** No name can be read in it. */
const scrawl =
  'M14 30c8-20 16-26 18-18s-12 24-8 24 14-22 18-18-6 16 0 14 12-14 16-14 0 12 6 10 8-12 14-10 2 12 8 8 10-16 16-14-4 18 4 16 18-22 26-20-10 20-2 18 30-14 48-16';
