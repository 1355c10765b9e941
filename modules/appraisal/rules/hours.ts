import { refuse } from '@dacsan/decisions'

/** An hour on the clock of Việt Nam, as forms send it and the database keeps it. */
export const hourPattern = /^([01]\d|2[0-3]):[0-5]\d$/

/** A meeting that ends before it began. */
export type HoursRefusal = { code: 'hours-reversed'; beganAt: string; endedAt: string }

/** What the secretary writes into the minutes; either may be left to the moment that the platform noted. */
export function checkHours({ beganAt, endedAt }: { beganAt: string; endedAt: string }) {
  if (beganAt !== '' && endedAt !== '' && endedAt <= beganAt) return refuse('hours-reversed', { beganAt, endedAt })
  return null
}
