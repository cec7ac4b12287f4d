import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Skeleton } from './api/answered.tsx';
import { SignInGate } from './sign-in/sign-in-gate.tsx';
import { SignedInLine } from './sign-in/signed-in-line.tsx';
import { useAccount } from './sign-in/use-account.ts';
import { Boundary } from './ui/boundary.tsx';
import { NotFound } from './ui/not-found.tsx';
import { Shell } from './ui/shell.tsx';

const OfficerRoute = lazy(async () => ({ default: (await import('./officer-route.tsx')).OfficerRoute }));
const RollCallPages = lazy(async () => ({ default: (await import('./roll-call/roll-call-pages.tsx')).RollCallPages }));
const CommanderPages = lazy(async () => ({
  default: (await import('./commander/commander-pages.tsx')).CommanderPages,
}));

/** The product map: the only place where features meet. */
export function AppRoutes() {
  const account = useAccount();
  const { agency, signedIn, signOut } = account;

  const frame = (children: ReactNode, night = false) => (
    <Shell
      agency={agency}
      night={night}
      aside={signedIn && <SignedInLine signedIn={signedIn} onSignOut={() => void signOut()} />}
    >
      <Boundary>
        <Suspense fallback={<Skeleton />}>{children}</Suspense>
      </Boundary>
    </Shell>
  );

  const behind = (gate: Pick<ComponentProps<typeof SignInGate>, 'proof' | 'door'>, children: ReactNode) => (
    <SignInGate key={gate.door} account={account} {...gate}>
      {children}
    </SignInGate>
  );

  return (
    <Routes>
      <Route path="/" element={frame(behind({ proof: 'pin', door: 'training' }, <OfficerRoute />))} />
      <Route path="/roll-call/*" element={frame(behind({ proof: 'pin', door: 'rollCall' }, <RollCallPages />), true)} />
      <Route
        path="/commander/*"
        element={frame(behind({ proof: 'password', door: 'commander' }, <CommanderPages />))}
      />
      <Route path="*" element={frame(<NotFound />)} />
    </Routes>
  );
}
