import { afterEach, expect } from 'vitest';

// Component tests say `@vitest-environment jsdom`; without Vitest's globals the clean-up between renders is ours to call.
if (typeof document !== 'undefined') {
  const [{ cleanup }, matchers] = await Promise.all([
    import('@testing-library/react'),
    import('@testing-library/jest-dom/matchers'),
  ]);
  expect.extend(matchers);
  afterEach(cleanup);
}
