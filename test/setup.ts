import { afterEach } from 'vitest';

// Component tests say `@vitest-environment jsdom`; without Vitest's globals the clean-up between renders is ours to call.
if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
