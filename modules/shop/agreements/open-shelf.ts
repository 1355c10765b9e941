import { randomBytes } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { touchCart } from '../cart/cart.store.ts'
import { isCartId, offerFacts } from '../cart/cart.ts'
import { selectFreeLots } from '../holds/hold.store.ts'
import type { OpenShelfInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import { selectListingsOfProducer, selectOffers } from '../listings/listing.store.ts'
import { isSecret } from '../orders/lock-order.ts'
import { agreedOffers, freeFor, isForSale, orderableOf, productsIn } from '../rules.ts'
import type { Pricing, TooManyAttempts } from '../rules.ts'
import type { AgreedBuyerId, CartId, ListingId } from '../rules/ids.ts'
import { deleteOpened, insertOpened, selectAgreementsOfCart, selectBuyersByPhone, selectBuyersOfCart } from './agreement.store.ts'

/**
 * Opens the shelf of a seller at the prices that were agreed with whoever has this telephone number and knows the code, for one cart. Tries are counted per
 * address, per number from an address, and per number; the right ones are given back.
 */
export async function openAgreedShelf(
  ctx: Ctx,
  { phone, code }: OpenShelfInput,
  { cartId, address }: { cartId: CartId | null; address: string },
): Promise<Outcome<{ cartId: CartId }, { code: 'agreement-unknown' } | TooManyAttempts>> {
  const counts = [
    { limit: limits.agreedAddress, address },
    { limit: limits.agreedCode, subject: phone, address },
    { limit: limits.agreedCodeAnywhere, subject: phone },
  ]
  const minutes = await consume(ctx.db, ctx.now, ...counts)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const buyer = (await selectBuyersByPhone(ctx.db, phone)).find(({ accessCode }) => isSecret(accessCode, code))
  if (!buyer) return refuse('agreement-unknown')
  await refund(ctx.db, ...counts)
  const id = isCartId(cartId) ? cartId : (`crt_${randomBytes(24).toString('base64url')}` as const)
  await inTransaction(ctx, async (tx) => {
    await touchCart(tx, id, ctx.now)
    await insertOpened(tx, { cartId: id, buyerId: buyer.id, at: ctx.now })
  })
  return done({ cartId: id })
}

/** The cart is anybody's again: on a telephone that others use. */
export async function closeAgreedShelf(ctx: Ctx, { cartId, buyerId }: { cartId: CartId; buyerId: AgreedBuyerId }): Promise<void> {
  await inTransaction(ctx, (tx) => deleteOpened(tx, { cartId, buyerId }))
}

type OfferAgreed = Pricing & {
  listingId: ListingId
  productName: string
  packName: string | null
  unit: string
  available: number
  /** What anybody pays for one. */
  publicVnd: Dong
  agreed: boolean
}
export type AgreedShelf = {
  buyerId: AgreedBuyerId
  buyerName: string
  producerId: ProducerId
  seller: { name: string; slug: string } | null
  /** Until when its prices count; null where no list counts today. */
  untilOn: PlainDate | null
  offers: OfferAgreed[]
}

/** The shelves that were opened for a cart, each with the prices of its buyer. Whoever holds the cart sees them; no public page asks here. */
export async function agreedShelves(ctx: Pick<Ctx, 'db' | 'now'>, cartId: CartId | null): Promise<AgreedShelf[]> {
  if (!isCartId(cartId)) return []
  const today = dateInVietnam(ctx.now)
  const [buyers, agreements] = await Promise.all([selectBuyersOfCart(ctx.db, cartId), selectAgreementsOfCart(ctx.db, cartId, today)])
  return Promise.all(
    buyers.map(async ({ id: buyerId, name: buyerName, producerId }) => {
      const agreement = agreements.find((one) => one.buyerId === buyerId)
      const listingIds = (await selectListingsOfProducer(ctx.db, producerId)).map(({ id }) => id)
      const shown = listingIds.length === 0 ? [] : await selectOffers(ctx.db, { listingIds }, await offerFacts(ctx.db, ctx.now))
      const offers = shown.filter(isForSale)
      const lots = await selectFreeLots(ctx.db, productsIn(offers))
      const [first] = shown
      return {
        buyerId,
        buyerName,
        producerId,
        seller: first ? { name: first.producerName, slug: first.producerSlug } : null,
        untilOn: agreement?.untilOn ?? null,
        offers: agreedOffers(offers, agreement ? [agreement] : []).map((offer, at) => {
          const { listingId, productName, netContent, unit, priceVnd, steps, leastQuantity, multiple, maxPerOrder } = offer
          return {
            listingId,
            productName,
            packName: netContent,
            unit,
            priceVnd,
            steps,
            leastQuantity,
            multiple,
            maxPerOrder,
            available: orderableOf(offer, freeFor(offer, lots, today)),
            publicVnd: offers[at]!.priceVnd,
            agreed: offer.agreementId !== undefined,
          }
        }),
      }
    }),
  )
}
