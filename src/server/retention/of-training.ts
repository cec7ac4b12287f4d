import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** First words of the lines in a history that are about training. Duty, rights and the roster are none of it. */
const words = [
  'training',
  'quiz',
  'talk',
  'completion',
  'path',
  'watching',
  'review',
  'exemption',
  'roll-call',
  'credit',
  'paper',
  'lms',
];

export const ofTraining = (is: ExpressionBuilder<Tables, 'officer_event'>): Expression<SqlBool> =>
  is.or(words.map((word) => is('kind', 'like', `${word}.%`)));
