import { dateInVietnam, isPlainDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The period in the address (`?tu=…&den=…`); what is missing or no day becomes this month up to today. */
export function readMonth(url: URL, now: Date): { from: PlainDate; to: PlainDate } {
  const today = dateInVietnam(now)
  const day = (name: string, otherwise: string): PlainDate => {
    const typed = url.searchParams.get(name)
    return typed && isPlainDate(typed) ? typed : otherwise
  }
  return { from: day('tu', `${today.slice(0, 7)}-01`), to: day('den', today) }
}
