import { plain } from './plain.ts';

/**
 * Words of LMSs in both languages, whole and never a part: Moodle's "Completed (did not achieve pass grade)" begins like a
 * pass. What stands in no list is asked of a person.
 */
const passed = [
  'passed, pass, complete, completed, passed completed, completed passed, successful, success, yes, true',
  'successfully completed, completed successfully, completed achieved pass grade',
  'aprobado, aprobada, completado, completada, completo, completa, finalizado, finalizada, superado, superada',
  'terminado, terminada, concluido, concluida, si, verdadero',
  'finalizado ha alcanzado la calificacion de aprobado, completado ha alcanzado la calificacion de aprobado',
  'finalizado obtuvo calificacion de aprobado, completado obtuvo calificacion de aprobado',
];
const notPassed = [
  'incomplete, not complete, not completed, failed, fail, not passed, unsuccessful, not attempted, not started',
  'in progress, started, browsed, registered, enrolled, assigned, pending, past due, overdue, expired, withdrawn',
  'no show, cancelled, canceled, exempt, waived, completed did not achieve pass grade, completed failed, no, false',
  'incompleto, incompleta, no completado, no completada, reprobado, reprobada, no aprobado, no aprobada, suspendido',
  'suspenso, fallido, en curso, en progreso, en proceso, iniciado, no iniciado, sin iniciar, no intentado, pendiente',
  'sin finalizar, no finalizado, no superado, inscrito, inscrita, registrado, matriculado, asignado, vencido, exento',
  'finalizado no ha alcanzado la calificacion de aprobado, completado no ha alcanzado la calificacion de aprobado',
  'finalizado no obtuvo calificacion de aprobado, completado no obtuvo calificacion de aprobado, falso, cancelado',
];
/** SCORM's own "unknown": the other column decides (SCORM 2004 RTE 4.2.4, 4.2.22). */
const nothingSaid = ['', 'unknown', 'desconocido', 'n a', 'none'];

const listed = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(', ')));
const yes = listed(passed);
const no = listed(notPassed);

/** Completion and success stand in two columns in some exports: whoever completed and failed has not passed. */
export function meaningOf(statuses: readonly string[]): 'passed' | 'not-passed' | 'unknown' {
  const words = statuses.map(plain).filter((word) => !nothingSaid.includes(word));
  if (words.some((word) => no.has(word))) return 'not-passed';
  if (words.some((word) => !yes.has(word))) return 'unknown';
  return words.length > 0 ? 'passed' : 'not-passed';
}
