import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Routes } from 'react-router';
import { useAgency } from './api/agency.ts';
import { Answered } from './api/answered.tsx';
import type { Agency } from './api/session.ts';
import { startIn } from './i18n/i18n.ts';
import { SignInGate } from './sign-in/sign-in-gate.tsx';
import { SignedInLine } from './sign-in/signed-in-line.tsx';
import { useAccount } from './sign-in/use-account.ts';
import { Boundary } from './ui/boundary.tsx';
import { NotFound } from './ui/not-found.tsx';
import { Shell } from './ui/shell.tsx';
import { Skeleton } from './ui/skeleton.tsx';

const OfficerRoute = lazy(async () => ({ default: (await import('./officer-route.tsx')).OfficerRoute }));
const RollCallPages = lazy(async () => ({ default: (await import('./roll-call/roll-call-pages.tsx')).RollCallPages }));
const CommanderPages = lazy(async () => ({
  default: (await import('./commander/commander-pages.tsx')).CommanderPages,
}));
const CreditPages = lazy(async () => ({ default: (await import('./credits/credit-pages.tsx')).CreditPages }));
const OwnRecordPage = lazy(async () => ({ default: (await import('./own-record/own-record-page.tsx')).OwnRecordPage }));
const AdminPages = lazy(async () => ({ default: (await import('./admin/admin-pages.tsx')).AdminPages }));
const EnterPage = lazy(async () => ({ default: (await import('./enter/enter-page.tsx')).EnterPage }));
const SetupPage = lazy(async () => ({ default: (await import('./setup/setup-page.tsx')).SetupPage }));
const CardPage = lazy(async () => ({ default: (await import('./card/card-page.tsx')).CardPage }));
const PracticePages = lazy(async () => ({ default: (await import('./practice/practice-pages.tsx')).PracticePages }));

/** The product map: the only place where features meet. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/card" element={<CardRoute />} />
      <Route path="/practice/*" element={<Open>{(agency) => <PracticePages agency={agency} />}</Open>} />
      <Route path="/enter" element={<Open>{() => <EnterPage />}</Open>} />
      <Route path="/setup" element={<Open>{() => <SetupPage />}</Open>} />
      <Route path="*" element={<GuardedRoutes />} />
    </Routes>
  );
}

/** The card brings its own shell: without a network it knows the agency from its last visit. */
const CardRoute = () => (
  <Boundary>
    <Suspense fallback={<Skeleton />}>
      <CardPage />
    </Suspense>
  </Boundary>
);

/** What anyone may open: it asks whose page it is and nothing more, so that not even a session is looked at. */
function Open({ children }: { children: (agency: Agency) => ReactNode }) {
  const agency = useAgency();
  return (
    <Frame agency={agency.value}>
      <Answered of={agency}>{children}</Answered>
    </Frame>
  );
}

function GuardedRoutes() {
  const account = useAccount();
  const { agency, signedIn, signOut } = account;

  const frame = (children: ReactNode, night = false) => (
    <Frame
      agency={agency}
      night={night}
      aside={signedIn && <SignedInLine signedIn={signedIn} onSignOut={() => void signOut()} />}
    >
      {children}
    </Frame>
  );

  const behind = (
    gate: Pick<ComponentProps<typeof SignInGate>, 'proof' | 'door'>,
    children: ComponentProps<typeof SignInGate>['children'],
  ) => (
    <SignInGate key={gate.door} account={account} {...gate}>
      {children}
    </SignInGate>
  );

  return (
    <Routes>
      <Route
        path="/"
        element={frame(behind({ proof: 'pin', door: 'training' }, (id) => <OfficerRoute learnerId={id} />))}
      />
      <Route path="/record" element={frame(behind({ proof: 'pin', door: 'record' }, <OwnRecordPage />))} />
      <Route path="/roll-call/*" element={frame(behind({ proof: 'pin', door: 'rollCall' }, <RollCallPages />), true)} />
      <Route
        path="/commander/*"
        element={frame(behind({ proof: 'password', door: 'commander' }, <CommanderPages />))}
      />
      <Route
        path="/commander/credits/*"
        element={frame(behind({ proof: 'password', door: 'commander' }, <CreditPages />))}
      />
      <Route path="/admin/*" element={frame(behind({ proof: 'password', door: 'admin' }, <AdminPages />))} />
      <Route path="*" element={frame(<NotFound />)} />
    </Routes>
  );
}

/** The shell with what is loading or broken inside it. */
function Frame({ children, agency, ...shell }: ComponentProps<typeof Shell> & { agency: Agency | null }) {
  const startLanguage = agency?.startLanguage ?? 'device';
  useEffect(() => void startIn(startLanguage), [startLanguage]);
  return (
    <Shell agency={agency} {...shell}>
      <Boundary>
        <Suspense fallback={<Skeleton />}>{children}</Suspense>
      </Boundary>
    </Shell>
  );
}
