import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { SaveSellerInput } from '../inputs.ts'
import { packGoods } from '../../inventory/index.ts'
import { listingsToRead } from '../listings/listings-to-read.ts'
import { publishListing } from '../listings/read-listing.ts'
import { saveListing, submitListing } from '../listings/save-listing.ts'
import { saveSeller } from '../sellers/save-seller.ts'
import { verifySeller } from '../sellers/verify-seller.ts'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { ListingId } from '../rules/ids.ts'

/** Opens the stall of a producer: account saved, papers seen by the office. */
export async function openStall(seller: Ctx, officer: Ctx, producerId: ProducerId, account: SaveSellerInput): Promise<void> {
  must(await saveSeller(seller, account))
  must(await verifySeller(officer, { producerId, method: 'Đối chiếu giấy đăng ký và CCCD tại văn phòng' }))
}

/** Reads what a seller handed in, and puts it up. */
export async function readAndPublish(officer: Ctx, listingId: ListingId): Promise<void> {
  const [posted] = await listingsToRead(officer, [listingId])
  must(await publishListing(officer, { listingId, version: posted!.version }))
}

type Sale = { productId: ProductId; lotId: LotId; priceVnd: number; unit: string; stock: number; maxPerOrder?: number }

/** Puts a product on sale from a lot: what the seller posts is read by the office first. */
export async function putOnSale(
  seller: Ctx,
  officer: Ctx,
  { productId, lotId, priceVnd, unit, stock, maxPerOrder }: Sale,
): Promise<ListingId> {
  const { listingId } = must(await saveListing(seller, { productId, priceVnd, unit, description: '', maxPerOrder }))
  must(await submitListing(seller, { listingId }))
  await readAndPublish(officer, listingId)
  if (stock > 0) must(await packGoods(seller, { lotId, packs: [{ quantity: stock }], requestKey: newId('key') }))
  return listingId
}
