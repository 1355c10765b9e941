import type { PlainDate } from '@dacsan/vietnam'
import type { ApplicationClosed } from '../../fairs/rules/refusals.ts'

export type PlaceRefusal = { code: 'place-unknown' } | { code: 'sold-before' }
export type SellRefusal =
  | { code: 'request-key-reused' }
  | { code: 'nothing-sold' }
  | { code: 'day-outside'; from: PlainDate; to: PlainDate }
  | { code: 'not-running' }
  | { code: 'sold-later' }
  | { code: 'pack-of-other' }
export type BackRefusal = { code: 'taken-back-before' } | { code: 'not-running' }

/** Every refusal at a stand: each has its sentence in `words/refusals.ts`. */
export type StandRefusal = ApplicationClosed | PlaceRefusal | SellRefusal | BackRefusal
