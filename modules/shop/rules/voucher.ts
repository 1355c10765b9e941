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

/**
 * What a voucher takes off an order, line by line. Goods alone are reduced, never what bringing them costs, and some of every order is left to pay:
 * percent ≤ 90 and amount < from are constraints of the table. The parts of the lines add up to the whole (largest remainder).
 */
export function decideVoucher(
  voucher: Voucher | undefined,
  { lines, today, usedBefore }: { lines: readonly VoucherLine[]; today: PlainDate; usedBefore: boolean },
): Decision<{ discountVnd: Dong; byLine: Dong[] }, { code: NoVoucher; fromVnd: Dong }> {
  const no = (code: NoVoucher) => refuse(code, { fromVnd: voucher?.fromVnd ?? dong(0) })
  if (voucher === undefined) return no('voucher-unknown')
  if (voucher.ended || today > voucher.untilOn) return no('voucher-ended')
  if (voucher.uses >= voucher.mostUses) return no('voucher-used-up')
  if (usedBefore) return no('voucher-used-before')
  const weights = lines.map(({ packId, lineTotalVnd }) => (isFor(voucher, packId) ? lineTotalVnd : 0))
  const goodsVnd = weights.reduce<number>((sum, weight) => sum + weight, 0)
  if (goodsVnd === 0) return no('voucher-other-goods')
  if (goodsVnd < voucher.fromVnd) return no('voucher-from')
  // Exact for the largest transfer there is: 13 digits times 90.
  const discountVnd = dong(voucher.percent === null ? voucher.amountVnd : Math.floor((goodsVnd * voucher.percent) / 100))
  if (discountVnd === 0) return no('voucher-from')
  const parts = allocate(discountVnd, weights)
  if (!parts.ok) throw new Error(`a voucher that cannot be parted: ${parts.refusal.code}`)
  return accept({ discountVnd, byLine: parts.value })
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
