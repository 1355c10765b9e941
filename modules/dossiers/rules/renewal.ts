import { addDays, daysBetween } from '@dacsan/vietnam'
import type { DueState } from './deadline.ts'
import type { DossierStatus } from './moves.ts'

/** When a re-evaluation is handed in: from `opens` to `closes`, both included; `state` is where a day stands to it. */
export type RenewalWindow = { opens: string; closes: string; until: string; state: 'early' | 'open' | 'late' | 'expired' }

/** `renewal.window-days` counts back from the last day of the certificate. Outside it nothing is refused: the producer is told. */
export function renewalWindow(until: string, today: string, days: { from: number; to: number }): RenewalWindow {
  const opens = addDays(until, -days.from)
  const closes = addDays(until, -days.to)
  const state = today < opens ? 'early' : today <= closes ? 'open' : today <= until ? 'late' : 'expired'
  return { opens, closes, until, state }
}

/** `renewal.finish-days` from the day of the complete dossier, which is not counted itself (Bộ luật Dân sự 2015, Điều 147 khoản 2). */
export const renewalDueOnFor = (receivedOn: string, days: number): string => addDays(receivedOn, days)

/** How long a re-evaluation may still take, in days of the calendar; below 0 it is late, which stops nothing. */
export type RenewalClock = { on: string; daysLeft: number; state: DueState }

/** While the complete dossier lies with the province. */
const countedIn: readonly DossierStatus[] = ['received', 'appraising', 'scored']
/** A working aid, no legal value. */
const soonFrom = 10

export function renewalClock(
  { status, renewalDueOn: on }: { status: DossierStatus; renewalDueOn: string | null },
  today: string,
): RenewalClock | null {
  if (on === null || !countedIn.includes(status)) return null
  const daysLeft = daysBetween(today, on)
  return { on, daysLeft, state: daysLeft < 0 ? 'late' : daysLeft <= soonFrom ? 'soon' : 'on-time' }
}
