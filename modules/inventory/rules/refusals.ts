import type { PlainDate } from '@dacsan/vietnam'

type RequestKeyReused = { code: 'request-key-reused' }
type MoreThanMade = { code: 'more-than-made'; made: number; unit: string; alreadyTaken: number }
type NotEnough = { code: 'not-enough'; free: number }
type LotNotSellable = { code: 'lot-not-sellable'; status: string; expiresOn: PlainDate | null }
type ReasonMissing = { code: 'reason-missing' }
export type PackRefusal =
  | LotNotSellable
  | { code: 'nothing-packed' }
  | { code: 'pack-ended' }
  | { code: 'factor-needed'; pack: string | null; unit: string }
  | MoreThanMade
export type MoveRefusal = { code: 'same-place' } | { code: 'place-ended' } | NotEnough
export type TakeOutRefusal = ReasonMissing | NotEnough
export type TakeBackRefusal = ReasonMissing | { code: 'more-than-sold'; out: number }
/** Of goods that a recall takes in or out. */
export type RecalledRefusal = NotEnough | { code: 'more-than-sold'; out: number }
export type CountRefusal = ReasonMissing | { code: 'count-below-reserved'; reserved: number } | MoreThanMade

/** Of goods that are sent for others that came back. */
export type ReplacementRefusal = LotNotSellable | NotEnough

/** Of goods that others keep by agreement. */
export type ConsignedRefusal = LotNotSellable | NotEnough

/** Every refusal of this room: each has its sentence in `words/refusals.ts`. */
export type InventoryRefusal = PackRefusal | MoveRefusal | TakeOutRefusal | TakeBackRefusal | CountRefusal | RequestKeyReused
