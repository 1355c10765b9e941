import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { WorkbookPack, WorkbookRefusal } from '@dacsan/marketplaces'
import { unpackedSize } from '@dacsan/platform/archive'
import { openProcessPool } from '@dacsan/platform/process-pool'
import type { Ctx } from '../../context.ts'
import { actorId } from '../../identity/index.ts'
import { productsToOffer } from './find-readiness.ts'
import type { SpreadProduct } from './find-readiness.ts'
import type { FilledWorkbook, WorkbookTask } from './workbook-process.ts'

/** A template has a few hundred kilobytes; what swells further is none. */
const largestFile = 5_000_000
const largestUnpacked = 40_000_000
const pool = openProcessPool<WorkbookTask, FilledWorkbook>(new URL('./workbook-process.ts', import.meta.url), {
  processes: 1,
  seconds: 60,
  waiting: 10,
  perPerson: 2,
  memory: 384 * 1024 * 1024,
  idleSeconds: 60,
})

export type FillRefusal =
  | WorkbookRefusal
  | { code: 'file-missing' | 'too-large' | 'damaged' | 'nothing-to-fill' | 'took-too-long' | 'too-many-at-once' }

/**
 * Fills the template that the seller's shop got from Shopee with what the seller has on sale here. Whatever else stands in the workbook stays.
 *
 * @param photoAddress where Shopee fetches a photo by its hash
 */
export async function fillShopTemplate(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  file: { name: string; bytes: Uint8Array } | null,
  photoAddress: (hash: string) => string,
): Promise<Outcome<{ bytes: Uint8Array; rows: number }, FillRefusal>> {
  const products = await productsToOffer(ctx)
  if (file === null) return refuse('file-missing')
  if (file.bytes.length > largestFile) return refuse('too-large')
  if (products.length === 0) return refuse('nothing-to-fill')
  try {
    if (unpackedSize(file.bytes) > largestUnpacked) return refuse('too-large')
  } catch {
    return refuse('damaged')
  }
  const task = { bytes: file.bytes, packs: products.flatMap((product) => asRows(product, photoAddress)) }
  const filled = await pool.run(task, actorId(ctx.actor))
  if (!filled.ok) return refuse(filled.refusal.code === 'took-too-long' ? 'took-too-long' : 'too-many-at-once')
  return 'refusal' in filled.value ? { ok: false, refusal: filled.value.refusal } : done(filled.value)
}

const asRows = ({ product, packs }: SpreadProduct, photoAddress: (hash: string) => string): WorkbookPack[] =>
  packs.map(({ offer, listing, sku }) => ({
    product: product.id,
    title: product.name,
    description: listing.description || product.description || product.name,
    category: null,
    pack: offer.packName ?? listing.unit,
    priceVnd: listing.priceVnd,
    stock: offer.available,
    sku,
    gtin: offer.gtin,
    grams: listing.weightGrams ?? 0,
    photoUrls: product.photos.map(({ hash }) => photoAddress(hash)),
  }))
