import { newId } from '@dacsan/platform/ids'
import type { ReadDb, Tx } from '../context.ts'
import type { PackId, ProductId } from './rules/ids.ts'
import { readNetContent } from './rules/net-content.ts'
import type { GtinOwner, Pack } from './rules/pack.ts'

const packs = (db: ReadDb) =>
  db
    .selectFrom('product_pack')
    .select([
      'id',
      'product_id as productId',
      'name',
      'net_value as netValue',
      'net_unit as netUnit',
      'gtin',
      'is_default as isDefault',
      'ended_at as endedAt',
    ])
type PackRow = Awaited<ReturnType<ReturnType<typeof packs>['executeTakeFirstOrThrow']>>

const toPack = ({ netValue, netUnit, productId, ...pack }: PackRow): Pack & { productId: ProductId } => ({
  ...pack,
  productId,
  netContent: netValue === null || netUnit === null ? null : { value: Number(netValue), unit: netUnit },
})

/** The packs of a product, the default one first, those that ended last. */
export async function packsOfProduct(db: ReadDb, productId: ProductId): Promise<Pack[]> {
  const rows = await packs(db)
    .where('product_id', '=', productId)
    .orderBy('is_default', 'desc')
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toPack)
}

/** The pack that is meant where nobody names one. */
export async function defaultPackOf(db: ReadDb, productId: ProductId): Promise<Pack> {
  return toPack(await packs(db).where('product_id', '=', productId).where('is_default', '=', true).executeTakeFirstOrThrow())
}

export async function selectPack(db: ReadDb, id: PackId): Promise<(Pack & { productId: ProductId }) | undefined> {
  const row = await packs(db).where('id', '=', id).executeTakeFirst()
  return row && toPack(row)
}

/** Whose a GTIN is: a number is never given out again, that of an ended pack included. */
export async function selectGtinOwner(db: ReadDb, gtin: string | null, of: { defaultOf: ProductId } | null = null): Promise<GtinOwner> {
  if (gtin === null) return 'nobody'
  const pack = await packs(db).where('gtin', '=', gtin).executeTakeFirst()
  if (!pack) return 'nobody'
  return of !== null && pack.isDefault && pack.productId === of.defaultOf ? 'this' : 'another'
}

type NewPack = { id: PackId; productId: ProductId; name: string | null; gtin: string | null; isDefault: boolean }

const rowOf = ({ id, productId, name, gtin, isDefault }: NewPack) => ({
  id,
  product_id: productId,
  gtin,
  is_default: isDefault,
  ...told(name),
})

/** What a pack is called, and the quantity that this tells. */
function told(name: string | null) {
  const netContent = name === null ? null : readNetContent(name)
  return { name, net_value: netContent === null ? null : String(netContent.value), net_unit: netContent?.unit ?? null }
}

export async function insertPack(tx: Tx, pack: NewPack): Promise<void> {
  await tx.insertInto('product_pack').values(rowOf(pack)).execute()
}

/** Each product begins with one pack. */
export async function insertFirstPacks(tx: Tx, products: readonly { id: ProductId; netContent: string | null }[]): Promise<void> {
  if (products.length === 0) return
  const rows = products.map(({ id, netContent }) =>
    rowOf({ id: newId('pck'), productId: id, name: netContent?.trim() || null, gtin: null, isDefault: true }),
  )
  await tx.insertInto('product_pack').values(rows).execute()
}

export async function updateDefaultPack(tx: Tx, productId: ProductId, { name, gtin }: Pick<Pack, 'name' | 'gtin'>): Promise<void> {
  await tx
    .updateTable('product_pack')
    .set({ ...told(name), gtin })
    .where('product_id', '=', productId)
    .where('is_default', '=', true)
    .execute()
}

export async function updateEnded(tx: Tx, id: PackId, at: Date): Promise<void> {
  await tx.updateTable('product_pack').set({ ended_at: at }).where('id', '=', id).execute()
}

/** Another pack is meant from now on where nobody names one. */
export async function updateWhichIsDefault(tx: Tx, { id, productId }: { id: PackId; productId: ProductId }): Promise<void> {
  await tx
    .updateTable('product_pack')
    .set({ is_default: false })
    .where('product_id', '=', productId)
    .where('is_default', '=', true)
    .execute()
  await tx.updateTable('product_pack').set({ is_default: true }).where('id', '=', id).execute()
}
