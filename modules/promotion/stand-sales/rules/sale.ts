import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { LotPick, LotStock } from '../../../inventory/rules.ts'
import { pickUpTo } from '../../../shop/rules.ts'
import type { SellRefusal } from './refusals.ts'

/** How whoever buys at a stand pays. */
export const standPayments = ['cash', 'transfer'] as const
export type StandPayment = (typeof standPayments)[number]

export type SaleLine<Pack extends string = string> = { packId: Pack; quantity: number; unitVnd: number }
type Running = { status: string; opensOn: PlainDate; closesOn: PlainDate }

/** Clocks of telephones differ by minutes. */
const clockToleranceMs = 15 * 60_000

/** Why a sale cannot be one of this fair; it was made already, so the goods are no reason. */
export function whyNotSold(
  fair: Running,
  { soldAt, lines }: { soldAt: Date; lines: readonly SaleLine[] },
  now: Date,
): Refused<SellRefusal> | null {
  if (lines.length === 0) return refuse('nothing-sold')
  if (fair.status !== 'running' && fair.status !== 'ended') return refuse('not-running')
  if (soldAt.getTime() > now.getTime() + clockToleranceMs) return refuse('sold-later')
  const day = dateInVietnam(soldAt)
  return day < fair.opensOn || day > fair.closesOn ? refuse('day-outside', { from: fair.opensOn, to: fair.closesOn }) : null
}

export const sumOfSale = (lines: readonly SaleLine[]): number => lines.reduce((sum, { quantity, unitVnd }) => sum + quantity * unitVnd, 0)

/**
 * The lots that the goods of a sale come from, first to expire first, and what the books do not have: of each pack so many.
 *
 * @example takeGoods([], [{ packId: 'pck_1', quantity: 2 }], '2026-12-01') // { picks: [], missing: [{ packId: 'pck_1', quantity: 2 }] }
 */
export function takeGoods<Pack extends string>(
  lots: readonly LotStock[],
  wanted: readonly { packId: Pack; quantity: number }[],
  today: PlainDate,
): { picks: LotPick[]; missing: { packId: Pack; quantity: number }[] } {
  const taken = wanted.map(({ packId, quantity }) => {
    const found = pickUpTo(
      lots.filter((lot) => lot.packId === packId),
      quantity,
      today,
    )
    return { packId, ...found }
  })
  return {
    picks: taken.flatMap(({ picks }) => picks),
    missing: taken.flatMap(({ packId, missing }) => (missing > 0 ? [{ packId, quantity: missing }] : [])),
  }
}
