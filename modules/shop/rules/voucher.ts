import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, StatusRefusal } from '@dacsan/decisions'
import { allocate, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { voucherActs } from '../acts.ts'
import type { VoucherStatus } from '../acts.ts'
import type { PackId } from '../../catalogue/rules.ts'
import type { VoucherId } from './ids.ts'

/** What is taken off: a share of the goods, rounded down to whole đồng, or a sum. */
export type Reduction = { percent: number; amountVnd: null } | { percent: null; amountVnd: Dong }

export type VoucherTerms = Reduction & {
  /** From this worth of goods on, of those that it is for. */
  fromVnd: Dong
  /** The last day on which it counts. */
  untilOn: PlainDate
  mostUses: number
  /** None: for everything of the seller. */
  packIds: readonly PackId[]
}

export type Voucher = VoucherTerms & { voucherId: VoucherId; code: string; uses: number; ended: boolean }

export type NoVoucher =
  | 'voucher-unknown'
  | 'voucher-ended'
  | 'voucher-used-up'
  | 'voucher-used-before'
  | 'voucher-other-goods'
  | 'voucher-from'

type VoucherLine = { packId: PackId; lineTotalVnd: Dong }

/** What it takes off one order of a purchase, and off each of its lines. */
export type ReducedOrder = { discountVnd: Dong; byLine: Dong[] }

/**
 * What a voucher takes off what is bought of one seller, order by order and line by line: goods of other days and for other receivers are orders of their own,
 * and the voucher counts on all of them once. Goods alone are reduced, never what bringing them costs, and some of every order is left to pay: percent ≤ 90
 * and amount < from are constraints of the table, and no order is reduced to nothing. The parts add up to the whole (largest remainder).
 */
export function decideVoucher(
  voucher: Voucher | undefined,
  { orders, today, usedBefore }: { orders: readonly (readonly VoucherLine[])[]; today: PlainDate; usedBefore: boolean },
): Decision<{ discountVnd: Dong; byOrder: ReducedOrder[] }, { code: NoVoucher; fromVnd: Dong }> {
  const no = (code: NoVoucher) => refuse(code, { fromVnd: voucher?.fromVnd ?? dong(0) })
  if (voucher === undefined) return no('voucher-unknown')
  if (voucher.ended || today > voucher.untilOn) return no('voucher-ended')
  if (voucher.uses >= voucher.mostUses) return no('voucher-used-up')
  if (usedBefore) return no('voucher-used-before')
  const weights = orders.map((lines) => lines.map(({ packId, lineTotalVnd }) => (isFor(voucher, packId) ? lineTotalVnd : 0)))
  const byWeight = weights.map(sumOf)
  const goodsVnd = sumOf(byWeight)
  if (goodsVnd === 0) return no('voucher-other-goods')
  if (goodsVnd < voucher.fromVnd) return no('voucher-from')
  // Exact for the largest transfer there is: 13 digits times 90.
  const wholeVnd = dong(voucher.percent === null ? voucher.amountVnd : Math.floor((goodsVnd * voucher.percent) / 100))
  const most = orders.map((lines, at) => Math.min(byWeight[at]!, sumOf(lines.map(({ lineTotalVnd }) => lineTotalVnd)) - 1))
  const shares = withinMost(partsOf(wholeVnd, byWeight), most)
  const discountVnd = dong(sumOf(shares))
  if (discountVnd === 0) return no('voucher-from')
  return accept({ discountVnd, byOrder: shares.map((share, at) => ({ discountVnd: share, byLine: partsOf(share, weights[at]!) })) })
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

function partsOf(whole: Dong, weights: readonly number[]): Dong[] {
  if (whole === 0) return weights.map(() => dong(0))
  const parts = allocate(whole, weights)
  if (!parts.ok) throw new Error(`a voucher that cannot be parted: ${parts.refusal.code}`)
  return parts.value
}

/** What one order cannot take, the others take while they can. */
function withinMost(shares: readonly Dong[], most: readonly number[]): Dong[] {
  let over = sumOf(shares.map((share, at) => Math.max(0, share - most[at]!)))
  return shares.map((share, at) => {
    const more = share > most[at]! ? most[at]! - share : Math.min(over, most[at]! - share)
    if (more > 0) over -= more
    return dong(share + more)
  })
}

const isFor = ({ packIds }: Pick<Voucher, 'packIds'>, packId: PackId): boolean => packIds.length === 0 || packIds.includes(packId)

export type CreateVoucherRefusal =
  | { code: 'voucher-code-taken' }
  | { code: 'voucher-day-past' }
  | { code: 'voucher-amount-from' }
  | { code: 'voucher-pack-unknown' }

/** A code is made for days to come, takes off less than it asks for, and is for packs that the seller has. */
export function decideNewVoucher(
  terms: VoucherTerms,
  facts: { today: PlainDate; codeTaken: boolean; packs: readonly PackId[] },
): Decision<VoucherTerms, CreateVoucherRefusal> {
  if (facts.codeTaken) return refuse('voucher-code-taken')
  if (terms.untilOn < facts.today) return refuse('voucher-day-past')
  if (terms.amountVnd !== null && terms.amountVnd >= terms.fromVnd) return refuse('voucher-amount-from')
  if (terms.packIds.some((id) => !facts.packs.includes(id))) return refuse('voucher-pack-unknown')
  return accept(terms)
}

export type EndVoucherRefusal = StatusRefusal<typeof voucherActs.end, VoucherStatus>

/** Orders that used it keep their price. */
export const decideEndVoucher = (status: VoucherStatus): Decision<{ status: VoucherStatus }, EndVoucherRefusal> =>
  refuseStatus(voucherActs.end, status) ?? accept({ status: voucherActs.end.to })
