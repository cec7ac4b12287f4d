import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import en from '../../../locales/en/record.json';
import es from '../../../locales/es/record.json';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { addWords } from '../i18n/i18n.ts';
import { NoCreditLine } from '../ui/no-credit-line.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import './own-record.css';
import { OwnEditionSection } from './own-edition.tsx';
import { OwnEvents } from './own-events.tsx';
import { WhoSees } from './who-sees.tsx';

addWords('record', { en, es });

/** All that is held of the person at the screen, to read, to print and to take away; a PIN suffices for one's own. */
export function OwnRecordPage() {
  const { t } = useTranslation('record');
  const record = useAnswer('own record', () => ask(() => api.api.training.record.$get()));
  return (
    <div className="own-record">
      <PageHeading title={t('own.title')} />
      <Answered of={record}>{(known) => <Known record={known} />}</Answered>
    </div>
  );
}

function Known({ record }: { record: OwnRecord }) {
  const { t } = useTranslation('record');
  const { name, badge } = record.officer;
  return (
    <>
      <p>{t('own.intro', { name, badge })}</p>
      <p className="ways screen-only">
        <a className="button" href="/api/training/record" download>
          {t('own.download')}
        </a>
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t('own.print')}
        </button>
        <a href="#who-sees">{t('sees.title')}</a>
        <Link to="/">{t('own.toTraining')}</Link>
      </p>
      <p className="quiet screen-only">{t('own.shared')}</p>
      {record.editions.length === 0 && <p>{t('own.nothing')}</p>}
      {record.editions.map((edition) => (
        <OwnEditionSection key={edition.editionHash} edition={edition} />
      ))}
      <NoCreditLine />
      <OwnEvents record={record} />
      <WhoSees />
    </>
  );
}
