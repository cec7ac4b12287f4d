import { describe, expect, test } from 'vitest';
import { findColumns, findHeader, type Told } from '#domain/lms-import/find-columns.ts';

/** By heading, as a person would name them. */
function found(heading: string, told?: Told) {
  const header = heading.split(';');
  const columns = findColumns(header, told);
  if (!columns.ok) return columns.error;
  return Object.fromEntries(
    Object.entries(columns.value).map(([field, at]) => [field, at.map((column) => header[column]).join(' + ')]),
  );
}

describe('the columns of an export', () => {
  test.each([
    [
      'Moodle',
      'First name;Last name;ID number;Email address;Course;Status;Completion date;Grade',
      { badge: 'ID number', name: 'First name + Last name', status: 'Status', completed: 'Completion date' },
    ],
    [
      'Moodle in Spanish',
      'Nombre;Apellidos;Número de ID;Estado de finalización;Fecha de finalización;Calificación',
      {
        badge: 'Número de ID',
        name: 'Nombre + Apellidos',
        status: 'Estado de finalización',
        completed: 'Fecha de finalización',
        score: 'Calificación',
      },
    ],
    [
      'Cornerstone',
      'User ID;User Full Name;User Status;Training Title;Transcript Status;Transcript Completed Date;Transcript Score',
      {
        badge: 'User ID',
        name: 'User Full Name',
        course: 'Training Title',
        status: 'Transcript Status',
        completed: 'Transcript Completed Date',
        score: 'Transcript Score',
      },
    ],
    [
      'SCORM Cloud',
      'learnerId;learnerFirstName;learnerLastName;courseTitle;registrationCompletion;registrationSuccess;score;completedDate',
      {
        badge: 'learnerId',
        name: 'learnerFirstName + learnerLastName',
        status: 'registrationCompletion + registrationSuccess',
        completed: 'completedDate',
        course: 'courseTitle',
      },
    ],
    [
      'Absorb',
      'Full Name;Username;Employee Number;Course Name;Status;Score;Date Completed',
      { badge: 'Employee Number', name: 'Full Name', status: 'Status', completed: 'Date Completed' },
    ],
    [
      'a sheet of one’s own',
      'Placa;Nombre completo;Estado;Completado',
      { badge: 'Placa', status: 'Estado', completed: 'Completado' },
    ],
  ])('of %s are found', (_lms, heading, columns) => {
    expect(found(heading)).toMatchObject(columns);
  });

  test('are taken as told, the others as usual', () => {
    const told = { status: ['Warrants quiz', 'Result'], completed: ['When'] };
    expect(found('Badge;Warrants quiz;Result;Status;When;Completed on', told)).toMatchObject({
      badge: 'Badge',
      status: 'Warrants quiz + Result',
      completed: 'When',
    });
  });

  test('that are alike are not chosen between, and the better heading is no likeness', () => {
    expect(found('Badge;Badge Number;Status;Completed on')).toEqual({
      code: 'lms-import.columns-alike',
      field: 'badge',
      columns: 'Badge (1), Badge Number (2)',
    });
    expect(found('Badge;Status;Status;Completed on')).toMatchObject({
      code: 'lms-import.columns-alike',
      field: 'status',
    });
    expect(found('Badge;Status;Status;Completed on', { status: ['Status'] })).toMatchObject({
      code: 'lms-import.columns-alike',
      field: 'status',
    });
    expect(found('User ID;Badge;Status;Completion Status;Completed on')).toMatchObject({
      badge: 'Badge',
      status: 'Completion Status',
    });
  });

  test('with one heading are told apart by their place', () => {
    const moodle = ';ID number;First aid;Completion date;Warrants;Completion date';
    const columns = findColumns(moodle.split(';'), { status: ['Warrants'], completed: ['#6'] });
    expect(columns).toMatchObject({ value: { badge: [1], status: [4], completed: [5] } });
    expect(found(moodle, { status: ['Warrants'], completed: ['#7'] })).toEqual({
      code: 'lms-import.no-such-column',
      column: '#7',
    });
  });

  test('that are missing are named', () => {
    expect(found('Name;Status;Completed on')).toEqual({ code: 'lms-import.no-column', field: 'badge' });
    expect(found('Badge;Completed on')).toEqual({ code: 'lms-import.no-column', field: 'status' });
    expect(found('Badge;Status')).toEqual({ code: 'lms-import.no-column', field: 'completed' });
    expect(found('Badge;Status;Completed on', { badge: ['Plate'] })).toEqual({
      code: 'lms-import.no-such-column',
      column: 'Plate',
    });
  });

  test('are looked for below the title of a report; if they are nowhere, the fullest line is at fault', () => {
    const lines = [
      ['Transcript report'],
      ['Run on', '11/30/2026'],
      ['Badge', 'Status', 'Completed on'],
      ['12', 'Passed', ''],
    ];
    expect(findHeader(lines)).toMatchObject({ line: 2, found: { ok: true } });
    expect(findHeader([['Transcript report'], ['Name', 'Status', 'Completed on']])).toMatchObject({
      line: 1,
      found: { error: { code: 'lms-import.no-column', field: 'badge' } },
    });
  });
});
