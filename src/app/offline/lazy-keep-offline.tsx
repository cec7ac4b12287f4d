import { lazy, Suspense } from 'react';
import type { KeepOfflineProps } from './keep-offline.tsx';

/** What cannot be loaded is not offered; the page around it goes on. */
const Loaded = lazy(() =>
  import('./keep-offline.tsx').then(
    ({ KeepOffline }) => ({ default: KeepOffline }),
    () => ({ default: () => null }),
  ),
);

/** In a chunk of its own, so that no page waits for it. */
export const LazyKeepOffline = (props: KeepOfflineProps) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
