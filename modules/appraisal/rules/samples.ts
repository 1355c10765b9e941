import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { DossierStatus } from '../../dossiers/rules.ts'
import { preparationActs } from '../acts.ts'

/** Where samples of a dossier can lie. */
export const samplePlaces = ['office', 'council', 'laboratory'] as const
export type SamplePlace = (typeof samplePlaces)[number]

/** What happens to samples: from where, and where they are then. Null: with the producer, or used up. */
export const sampleMoves = {
  receive: { from: null, to: 'office' },
  'to-council': { from: 'office', to: 'council' },
  'to-laboratory': { from: 'office', to: 'laboratory' },
  'back-from-council': { from: 'council', to: 'office' },
  'back-from-laboratory': { from: 'laboratory', to: 'office' },
  'used-by-council': { from: 'council', to: null },
  'used-by-laboratory': { from: 'laboratory', to: null },
  'hand-back': { from: 'office', to: null },
} as const satisfies Record<string, { from: SamplePlace | null; to: SamplePlace | null }>
export type SampleMove = keyof typeof sampleMoves
export const sampleMoveNames = Object.keys(sampleMoves) as SampleMove[]

export type SampleCount = Record<SamplePlace, number> & { received: number; used: number; handedBack: number }

export function countSamples(movements: readonly { what: SampleMove; pieces: number }[]): SampleCount {
  const count = { office: 0, council: 0, laboratory: 0, received: 0, used: 0, handedBack: 0 }
  for (const { what, pieces } of movements) {
    const { from, to } = sampleMoves[what]
    if (from) count[from] -= pieces
    else count.received += pieces
    if (to) count[to] += pieces
    else count[what === 'hand-back' ? 'handedBack' : 'used'] += pieces
  }
  return count
}

export type SampleRefusal =
  | { code: 'not-at-province'; status: DossierStatus }
  | { code: 'samples-not-asked' }
  | { code: 'samples-not-there'; place: SamplePlace; held: number }
  | { code: 'day-in-future' }

/** Nothing leaves a place that is not there; a service has no samples (trừ du lịch). */
export function decideSamples(
  status: DossierStatus,
  movement: { what: SampleMove; pieces: number; movedOn: string },
  facts: { required: number; count: SampleCount; today: string },
): Decision<{ recorded: true }, SampleRefusal> {
  const closed = refuseStatus(preparationActs['record-samples'], status)
  if (closed) return closed
  if (facts.required === 0) return refuse('samples-not-asked')
  if (movement.movedOn > facts.today) return refuse('day-in-future')
  const { from } = sampleMoves[movement.what]
  if (from && facts.count[from] < movement.pieces) return refuse('samples-not-there', { place: from, held: facts.count[from] })
  return accept({ recorded: true })
}

/** What the book says of the samples that the law asks for; null where nothing was written into it, and the officer's own tick counts. */
export function samplesComplete(required: number, movements: readonly { what: SampleMove; pieces: number }[]): boolean | null {
  if (required === 0) return true
  return movements.length === 0 ? null : countSamples(movements).received >= required
}
