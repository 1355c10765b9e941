import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { MaterialEntryKind, Stock, SupplierKind, Thousandths } from '../rules.ts'
import type { LotId, MaterialEntryId, MaterialId, MaterialLotId, SupplierId } from '../rules/ids.ts'

/** How a person without an account is reached. */
export const supplierPhoneColumn: LockedColumn = { table: 'supplier', key: 'id', column: 'phone' }

export type Supplier = { id: SupplierId; kind: SupplierKind; name: string; communeCode: string | null; growingAreaCode: string | null }

export async function selectSuppliers(db: ReadDb, producerId: ProducerId): Promise<Supplier[]> {
  return db
    .selectFrom('supplier')
    .where('producer_id', '=', producerId)
    .where('merged_into_id', 'is', null)
    .select(['id', 'kind', 'name', 'commune_code as communeCode', 'growing_area_code as growingAreaCode'])
    .orderBy('name', inVietnamese)
    .execute()
}

/** By name, as people write it: two suppliers of one name are one. */
export async function selectSupplierNamed(db: ReadDb, producerId: ProducerId, name: string): Promise<Supplier | undefined> {
  const named = (await selectSuppliers(db, producerId)).find((one) => one.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
  return named
}

export async function insertSupplier(
  tx: Tx,
  supplier: Supplier & { producerId: ProducerId; phone: string | null; at: Date; by: UserId | null },
): Promise<void> {
  await tx
    .insertInto('supplier')
    .values({
      id: supplier.id,
      producer_id: supplier.producerId,
      kind: supplier.kind,
      name: supplier.name,
      commune_code: supplier.communeCode,
      growing_area_code: supplier.growingAreaCode,
      phone: await lockText(tx, supplierPhoneColumn, supplier.id, supplier.phone),
      created_at: supplier.at,
      created_by: supplier.by,
    })
    .execute()
}

export async function selectMaker(db: ReadDb, id: ProducerId): Promise<{ organisationId: OrganisationId | null } | undefined> {
  return db.selectFrom('producer_card').where('id', '=', id).select('organisation_id as organisationId').executeTakeFirst()
}

export type Material = { id: MaterialId; name: string; unit: string }

export async function selectMaterials(db: ReadDb, producerId: ProducerId): Promise<Material[]> {
  return db
    .selectFrom('material')
    .where('producer_id', '=', producerId)
    .select(['id', 'name', 'unit'])
    .orderBy('name', inVietnamese)
    .execute()
}

export async function insertMaterial(tx: Tx, material: Material & { producerId: ProducerId; at: Date }): Promise<void> {
  const { id, name, unit, producerId, at } = material
  await tx.insertInto('material').values({ id, name, unit, producer_id: producerId, created_at: at }).execute()
}

/** Whoever changes what a producer has of material waits here for whoever does so now. */
export async function lockMaterials(tx: Tx, producerId: ProducerId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`material ${producerId}`}, 0))`.execute(tx)
}

export async function selectCodes(db: ReadDb, producerId: ProducerId): Promise<string[]> {
  const rows = await db.selectFrom('material_lot').where('producer_id', '=', producerId).select('code').execute()
  return rows.map(({ code }) => code)
}

export type NewMaterialLot = {
  id: MaterialLotId
  producerId: ProducerId
  code: string
  materialId: MaterialId
  supplierId: SupplierId
  boughtOn: PlainDate
  quantity: Thousandths
  priceVnd: number | null
  communeCode: string | null
  growingAreaCode: string | null
  paperHash: string | null
  photoHash: string | null
  requestKey: string
  at: Date
  by: UserId | null
}

export async function insertMaterialLot(tx: Tx, lot: NewMaterialLot): Promise<void> {
  await tx
    .insertInto('material_lot')
    .values({
      id: lot.id,
      producer_id: lot.producerId,
      code: lot.code,
      material_id: lot.materialId,
      supplier_id: lot.supplierId,
      bought_on: lot.boughtOn,
      quantity: lot.quantity,
      price_vnd: lot.priceVnd,
      commune_code: lot.communeCode,
      growing_area_code: lot.growingAreaCode,
      paper_file_hash: lot.paperHash,
      photo_hash: lot.photoHash,
      request_key: lot.requestKey,
      created_at: lot.at,
      created_by: lot.by,
    })
    .execute()
}

export async function selectMaterialLotByRequest(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('material_lot')
    .where('request_key', '=', requestKey)
    .select(['id', 'producer_id as producerId', 'code', 'quantity'])
    .executeTakeFirst()
}

const materialLots = (db: ReadDb) =>
  db
    .selectFrom('material_lot')
    .innerJoin('material', 'material.id', 'material_lot.material_id')
    .innerJoin('supplier_today as supplier', 'supplier.id', 'material_lot.supplier_id')
    .innerJoin('producer_card as producer', 'producer.id', 'material_lot.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'material_lot.commune_code')
    .select([
      'material_lot.id',
      'material_lot.code',
      'material_lot.bought_on as boughtOn',
      'material_lot.quantity',
      'material_lot.balance',
      'material_lot.price_vnd as priceVnd',
      'material_lot.growing_area_code as growingAreaCode',
      'material_lot.paper_file_hash as paperHash',
      'material_lot.photo_hash as photoHash',
      'material_lot.material_id as materialId',
      'material.name as material',
      'material.unit',
      sql<SupplierId>`supplier.today_id`.as('supplierId'),
      sql<string>`supplier.name`.as('supplier'),
      sql<SupplierKind>`supplier.kind`.as('supplierKind'),
      'supplier.phone as lockedPhone',
      'commune.name as commune',
      'commune.province_name as province',
      'producer.id as producerId',
      'producer.organisation_id as organisationId',
    ])

/** A purchase with everything but its ledger. */
export async function selectMaterialLot(db: ReadDb, id: MaterialLotId) {
  return materialLots(db).where('material_lot.id', '=', id).executeTakeFirst()
}

/** Several of them. */
export const selectMaterialLots = (db: ReadDb, ids: readonly MaterialLotId[]) =>
  materialLots(db).where('material_lot.id', 'in', ids).execute()
export type MaterialLotRow = NonNullable<Awaited<ReturnType<typeof selectMaterialLot>>>

/** The same, held until the end of the transaction. */
export async function lockMaterialLot(tx: Tx, id: MaterialLotId): Promise<MaterialLotRow | undefined> {
  const locked = await tx.selectFrom('material_lot').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectMaterialLot(tx, id)
}

export const openSupplierPhone = (db: ReadDb, { supplierId, lockedPhone }: MaterialLotRow): Promise<string | null> =>
  openTextIfPossible(db, supplierPhoneColumn, supplierId, lockedPhone).then((phone) => phone ?? null)

export type ListedMaterialLot = {
  id: MaterialLotId
  code: string
  material: string
  supplier: string
  commune: string | null
  growingAreaCode: string | null
  boughtOn: PlainDate
  /** In the unit itself: a file is added up. */
  quantity: number
  balance: number
  unit: string
  priceVnd: number | null
  state: 'left' | 'used-up'
}

export const materialLotsListed = (db: ReadDb, producerId: ProducerId) => sql<ListedMaterialLot>`
  select l.id, l.code, material.name as material, supplier.name as supplier, commune.name as commune, l.growing_area_code as "growingAreaCode",
    l.bought_on as "boughtOn", (l.quantity / 1000.0)::float8 as quantity, (l.balance / 1000.0)::float8 as balance, material.unit,
    l.price_vnd as "priceVnd", case when l.balance > 0 then 'left' else 'used-up' end as state
  from material_lot l
  join material on material.id = l.material_id
  join supplier_today as supplier on supplier.id = l.supplier_id
  left join commune_card as commune on commune.code = l.commune_code
  where l.producer_id = ${producerId}`

/** What is left of each material, the oldest purchase first; held where it is to be used. Bought later than the goods were made is not in them. */
export async function lockStock(
  tx: Tx,
  { producerId, materialIds, until }: { producerId: ProducerId; materialIds: readonly MaterialId[]; until: PlainDate },
): Promise<Stock[]> {
  if (materialIds.length === 0) return []
  return tx
    .selectFrom('material_lot')
    .where('producer_id', '=', producerId)
    .where('material_id', 'in', [...materialIds])
    .where('balance', '>', 0)
    .where('bought_on', '<=', until)
    .select(['id', 'material_id as materialId', 'balance'])
    .orderBy('bought_on')
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function selectLeft(db: ReadDb, producerId: ProducerId): Promise<Map<MaterialId, Thousandths>> {
  const rows = await db
    .selectFrom('material_lot')
    .where('producer_id', '=', producerId)
    .groupBy('material_id')
    .select((eb) => ['material_id as materialId', eb.fn.sum<string>('balance').as('left')])
    .execute()
  return new Map(rows.map(({ materialId, left }) => [materialId, Number(left)]))
}

export type NewEntry = {
  id: MaterialEntryId
  materialLotId: MaterialLotId
  kind: MaterialEntryKind
  delta: number
  lotId: LotId | null
  note: string | null
  requestKey: string | null
  at: Date
  by: string | null
}

/** Writes the ledger and, beside it, the balances: neither is ever written alone. */
export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('material_entry')
    .values(
      entries.map(({ id, materialLotId, kind, delta, lotId, note, requestKey, at, by }) => ({
        id,
        material_lot_id: materialLotId,
        kind,
        delta,
        lot_id: lotId,
        note,
        request_key: requestKey,
        at,
        by,
      })),
    )
    .execute()
  for (const { materialLotId, delta } of entries)
    await tx
      .updateTable('material_lot')
      .set((eb) => ({ balance: eb('balance', '+', delta) }))
      .where('id', '=', materialLotId)
      .execute()
}

export async function selectEntryByKey(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('material_entry')
    .where('request_key', '=', requestKey)
    .select(['id', 'material_lot_id as materialLotId', 'lot_id as lotId', 'kind', 'delta'])
    .executeTakeFirst()
}

/** The ledger of one purchase, the last line first. */
export async function selectEntries(db: ReadDb, id: MaterialLotId) {
  return db
    .selectFrom('material_entry')
    .leftJoin('lot', 'lot.id', 'material_entry.lot_id')
    .leftJoin('product_card as product', 'product.id', 'lot.product_id')
    .where('material_lot_id', '=', id)
    .select([
      'material_entry.id',
      'material_entry.kind',
      'material_entry.delta',
      'material_entry.note',
      'material_entry.at',
      'material_entry.by',
      'material_entry.lot_id as lotId',
      'lot.number as lotNumber',
      'product.name as productName',
    ])
    .orderBy('material_entry.at', 'desc')
    .orderBy('material_entry.id', 'desc')
    .execute()
}

export async function selectFileOf(db: ReadDb, id: MaterialLotId, hash: string) {
  return db
    .selectFrom('material_lot')
    .innerJoin('stored_file_card as stored_file', (join) =>
      join.on((eb) => eb.or([eb('stored_file.hash', '=', eb.ref('paper_file_hash')), eb('stored_file.hash', '=', eb.ref('photo_hash'))])),
    )
    .where('material_lot.id', '=', id)
    .where('stored_file.hash', '=', hash)
    .select(['stored_file.media_type as mediaType', 'material_lot.code'])
    .executeTakeFirst()
}

/** The balances beside their ledgers: how many were looked at, and where they differ. */
export async function compareBalances(db: ReadDb): Promise<{ checked: number; differing: string[] }> {
  const { rows } = await sql<{ code: string; agrees: boolean }>`
    select l.code, l.balance = coalesce(sum(e.delta), 0) as agrees
    from material_lot l left join material_entry e on e.material_lot_id = l.id group by l.id`.execute(db)
  return { checked: rows.length, differing: rows.filter(({ agrees }) => !agrees).map(({ code }) => code) }
}
