import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import en from '../../../locales/en/enter.json';
import enErrors from '../../../locales/en/errors-entry.json';
import es from '../../../locales/es/enter.json';
import esErrors from '../../../locales/es/errors-entry.json';
import { addWords } from '../i18n/i18n.ts';
import { takeFromAddress } from '../people/slip-address.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { ChooseSecret } from './choose-secret.tsx';
import { type CodeGiven, CodeStep } from './code-step.tsx';

addWords('enter', { en, es });
addWords('errors', { en: enErrors, es: esErrors });

/** For who has no PIN or password yet, or has forgotten it: a code of a slip or of the sergeant, then a choice. */
export function EnterPage() {
  const { t } = useTranslation('enter');
  const [slip] = useState(takeFromAddress);
  const [given, setGiven] = useState<CodeGiven | null>(null);
  return (
    <div className="sign-in-page">
      {given ? (
        <>
          <PageHeading title={t(`choose.${given.proof}.title`)} />
          <ChooseSecret given={given} onWrongCode={() => setGiven(null)} />
        </>
      ) : (
        <>
          <PageHeading title={t('code.title')} />
          <p>{t('code.words')}</p>
          <CodeStep slip={slip} onGiven={setGiven} />
        </>
      )}
    </div>
  );
}
