/** A bureau, district, shift or squad: units form one tree. */
export type Unit = { id: string; parentId: string | null; name: string };

export const dutyStatuses = ['on-duty', 'leave', 'military', 'academy', 'detail'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

/** Somebody on the roster, whatever the day. */
export type Person = { id: string; badge: string; name: string; rank: string; unitId: string };

/** `duty`: on the day that was asked about. */
export type Officer = Person & { duty: DutyStatus };

export const roles = ['officer', 'supervisor', 'commander', 'training', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role over one unit and everything below it. */
export type Grant = { role: Role; unitId: string };
