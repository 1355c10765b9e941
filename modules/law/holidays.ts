import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { readHolidays } from '@dacsan/vietnam'
import type { Holidays } from '@dacsan/vietnam'
import { z } from 'zod'

const day = z.iso.date()
const holidaysFile = countryFacts(
  'calendar/holidays.json',
  z
    .object({
      knownFrom: day,
      knownTo: day,
      weeklyRest: z.array(z.number().int().min(1).max(7)),
      daysOff: z.array(z.object({ date: day, name: z.string() })),
      swaps: z.array(z.object({ off: day, worked: day })),
    })
    .transform(readHolidays),
)

/** The days on which offices rest. */
export const holidays = (): Holidays => readFacts(holidaysFile)
