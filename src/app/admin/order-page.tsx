import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#server/agency/see-settings.ts';
import { Answered } from '../api/answered.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { BackLink } from './back-link.tsx';
import { OrderForm } from './order-form.tsx';
import { useSettings } from './use-settings.ts';

/** The agency's own order in place of our policy page, its counsel's review, and what it declares right. */
export function OrderPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  // Said here: the form is another one once the edition is.
  const [isPublished, setIsPublished] = useState(false);
  const published = () => {
    setIsPublished(true);
    settings.again();
  };
  return (
    <>
      <PageHeading title={t('order.title')} />
      <p>{t('order.words')}</p>
      <Answered of={settings}>
        {(known: Settings) => <OrderForm key={known.editionHash} settings={known} onPublished={published} />}
      </Answered>
      <p role="status">{isPublished && t('order.published')}</p>
      <BackLink />
    </>
  );
}
