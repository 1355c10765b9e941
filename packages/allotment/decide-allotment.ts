import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { spanOf } from '@dacsan/vietnam'

/** One who asks for a place. `completeAt`: when the application was complete, which is not when it was begun. */
export type Application = { id: string; score: number; completeAt: string; eligible: boolean }

/** Who gets a place and who waits, the first one first; and who is out, in the order in which they applied. */
export type Allotment = { allotted: string[]; waiting: string[]; refused: { id: string; why: 'not-eligible' | 'below-least' }[] }

export type AllotmentRefusal =
  | { code: 'places-not-whole' }
  | { code: 'score-not-a-number'; id: string }
  | { code: 'bad-moment'; id: string; completeAt: string }
  | { code: 'application-twice'; id: string }

/**
 * Gives out places that are fewer than those who want them: the higher score first, then the application that was complete earlier (the order of
 * Nghị định 240/2026/NĐ-CP, the only Vietnamese model for such a choice), then the id as text, so that the same applications always give the same
 * list. Those that come after the last place wait in this order. One id twice is refused.
 *
 * @param places whole, 0 or more
 * @param least the lowest score that may still get a place
 * @example decideAllotment(1, 50, [
 *   { id: 'a', score: 70, completeAt: '2026-11-02T08:00:00+07:00', eligible: true },
 *   { id: 'b', score: 70, completeAt: '2026-11-01T08:00:00+07:00', eligible: true },
 *   { id: 'c', score: 49, completeAt: '2026-11-01T08:00:00+07:00', eligible: true },
 * ]) // { ok: true, value: { allotted: ['b'], waiting: ['a'], refused: [{ id: 'c', why: 'below-least' }] } }
 */
export function decideAllotment(places: number, least: number, applications: readonly Application[]): Outcome<Allotment, AllotmentRefusal> {
  if (!Number.isSafeInteger(places) || places < 0) return refuse('places-not-whole')
  const seen = new Set<string>()
  const inTheRun: { id: string; score: number; completeAt: number }[] = []
  const refused: Allotment['refused'] = []
  for (const { id, score, completeAt, eligible } of applications) {
    if (seen.has(id)) return refuse('application-twice', { id })
    seen.add(id)
    if (!Number.isFinite(score)) return refuse('score-not-a-number', { id })
    const complete = spanOf(completeAt)
    if (complete === undefined) return refuse('bad-moment', { id, completeAt })
    if (!eligible) refused.push({ id, why: 'not-eligible' })
    else if (score < least) refused.push({ id, why: 'below-least' })
    else inTheRun.push({ id, score, completeAt: complete.from })
  }
  const order = inTheRun
    .toSorted((a, b) => b.score - a.score || a.completeAt - b.completeAt || (a.id < b.id ? -1 : 1))
    .map((application) => application.id)
  return done({ allotted: order.slice(0, places), waiting: order.slice(places), refused })
}
