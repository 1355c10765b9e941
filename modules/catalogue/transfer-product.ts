import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { insertPastOwner, selectPastOwners } from './past-owner.store.ts'
import type { ChangeOfHands } from './past-owner.store.ts'
import { lockProducer } from './producer.store.ts'
import { lockProduct, selectProductIdByName, updateOwner, updateProductSet } from './product.store.ts'
import type { OwnedProduct } from './product.store.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import { productSearchText } from './search-index.ts'

// For rooms that stand above this one, hold a transaction and have judged who asks.

/** Whether a producer makes something of this name already: two of one name could not be told apart. */
export async function makesSameName(db: ReadDb, producerId: ProducerId, name: string): Promise<boolean> {
  return (await selectProductIdByName(db, producerId, name)) !== undefined
}

/**
 * Puts a product into the hands of another producer: it keeps its id, address, trace code, stars and certificate, and both histories say until when it
 * was whose. What was made before, its lots, labels and orders, stays with whoever made it.
 */
export async function transferProduct(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  { productId, toId }: { productId: ProductId; toId: ProducerId },
): Promise<OwnedProduct> {
  const owned = await lockProduct(tx, productId)
  const producer = await lockProducer(tx, toId)
  if (!owned || !producer) throw new NotFound('No such product or producer', { productId, toId })
  const { product } = owned
  await insertPastOwner(tx, productId, { fromId: product.producer.id, toId, until: dateInVietnam(now) })
  await updateOwner(tx, productId, { producerId: toId, searchText: await productSearchText(tx, { ...product, producer }), at: now })
  return (await lockProduct(tx, productId))!
}

/** Puts a product that was never recognised into another set: a producer chose the wrong one. */
export async function reclassifyProduct(tx: Tx, productId: ProductId, setCode: string): Promise<void> {
  const owned = await lockProduct(tx, productId)
  if (!owned) throw new NotFound('No such product', { productId })
  const { product } = owned
  const producer = (await lockProducer(tx, product.producer.id))!
  await updateProductSet(tx, productId, { setCode, searchText: await productSearchText(tx, { ...product, setCode, producer }) })
}

/** Whose a product was before, the latest first: everybody may read it who may read the product. */
export const pastOwnersOf = ({ db }: { db: ReadDb }, productId: ProductId): Promise<ChangeOfHands[]> => selectPastOwners(db, productId)
