import type { addDays } from '@dacsan/vietnam'
import { addPack } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import { saveListing, submitListing } from '../listings/save-listing.ts'
import type { Listing } from '../rules.ts'
import { readAndPublish, showPapers } from './sample-stall.ts'

/** Cheaper together than one by one. */
const box = { name: 'Hộp quà Tết', unit: 'hộp', number: 2, lessVnd: 5_000, description: 'Hai chai trong hộp giấy có nơ.' }

/** A box of what the stall sells loose: it has no goods of its own. */
export async function offerBox(seller: Ctx, officer: Ctx, usual: Listing, term: { validUntil: ReturnType<typeof addDays> }) {
  const { name, unit, number, lessVnd, description } = box
  const { productId } = usual
  const { packId } = must(await addPack(seller, { productId, name, gtin: null }))
  const parts = [{ packId: usual.packId, quantity: number }]
  const priceVnd = usual.priceVnd * number - lessVnd
  const { listingId } = must(await saveListing(seller, { productId, packId, priceVnd, unit, description, parts }))
  await showPapers(seller, officer, term)
  must(await submitListing(seller, { listingId }))
  await readAndPublish(officer, listingId)
}
