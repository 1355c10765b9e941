import { addDays, dateInVietnam, isWorkingDay } from '@dacsan/vietnam'
import { holidays } from '../law/index.ts'

/** A moment of the demonstration: at nine in the morning so many working days ago; 0 is the last working day, today if it is one. */
export type DemoClock = (workingDaysAgo: number) => Date

/** Nothing of it can have happened before the law that it follows (Quyết định 26/2026/QĐ-TTg). */
const lawFrom = '2026-05-22'

/** What the demonstration shows happened in the weeks before it was made, in order and on days on which offices work. */
export function demoClock(now: Date): DemoClock {
  return (workingDaysAgo) => {
    let day = lastWorkingDay(dateInVietnam(now))
    for (let left = workingDaysAgo; left > 0 && day > lawFrom; left -= 1) day = lastWorkingDay(addDays(day, -1))
    const morning = new Date(`${day}T09:00:00+07:00`)
    return morning < now ? morning : now
  }
}

function lastWorkingDay(day: string): string {
  return isWorkingDay(day, holidays()) ? day : lastWorkingDay(addDays(day, -1))
}
