import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import type { TickedLine } from './station-items.ts';

export const presentOf = (lines: readonly TickedLine[]): TickedLine[] => lines.filter(({ present }) => present);

/** Whom the room waits for: everybody on duty, and whoever came although on leave or from elsewhere. */
export const expectedOf = (lines: readonly TickedLine[]): TickedLine[] =>
  lines.filter(({ present, duty }) => present || duty === 'on-duty');

/** For the eyes of the room: "12 of 14 here: …names". */
export function RoomLine({ lines }: { lines: readonly TickedLine[] }) {
  const { t } = useTranslation('roll-call');
  const { language } = useLanguage();
  const here = presentOf(lines);
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(here.map(({ name }) => name));
  return (
    <p className="room-line">
      <strong>{t('room.count', { here: here.length, expected: expectedOf(lines).length })}</strong>{' '}
      <span className="names">{names}</span>
    </p>
  );
}
