import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rollCallsUnsent } from '#recording/station-shelf.ts';
import { useSession } from '../api/session.ts';

/** What this sergeant's earlier roll calls left on this device: opening one sends it. Nobody else's is looked at. */
export function EarlierUnsent() {
  const { t } = useTranslation('roll-call');
  const { officerId } = useSession().signedIn;
  const [unsent, setUnsent] = useState<Awaited<ReturnType<typeof rollCallsUnsent>>>([]);
  useEffect(() => {
    // A browser that keeps nothing has nothing left.
    void rollCallsUnsent(officerId).then(setUnsent, () => setUnsent([]));
  }, [officerId]);
  return unsent.map(({ rollCallId, items }) => (
    <p key={rollCallId} className="unsent">
      {t('unsent.earlier', { count: items })} <Link to={rollCallId}>{t('unsent.openEarlier')}</Link>
    </p>
  ));
}
