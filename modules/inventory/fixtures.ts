import { newId } from '@dacsan/platform/ids'
import type { Ctx, ReadDb } from '../context.ts'
import type { LotId } from '../traceability/rules.ts'
import { countPlace, packGoods, takeOut } from './index.ts'
import type { Position, TakenOutKind } from './rules.ts'

/** So many of a lot in its default pack at its maker's workshop, by the real command. */
export const packLot = (ctx: Ctx, lotId: LotId, quantity: number) =>
  packGoods(ctx, { lotId, packs: [{ quantity }], requestKey: newId('key') })

/** Where a lot lies that was packed once. */
export async function positionOf(db: ReadDb, lotId: LotId): Promise<Position> {
  return db
    .selectFrom('stock_balance')
    .where('lot_id', '=', lotId)
    .select(['lot_id as lotId', 'pack_id as packId', 'place_id as placeId'])
    .executeTakeFirstOrThrow()
}

/** The shelf of such a lot is counted. */
export async function countLot(ctx: Ctx, lotId: LotId, counted: number) {
  const { packId, placeId } = await positionOf(ctx.db, lotId)
  return countPlace(ctx, { placeId, counts: [{ lotId, packId, counted, note: 'Đếm lại' }], requestKey: newId('key') })
}

export async function takeOutOfLot(ctx: Ctx, lotId: LotId, kind: TakenOutKind, quantity: number) {
  return takeOut(ctx, kind, { ...(await positionOf(ctx.db, lotId)), quantity, note: 'Vỡ nắp', requestKey: newId('key') })
}
