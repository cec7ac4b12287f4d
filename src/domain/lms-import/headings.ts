import type { Field } from './lms-import.ts';

/** Headings of Moodle, Cornerstone, SCORM Cloud, Absorb and their like in both languages; a better one comes first. */
export const headings: Record<Exclude<Field, 'name' | 'status'>, readonly RegExp[]> = {
  badge: [
    /^((badge|shield|star|placa|credencial)( (no|num|number|id|numero))?|(no|num|numero)( de)? (placa|credencial))$/,
    /^((learner|student|user|employee|emp|person|personnel|external) (id|no|num|number)|id number|unique ?id|numero de id|(id|numero)( de)? (identificacion|usuario|alumno|estudiante|aprendiz|empleado|persona)|legajo)$/,
    /^(user ?name|login|nombre de usuario|usuario)$/,
  ],
  score: [
    /^((transcript|final|overall|course|total|raw) )?(score|grade)( percent)?$|^(puntaje|puntuacion|calificacion|nota)( final| total)?$/,
  ],
  completed: [
    /^((course|training|transcript|registration|enrollment) )*(completed|completion|finished|finish) (date|on|at|time|date time)( utc| gmt)?$|^(date|time) (of )?(completed|completion|finished)( utc| gmt)?$|^fecha( y hora)?( de| del)? (finalizacion|completado|completada|conclusion|termino|terminacion|finalizado)( del curso)?$|^(completado|finalizado|terminado) (el|en)$/,
    /^(completed|finished|completado|finalizado|terminado)$/,
  ],
  course: [
    /^(course|training|learning object|content)( (name|title|full name))?$|^(nombre( completo)?|titulo) (del curso|de la capacitacion)$|^(curso|capacitacion)$/,
  ],
};
/** Status is a pair in some: whether it was completed, and with what success. */
export const completionStatus = [
  /^((course|completion|transcript|transcript item|registration|enrollment|training|lesson|activity) )+status$|^(registration |course )?completion$|^estado (de|del) (la )?(finalizacion|curso|avance|registro|inscripcion|actividad|capacitacion)$|^finalizacion$/,
  /^(status|state|estado|estatus|situacion)$/,
];
export const successStatus = [
  /^((registration|course) )?(success|satisfaction)( status)?$|^(result|outcome|pass fail|passed( failed)?|resultado|exito|aprobacion)$|^estado de (exito|aprobacion|la aprobacion)$/,
];
/** Whole, or in parts. */
export const name = {
  whole:
    /^((learner|user|student|employee|officer) )?(full )?name$|^(learner|student|user|officer|alumno|agente)$|^nombre (completo|y apellidos?)$/,
  parts: [/^(learner )?first( name)?$|^nombres?$/, /^(learner )?last( name)?$|^(surname|family name|apellidos?)$/],
};
