import { dong } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { isForSale, problemOf } from '../rules.ts'
import type { BoxPart } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'
import { selectParts } from './part.store.ts'
import type { ShownOffer } from './shown-offer.ts'

type Part = Awaited<ReturnType<typeof selectParts>>[number]

/** The same offers with what lies in those that are boxes; `offersOf` gives the packs in them as they are sold on their own. */
export async function withContents(
  db: ReadDb,
  offers: readonly (ShownOffer & { isBox: boolean })[],
  offersOf: (packIds: Part['packId'][]) => Promise<(ShownOffer & { isBox: boolean })[]>,
): Promise<ShownOffer[]> {
  const parts = await selectParts(
    db,
    offers.flatMap(({ isBox, listingId }) => (isBox ? [listingId] : [])),
  )
  const sold = parts.length === 0 ? [] : await offersOf([...new Set(parts.map(({ packId }) => packId))])
  const partsOf = Map.groupBy(parts, ({ boxId }): ListingId => boxId)
  return offers.map(({ isBox: _isBox, ...offer }) => ({
    ...offer,
    box:
      partsOf.get(offer.listingId)?.map((part) =>
        partOf(
          part,
          sold.find(({ packId }) => packId === part.packId),
        ),
      ) ?? null,
  }))
}

function partOf(part: Part, sold: (ShownOffer & { isBox: boolean }) | undefined): BoxPart {
  const { number, packId, productId, productName, productSlug, netContent, producerId } = part
  const problem = problemOf(
    sold && {
      isForSale: isForSale(sold),
      producerId: sold.producerId,
      byWeight: sold.byWeight != null,
      ahead: sold.ahead !== null,
      isBox: sold.isBox,
    },
    producerId,
  )
  return {
    number,
    packId,
    productId,
    productName,
    productSlug,
    netContent,
    problem,
    unit: sold?.unit ?? '',
    stars: sold?.stars ?? null,
    certificateCode: sold?.certificateCode ?? null,
    recognition: sold?.recognition ?? 'none',
    quantity: sold?.quantity ?? null,
    weightGrams: sold?.weightGrams ?? null,
    needsCold: sold?.needsCold ?? false,
    shelfLifeDays: sold?.shelfLifeDays ?? null,
    rule: sold?.rule ?? null,
    // Nobody buys what has a problem: its price is never parted by.
    priceVnd: sold?.priceVnd ?? dong(1),
  }
}
