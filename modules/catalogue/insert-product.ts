import { newTraceCode } from '@dacsan/gs1'
import { newId } from '@dacsan/platform/ids'
import { NotFound } from '@dacsan/decisions'
import type { Tx } from '../context.ts'
import { selectProducer } from './producer.store.ts'
import { insertWithSlugs } from './insert-with-slug.ts'
import { insertProductRows } from './product.store.ts'
import type { NewProductRow } from './product.store.ts'
import type { ProductId } from './rules/ids.ts'
import { productSearchText } from './search-index.ts'
import { slugOf } from './slug.ts'

export type InsertProduct = Pick<NewProductRow, 'producerId' | 'name' | 'setCode'> &
  Partial<Omit<NewProductRow, 'id' | 'producerId' | 'name' | 'setCode' | 'traceCode' | 'searchText'>>

/**
 * Puts a product on file with a trace code of its own, not yet in the register: for commands, imports and seeds that hold a transaction
 * already and have judged who asks.
 */
export async function insertProduct(tx: Tx, given: InsertProduct): Promise<{ id: ProductId; slug: string; traceCode: string }> {
  const producer = await selectProducer(tx, 'id', given.producerId)
  if (!producer) throw new NotFound('No such producer', { id: given.producerId })
  const base = given.slug ?? slugOf(given.name)
  const id = newId('prd')
  const traceCode = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  const row = {
    id,
    slug: base,
    traceCode,
    producerId: producer.id,
    name: given.name,
    setCode: given.setCode,
    searchText: await productSearchText(tx, { ...given, producer }),
    description: given.description ?? null,
    netContent: given.netContent ?? null,
    // What a sample producer makes is sample data too.
    isSample: given.isSample ?? producer.isSample,
    confidence: given.confidence ?? null,
    sourceUrl: given.sourceUrl ?? null,
    sourceNote: given.sourceNote ?? null,
  }
  const slugs = await insertWithSlugs(tx, 'product', [row], (rows) => insertProductRows(tx, rows))
  return { id, slug: slugs.get(id)!, traceCode }
}
