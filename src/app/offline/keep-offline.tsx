import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import en from '../../../locales/en/offline.json';
import es from '../../../locales/es/offline.json';
import { addWords } from '../i18n/i18n.ts';
import './keep-offline.css';
import { useKeeping } from './use-keeping.ts';

addWords('offline', { en, es });

export type KeepOfflineProps = {
  /** Where it is offered: to one officer, or to a room. */
  at: 'training' | 'station';
  pack: CoursePack;
  /**
   * Whether this person said so on this device and the server heard it: a film that somebody else kept here is only a film, and
   * what is watched without a network before the server has heard counts for nothing.
   */
  taken: 'no' | 'telling' | 'taken';
  /** All is on the device now. */
  onTaken: () => void;
};

/** Offers to keep app, course and film on this device, says how far that is, and why it is not possible. Never by itself. */
export function KeepOffline({ at, pack, taken, onTaken }: KeepOfflineProps) {
  const { t } = useTranslation('offline');
  const { keeping, keep, stop, remove } = useKeeping(pack);
  if (keeping.phase === 'looking' || keeping.phase === 'unknown') return null;
  if (keeping.phase === 'impossible') return <p className="keep-offline fine-print">{t('impossible')}</p>;

  const { phase } = keeping;
  const take = () => void keep().then((isKept) => isKept && onTaken());
  const size = {
    here: megabytes(keeping.bytes),
    all: megabytes(keeping.of),
    rest: megabytes(keeping.of - keeping.bytes),
  };
  const isReady = phase === 'kept' && taken === 'taken';
  const isTelling = phase === 'kept' && taken === 'telling';
  return (
    <section className="keep-offline" aria-label={t('label')}>
      <p role="status">
        {isReady && t(`ready.${at}`, size)}
        {isTelling && t('telling', size)}
        {phase === 'kept' && taken === 'no' && t('here', size)}
        {phase === 'keeping' && t('working')}
        {keeping.phase === 'stopped' && t(`stopped.${keeping.because}`, size)}
      </p>
      {phase === 'keeping' && (
        <p className="keep-progress">
          <progress max={keeping.of || 1} value={keeping.bytes} aria-label={t('working')} /> {t('progress', size)}
        </p>
      )}
      {phase === 'keeping' ? (
        <button type="button" className="button quiet" onClick={stop}>
          {t('stop')}
        </button>
      ) : isReady ? (
        <button type="button" className="button quiet" onClick={() => void remove()}>
          {t('remove')}
        </button>
      ) : isTelling ? null : (
        <button type="button" className="button quiet" onClick={take}>
          {phase === 'kept' ? t('use') : phase === 'stopped' ? t('goOn') : t('keep', size)}
        </button>
      )}
      {isReady && at === 'training' && <p className="fine-print">{t('shared')}</p>}
    </section>
  );
}

/** As browsers and shops count them. */
const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 100_000) / 10);
