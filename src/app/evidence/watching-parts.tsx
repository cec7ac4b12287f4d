import { useTranslation } from 'react-i18next';
import type { Coverage } from '#domain/coverage/coverage.ts';
import { clock } from '../ui/clock.ts';

const mostParts = 8;

/** "0:00–2:03, 2:30–5:00": the first parts, and how many more there are. */
export function Parts({ of: covered }: { of: Coverage }) {
  const { t } = useTranslation('record');
  const parts = covered
    .slice(0, mostParts)
    .map(({ fromSeconds, toSeconds }) => `${clock(fromSeconds)}–${clock(toSeconds)}`)
    .join(', ');
  return covered.length <= mostParts ? parts : t('watching.more', { parts, count: covered.length - mostParts });
}
