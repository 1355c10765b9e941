import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { MarkId, MarkUseId } from './rules/ids.ts'

const uses = (db: ReadDb) =>
  db
    .selectFrom('mark_use as use')
    .innerJoin('mark', 'mark.id', 'use.mark_id')
    .innerJoin('product_card as product', 'product.id', 'use.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'use.producer_id')
    .select([
      'use.id',
      'use.code',
      'use.mark_id as markId',
      'mark.slug as markSlug',
      'mark.name as markName',
      'mark.kind as markKind',
      'use.product_id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'product.producer_id as ownerNow',
      'use.producer_id as producerId',
      'producer.name as producerName',
      'use.from_on as from',
      'use.until_on as until',
      'use.ended_on as endedOn',
      'use.ended_reason as endedReason',
      'use.admitted_by as admittedBy',
      'use.paper_number as paperNumber',
      'mark.is_sample as isSample',
    ])
export type StoredUse = Awaited<ReturnType<ReturnType<typeof uses>['executeTakeFirstOrThrow']>>

export const selectUse = (db: ReadDb, id: MarkUseId): Promise<StoredUse | undefined> => uses(db).where('use.id', '=', id).executeTakeFirst()
export const selectUseByCode = (db: ReadDb, code: string): Promise<StoredUse | undefined> =>
  uses(db).where('use.code', '=', code).executeTakeFirst()
export const selectUseByKey = (db: ReadDb, key: string): Promise<StoredUse | undefined> =>
  uses(db).where('use.request_key', '=', key).executeTakeFirst()
export const selectUsesOfMark = (db: ReadDb, markId: MarkId): Promise<StoredUse[]> =>
  uses(db).where('use.mark_id', '=', markId).orderBy('product.name', inVietnamese).orderBy('use.id').limit(2000).execute()
export const selectUsesOfProduct = (db: ReadDb, productId: ProductId): Promise<StoredUse[]> =>
  uses(db).where('use.product_id', '=', productId).orderBy('mark.name', inVietnamese).orderBy('use.id').execute()

type NewUse = {
  id: MarkUseId
  code: string
  markId: MarkId
  producerId: ProducerId
  productId: ProductId
  from: PlainDate
  until: PlainDate | null
  admittedBy: string
  paperNumber: string
  requestKey: string
}
export async function insertUse(
  tx: Tx,
  given: NewUse,
  { at, byId, byName }: { at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await insertRows(tx, 'mark_use', [
    {
      id: given.id,
      code: given.code,
      mark_id: given.markId,
      producer_id: given.producerId,
      product_id: given.productId,
      from_on: given.from,
      until_on: given.until,
      admitted_by: given.admittedBy,
      paper_number: given.paperNumber,
      at,
      by_id: byId,
      by_name: byName,
      request_key: given.requestKey,
    },
  ])
}

export const endStoredUse = (tx: Tx, id: MarkUseId, { on, reason, byName }: { on: PlainDate; reason: string; byName: string }) =>
  tx.updateTable('mark_use').set({ ended_on: on, ended_reason: reason, ended_by_name: byName }).where('id', '=', id).execute()
