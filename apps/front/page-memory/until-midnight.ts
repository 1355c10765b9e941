import { addDays, dateInVietnam } from '@dacsan/vietnam'

/** How long this day lasts in Việt Nam (ms): states of certificates and lots are those of a day, and nothing is kept into the next one. */
export function untilMidnight(now: Date): number {
  return new Date(`${addDays(dateInVietnam(now), 1)}T00:00:00+07:00`).getTime() - now.getTime()
}
