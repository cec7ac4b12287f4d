import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import { useDates } from '../api/use-dates.ts';

/** What is on record beside the editions, the people who looked first. */
export function OwnEvents({
  record: { readings, notedByOthers, rollCalls, takenAlong, talks, signIns },
}: {
  record: OwnRecord;
}) {
  const { t } = useTranslation('record');
  return (
    <>
      <Titled title={t('own.readings')}>
        <Lines
          lines={readings.map(({ at, what, by, reason }) => ({ at, words: t(`own.reading.${what}`, { by, reason }) }))}
        />
      </Titled>
      {notedByOthers.length > 0 && (
        <Titled title={t('own.noted')}>
          <Lines
            lines={notedByOthers.map(({ at, what, by, reason }) => ({
              at,
              words: [
                t(`own.notedWhat.${what}`),
                by && what !== 'code.used' && t('own.notedBy', { by }),
                reason && t(what === 'lms.imported' ? 'own.lmsSaid' : 'own.notedReason', { reason }),
              ]
                .filter(Boolean)
                .join(' '),
            }))}
          />
        </Titled>
      )}
      <Titled title={t('own.rollCalls')}>
        <Lines
          lines={rollCalls.map(({ closedAt, unit, attestedBy }) => ({
            at: closedAt,
            words: t('own.rollCall', { unit, by: attestedBy }),
          }))}
        />
      </Titled>
      {takenAlong.length > 0 && (
        <Titled title={t('own.takenAlong')}>
          <Lines lines={takenAlong.map(({ at }) => ({ at, words: t('own.takenAlongOnce') }))} />
        </Titled>
      )}
      <Titled title={t('own.talks')}>
        <Lines lines={talks.map(({ at }) => ({ at, words: t('own.talk') }))} />
      </Titled>
      <details>
        <summary>{t('own.signIns', { count: signIns.length })}</summary>
        <Lines
          lines={signIns.toReversed().map(({ at, what, proof }) => ({
            at,
            words: t(`own.signIn.${what}`, { proof: proof ?? 'none' }),
          }))}
        />
      </details>
    </>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly { at: string; words: string }[] }) {
  const { t } = useTranslation('record');
  const dates = useDates();
  if (lines.length === 0) return <p>{t('own.empty')}</p>;
  return (
    <ol className="own-events">
      {lines.map(({ at, words }) => (
        <li key={`${at} ${words}`}>
          <time dateTime={at}>{dates.dayAndTime(at)}</time> <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}
