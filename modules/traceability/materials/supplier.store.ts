import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { SupplierKind } from '../rules.ts'
import type { SupplierId, SupplierPastId } from '../rules/ids.ts'

const suppliers = (db: ReadDb) =>
  db
    .selectFrom('supplier')
    .innerJoin('producer_card as producer', 'producer.id', 'supplier.producer_id')
    .select([
      'supplier.id',
      'supplier.kind',
      'supplier.name',
      'supplier.commune_code as communeCode',
      'supplier.growing_area_code as growingAreaCode',
      'supplier.merged_into_id as mergedIntoId',
      'supplier.producer_id as producerId',
      'producer.organisation_id as organisationId',
    ])

export const selectSupplier = (db: ReadDb, id: SupplierId) => suppliers(db).where('supplier.id', '=', id).executeTakeFirst()
export type SupplierOnFile = NonNullable<Awaited<ReturnType<typeof selectSupplier>>>

/** How many purchases stand under each supplier, those of whoever was merged into it included. */
export async function countPurchases(db: ReadDb, producerId: ProducerId): Promise<Map<SupplierId, number>> {
  const { rows } = await sql<{ id: SupplierId; count: number }>`
    select supplier.today_id as id, count(*)::int as count
    from material_lot join supplier_today as supplier on supplier.id = material_lot.supplier_id
    where material_lot.producer_id = ${producerId} group by supplier.today_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** What a supplier was called and where it was before, and who was merged into it: the latest first. */
export async function selectPast(db: ReadDb, id: SupplierId) {
  return db
    .selectFrom('supplier_past')
    .leftJoin('commune_card as commune', 'commune.code', 'supplier_past.commune_code')
    .where((eb) => eb.or([eb('supplier_past.supplier_id', '=', id), eb('supplier_past.merged_into_id', '=', id)]))
    .select([
      'supplier_past.id',
      'supplier_past.name',
      'commune.name as commune',
      'supplier_past.at',
      'supplier_past.merged_into_id as mergedIntoId',
    ])
    .orderBy('supplier_past.at', 'desc')
    .orderBy('supplier_past.id', 'desc')
    .execute()
}

type Past = { id: SupplierPastId; mergedIntoId: SupplierId | null; at: Date; by: string | null }

/** How a supplier stands in the book now, kept before it changes. */
export async function insertPast(tx: Tx, supplier: SupplierOnFile, { id, mergedIntoId, at, by }: Past): Promise<void> {
  const { id: supplier_id, name, kind, communeCode: commune_code, growingAreaCode: growing_area_code } = supplier
  await tx
    .insertInto('supplier_past')
    .values({ id, supplier_id, name, kind, commune_code, growing_area_code, merged_into_id: mergedIntoId, at, by })
    .execute()
}

export async function updateSupplier(
  tx: Tx,
  id: SupplierId,
  {
    name,
    kind,
    communeCode,
    growingAreaCode,
  }: { name: string; kind: SupplierKind; communeCode: string | null; growingAreaCode: string | null },
): Promise<void> {
  await tx
    .updateTable('supplier')
    .set({ name, kind, commune_code: communeCode, growing_area_code: growingAreaCode })
    .where('id', '=', id)
    .execute()
}

/** One and whoever was merged into it before are from now on another. */
export async function updateMerged(tx: Tx, id: SupplierId, intoId: SupplierId): Promise<void> {
  await tx
    .updateTable('supplier')
    .set({ merged_into_id: intoId })
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into_id', '=', id)]))
    .execute()
}
