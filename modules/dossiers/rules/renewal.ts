import { addDays } from '@dacsan/vietnam'

/** When a re-evaluation is handed in: from `opens` to `closes`, both included; `state` is where a day stands to it. */
export type RenewalWindow = { opens: string; closes: string; until: string; state: 'early' | 'open' | 'late' | 'expired' }

/** `renewal.window-days` counts back from the last day of the certificate. Outside it nothing is refused: the producer is told. */
export function renewalWindow(until: string, today: string, days: { from: number; to: number }): RenewalWindow {
  const opens = addDays(until, -days.from)
  const closes = addDays(until, -days.to)
  const state = today < opens ? 'early' : today <= closes ? 'open' : today <= until ? 'late' : 'expired'
  return { opens, closes, until, state }
}
