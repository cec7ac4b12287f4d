import { test } from 'vitest';
import { killUnderLoad } from './killed.ts';

test(
  'the server killed under load loses nothing that it acknowledged, sqlite',
  () => killUnderLoad('sqlite'),
  1_800_000,
);
