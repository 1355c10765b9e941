import type { ProductId } from '../../catalogue/rules.ts'
import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { productsOfProducer, registerDay } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { ownProducer } from '../policy.ts'
import { availableOf, mayBeSold, mayOfListing, saleOf, sellerStatusOf, shownStatus, tiesOfGoods } from '../rules.ts'
import type { PublishFacts } from '../rules.ts'
import { selectSellerAccount } from '../sellers/seller.store.ts'
import { selectShelf } from '../holds/hold.store.ts'
import { isCertified, selectListingsOfProducer } from './listing.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The seller's own shop: who sells, whether anything of it can be shown yet, and by which rule. */
export async function ownShop(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const [seller = null, verification] = await Promise.all([
    selectSellerAccount(ctx.db, producer.id),
    ruleOn(ctx.db, 'seller.verification-required', dateInVietnam(ctx.now)),
  ])
  const awaitsVerification = seller !== null && seller.verifiedAt === null && verification.value
  return { producer, seller, verification, awaitsVerification }
}

/** Every product of the seller with its listing and its lots, and what may be done with each. */
export async function ownProducts(ctx: Reader) {
  const { producer, seller, verification } = await ownShop(ctx)
  const day = await registerDay(ctx)
  const { today } = day
  const grants = grantsOf(ctx.actor, tiesOfGoods(producer))
  const [products, listings, shelf] = await Promise.all([
    productsOfProducer(ctx, producer.id),
    selectListingsOfProducer(ctx.db, producer.id),
    selectShelf(ctx.db, producer.id),
  ])
  return products.map((product) => {
    const listing = listings.find(({ productId }) => productId === product.id) ?? null
    const lots = shelf.filter(({ productId }) => productId === product.id)
    const certified = isCertified(product, day)
    const facts: PublishFacts = {
      seller: seller ? sellerStatusOf(seller) : 'none',
      verificationRequired: verification.value,
      certified,
    }
    return {
      ...product,
      certified,
      listing: listing && { ...listing, shown: shownStatus(listing, facts), may: mayOfListing(listing, grants, facts) },
      lots: lots.map((lot) => ({
        ...lot,
        sale: saleOf(lot, today),
      })),
      onHand: lots.reduce((sum, lot) => sum + lot.onHand, 0),
      available: mayBeSold(facts) ? availableOf(lots, today) : 0,
    }
  })
}
export type OwnProduct = Awaited<ReturnType<typeof ownProducts>>[number]

export async function findOwnProduct(ctx: Reader, productId: ProductId): Promise<OwnProduct> {
  const product = (await ownProducts(ctx)).find(({ id }) => id === productId)
  if (!product) throw new NotFound('No such product', { id: productId })
  return product
}
