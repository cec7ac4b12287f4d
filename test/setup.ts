import { afterEach } from 'vitest';

// Component tests say `@vitest-environment jsdom`; without Vitest's globals the clean-up between renders is ours to call.
if (typeof document !== 'undefined') {
  // jsdom brings a Uint8Array of its own; the real server in the same process has Node's, and jose compares them.
  globalThis.Uint8Array = Object.getPrototypeOf(Buffer);
  await import('@testing-library/jest-dom/vitest');
  const { cleanup, configure } = await import('@testing-library/react');
  // How fast a screen is, `npm run bench` and the budgets say: a busy machine is no reason for a component test to fail.
  configure({ asyncUtilTimeout: 5_000 });
  afterEach(cleanup);
}
