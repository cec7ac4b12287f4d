import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '#domain/course/closed-lists.ts';
import type { PlayedAt } from '#domain/coverage/played-stretches.ts';
import { succeed } from '#domain/shared/result.ts';
import { stationShelf } from '#recording/station-shelf.ts';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import { useSession } from '../api/session.ts';
import { type Line, openStation } from './station.ts';
import type { StationItem } from './station-items.ts';

const lineTo = (id: string, sergeantId: string): Line => ({
  look: () => ask(() => api.api['roll-calls'][':id'].$get({ param: { id } })),
  send({ kind, ...json }: StationItem) {
    if (kind === 'presence') {
      const presence = json as Omit<Extract<StationItem, { kind: 'presence' }>, 'kind'>;
      return ask(() =>
        api.api['roll-calls'][':id'].presence.$post({ param: { id }, json: presence }, inNameOf(sergeantId)),
      );
    }
    const screened = json as Omit<Extract<StationItem, { kind: 'screened' }>, 'kind'>;
    return ask(() =>
      api.api['roll-calls'][':id'].screened.$post({ param: { id }, json: screened }, inNameOf(sergeantId)),
    );
  },
});

/** The roll call of this page: what is known of it, and what the sergeant can do. */
export function useStation(rollCallId: string) {
  const { officerId } = useSession().signedIn;
  const [station] = useState(() =>
    openStation(lineTo(rollCallId, officerId), stationShelf({ sergeantId: officerId, rollCallId })),
  );
  const state = useSyncExternalStore(station.subscribe, station.read);

  useEffect(() => {
    void station.look();
    const lookAgain = () => {
      if (document.visibilityState !== 'hidden') void station.look();
    };
    window.addEventListener('online', lookAgain);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      station.stop();
      window.removeEventListener('online', lookAgain);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [station]);

  return {
    ...state,
    again: () => void station.look(),
    tick: (officerIds: string[], present: boolean) =>
      station.put({ kind: 'presence', id: newItemId(), officerIds, present }),
    screened: (stretches: PlayedAt[], narration: Language, captions: Language[]) =>
      station.put({
        kind: 'screened',
        id: newItemId(),
        stretches,
        narration,
        captions,
        deviceAt: new Date().toISOString(),
      }),
    addByBadge: (itemId: string, badge: string) =>
      station.askNow(() =>
        ask(() =>
          api.api['roll-calls'][':id'].guest.$post(
            { param: { id: rollCallId }, json: { id: itemId, badge } },
            inNameOf(officerId),
          ),
        ),
      ),
    correct: (json: { id: string; officerId: string; present: boolean; reason: string }) =>
      station.askNow(async () => {
        const answer = await ask(() =>
          api.api['roll-calls'][':id'].corrections.$post({ param: { id: rollCallId }, json }, inNameOf(officerId)),
        );
        return answer.ok ? succeed(answer.value.rollCall) : answer;
      }),
    close: (itemId: string, present: string[]) =>
      station.askNow(() =>
        ask(() =>
          api.api['roll-calls'][':id'].close.$post(
            { param: { id: rollCallId }, json: { id: itemId, attested: true, present } },
            inNameOf(officerId),
          ),
        ),
      ),
  };
}

export type StationAtWork = ReturnType<typeof useStation>;
