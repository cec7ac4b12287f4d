import { localDate } from '../completion/window.ts';
import type { ReportedTime } from './lms-import.ts';
import { clockOf, instantOf } from './wall-clock.ts';

export type TimeReading = {
  /** Of the agency, for days; times are in it too unless the export says UTC or an offset. */
  timeZone: string;
  /** The heading of the column says UTC. */
  isUtc: boolean;
  /** 25/11/2026 instead of 11/25/2026: only if somebody says so, since 03/04 is a day in both. */
  dayFirst: boolean;
};

const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ]+(.+))?$/;
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: +(.+))?$/;
/** "wednesday 25 november 2026 10:30 am", "25 de noviembre de 2026", "25-nov-2026". */
const dayMonth = /^(?:\p{L}+\.? )?(\d{1,2})[ -](?:de )?(\p{L}{3,})\.?[ -](?:de )?(\d{4})(?: +(.+))?$/u;
const monthDay = /^(?:\p{L}+\.? )?(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})(?: +(.+))?$/u;
/**
 * A time as LMSs export it: ISO 8601, month/day/year with or without a time, or with the month in words of either language.
 *
 * @returns `other-order` when it would be a day only the other way round; null when it is none
 */
export function readTime(text: string, reading: TimeReading): ReportedTime | 'other-order' | null {
  const words = text
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toLowerCase();
  const [, year = '', month = '', day = '', time = ''] = iso.exec(words) ?? [];
  if (year) return timeOf([Number(year), Number(month), Number(day)], time, reading);
  const [, first = '', , second = '', shortYear = '', after = ''] = numeric.exec(words) ?? [];
  if (first) return inOrder([Number(first), Number(second)], fullYear(shortYear), after, reading);
  const [, spokenDay = '', spokenMonth = '', spokenYear = '', rest = ''] = dayMonth.exec(words) ?? inTurn(words);
  const named = months.get(spokenMonth);
  return named ? timeOf([Number(spokenYear), named, Number(spokenDay)], rest, reading) : null;
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

function inTurn(words: string): readonly string[] {
  const [all = '', month = '', day = '', year = '', rest = ''] = monthDay.exec(words) ?? [];
  return [all, day, month, year, rest];
}

function inOrder([first, second]: [number, number], year: number, time: string, reading: TimeReading) {
  const [month, day] = reading.dayFirst ? [second, first] : [first, second];
  const read = timeOf([year, month, day], time, reading);
  if (read || month <= 12) return read;
  return timeOf([year, day, month], time, reading) && 'other-order';
}

type Calendar = [year: number, month: number, day: number];

function timeOf([year, month, day]: Calendar, time: string, { timeZone, isUtc }: TimeReading): ReportedTime | null {
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight).toISOString().slice(0, 10);
  const isDay = date === `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isDay) return null;
  if (time === '') return { day: date, at: new Date(instantOf(midnight, timeZone)).toISOString() };
  const read = clockOf(time);
  if (!read) return null;
  const wall = midnight + read.seconds * 1000;
  const at =
    read.offsetMinutes === null ? instantOf(wall, isUtc ? 'UTC' : timeZone) : wall - read.offsetMinutes * 60_000;
  return { day: localDate(at, timeZone), at: new Date(at).toISOString() };
}

/** Names and short names in both languages, as the platform knows them. */
const months = new Map(
  (['en-US', 'es-US'] as const).flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, at): [string, number] => [
        names
          .format(Date.UTC(2026, at, 15))
          .toLowerCase()
          .replace('.', ''),
        at + 1,
      ]);
    }),
  ),
);
