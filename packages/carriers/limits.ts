import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { ParcelToSend } from './carrier.ts'
import type { CarrierName } from './carrier-names.ts'

/** `C` seen in source, `S` second hand, `M` from memory, `?` not found. */
export type Mark = 'C' | 'S' | 'M' | '?'
type Limit = { carrier: CarrierName; from: string; most: number; source: string; mark: Mark }

const limit = (carrier: CarrierName, most: number, source: string, mark: Mark): Limit => ({
  carrier,
  from: '2025-07-01',
  most,
  source,
  mark,
})
const unsure = 'to be compared with the contract of the seller'

/** Dated: a change of a carrier is a new row with its day. */
export const limits = {
  grams: [
    limit('ghn', 50_000, unsure, 'M'),
    limit('ghtk', 20_000, unsure, 'M'),
    limit('viettelpost', 30_000, unsure, 'M'),
    limit('vnpost', 30_000, unsure, 'M'),
  ],
  sideMillimetres: [
    limit('ghn', 2000, unsure, 'M'),
    limit('ghtk', 1500, unsure, 'M'),
    limit('viettelpost', 1500, unsure, 'M'),
    limit('vnpost', 1500, unsure, 'M'),
  ],
  codVnd: [
    limit('ghn', 50_000_000, 'vietnam.md 5: cod_amount at most 50 million', 'S'),
    limit('ghtk', 20_000_000, unsure, 'M'),
    limit('viettelpost', 50_000_000, unsure, 'M'),
    limit('vnpost', 50_000_000, unsure, 'M'),
  ],
  insuredVnd: [
    limit('ghn', 5_000_000, 'vietnam.md 5: insurance_value at most 5 million', 'S'),
    limit('ghtk', 20_000_000, unsure, 'M'),
    limit('viettelpost', 30_000_000, unsure, 'M'),
    limit('vnpost', 30_000_000, unsure, 'M'),
  ],
  /** None of the four says that it keeps goods cold through this door: goods that need it are not given to them. */
  coldChain: [
    limit('ghn', 0, 'not offered by this protocol', '?'),
    limit('ghtk', 0, 'not offered by this protocol', '?'),
    limit('viettelpost', 0, 'not offered by this protocol', '?'),
    limit('vnpost', 0, 'not offered by this protocol', '?'),
  ],
} as const satisfies Record<string, readonly Limit[]>
export type LimitName = keyof typeof limits

/** @example limitOn('codVnd', 'ghn', '2026-11-30') // 50000000 */
export function limitOn(name: LimitName, carrier: CarrierName, on: string): number {
  const rows = limits[name].filter((row) => row.carrier === carrier && row.from <= on)
  return rows.reduce((last, row) => (row.from >= last.from ? row : last), rows[0] ?? { from: '', most: 0 }).most
}

export type LimitRefusal = { code: 'too-heavy' | 'too-large' | 'cod-too-high'; most: number } | { code: 'no-cold-chain' }
type Judged = Pick<ParcelToSend, 'grams' | 'lengthMillimetres' | 'widthMillimetres' | 'heightMillimetres' | 'codVnd' | 'needsCold'>

/**
 * Whether a carrier takes such a parcel on a day.
 *
 * @example judgeLimits('ghtk', { grams: 20001, lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 100, codVnd: 0, needsCold: false }, '2026-11-30') // { ok: false, refusal: { code: 'too-heavy', most: 20000 } }
 */
export function judgeLimits(carrier: CarrierName, parcel: Judged, on: string): Outcome<null, LimitRefusal> {
  const most = (name: LimitName) => limitOn(name, carrier, on)
  if (parcel.grams > most('grams')) return refuse('too-heavy', { most: most('grams') })
  const longest = Math.max(parcel.lengthMillimetres, parcel.widthMillimetres, parcel.heightMillimetres)
  if (longest > most('sideMillimetres')) return refuse('too-large', { most: most('sideMillimetres') })
  if (parcel.codVnd > most('codVnd')) return refuse('cod-too-high', { most: most('codVnd') })
  return parcel.needsCold && most('coldChain') === 0 ? refuse('no-cold-chain') : done(null)
}
