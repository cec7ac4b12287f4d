import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { CreditItem } from './credit-item.tsx';

/** What waits for a second person stands first; what is decided stays to be read. */
export function CreditsPage() {
  const { t } = useTranslation('credits');
  const { may } = useSession().signedIn;
  const [said, setSaid] = useState('');
  const credits = useAnswer('credits', () => ask(() => api.api.credits.$get()));
  return (
    <>
      <PageHeading title={t('list.title')} />
      <p>{t('list.words')}</p>
      <p className="ways">
        <Link className="button quiet" to="/commander/credits/new">
          {t('list.propose')}
        </Link>
        {may['record-paper'] && (
          <Link className="button quiet" to="/commander/credits/paper">
            {t('list.paper')}
          </Link>
        )}
      </p>
      <p role="status">{said}</p>
      <Answered of={credits}>
        {({ credits: all }) =>
          all.length === 0 ? (
            <p>{t('list.none')}</p>
          ) : (
            <ul className="credit-list">
              {all
                .toSorted((a, b) => Number(b.outcome === 'open') - Number(a.outcome === 'open'))
                .map((credit) => (
                  <CreditItem
                    key={credit.creditId}
                    credit={credit}
                    onDecided={(outcome) => {
                      setSaid(t(`list.now.${outcome}`));
                      credits.again();
                    }}
                  />
                ))}
            </ul>
          )
        }
      </Answered>
      <p>
        <Link to="/commander">{t('list.back')}</Link>
      </p>
    </>
  );
}
