import { addDays, addMonths, dateInVietnam } from '@dacsan/vietnam'
import { addPack } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import { openLot } from '../../traceability/index.ts'
import { putOnSale } from './sample-stall.ts'

/** A pack that no two of are alike, sold by what the scale says of it. */
const jug = { name: 'Bình chiết 1,8–2,2 kg', unit: 'bình', stock: 24, byWeight: { perKgVnd: 240_000, leastGrams: 1800, mostGrams: 2200 } }

export async function offerByWeight(seller: Ctx, officer: Ctx, productId: ProductId, term: { validUntil: ReturnType<typeof addDays> }) {
  const today = dateInVietnam(seller.now)
  const { name, unit, stock, byWeight } = jug
  const { packId } = must(await addPack(seller, { productId, name, gtin: null }))
  const { lotId } = must(
    await openLot(seller, {
      productId,
      number: `${today.slice(2).replaceAll('-', '')}-02`,
      madeOn: addDays(today, -1),
      expiresOn: addMonths(today, 3),
      quantity: stock,
      unit,
      standards: null,
      requestKey: seller.newId('key'),
    }),
  )
  // The price of a piece is worked out from the weight.
  return putOnSale(seller, officer, { productId, packId, lotId, priceVnd: 1, unit, stock, byWeight }, term)
}
