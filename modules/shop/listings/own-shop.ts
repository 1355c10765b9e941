import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { productsOfProducer, registerDay } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { ownProducer } from '../policy.ts'
import {
  availableOf,
  freeFor,
  isForSale,
  lastDayOf,
  lasts,
  leastExpiryOf,
  mayBeSold,
  mayOfListing,
  nameOfPack,
  recognitionOf,
  saleOf,
  sellerStatusOf,
  shownStatus,
  tiesOfGoods,
} from '../rules.ts'
import type { SellerFact, SellingFacts } from '../rules.ts'
import { policiesToAccept } from '../sellers/accept-policies.ts'
import { verificationDay } from '../sellers/papers-asked.ts'
import { selectAheadOf } from '../ahead/offer.store.ts'
import { selectSellerAccount } from '../sellers/seller.store.ts'
import { isSuspended } from '../sellers/suspension.store.ts'
import { selectShelf } from '../holds/hold.store.ts'
import { offerFacts } from '../cart/cart.ts'
import { selectListingsOfProducer, selectOffers, selectPacksOfProducer } from './listing.store.ts'
import { selectPartsOfProducer } from './part.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The seller's own shop: who sells, whether anything of it can be shown yet, and by which rule. */
export async function ownShop(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const [seller = null, verification, day, suspended, policies] = await Promise.all([
    selectSellerAccount(ctx.db, producer.id),
    ruleOn(ctx.db, 'seller.verification-required', today),
    verificationDay(ctx.db, today),
    isSuspended(ctx.db, producer.id, ctx.now),
    policiesToAccept(ctx.db, producer.id, today),
  ])
  const status = seller && sellerStatusOf(seller, day)
  return {
    producer,
    seller,
    verification,
    fact: (suspended ? 'suspended' : (status ?? 'none')) satisfies SellerFact as SellerFact,
    isSuspended: suspended,
    awaitsVerification: verification.value && status === 'unverified',
    ranOut: verification.value && status === 'run-out',
    isVerified: status === 'verified',
    lastDay: status === 'verified' ? lastDayOf(seller!, day) : null,
    policiesOpen: policies.length > 0,
  }
}

/** Every pack of the seller's products with its listing and its lots, and what may be done with each; one that is not made any more while some of it is left. */
export async function ownOffers(ctx: Reader) {
  const { producer, verification, fact } = await ownShop(ctx)
  const day = await registerDay(ctx)
  const { today } = day
  const grants = grantsOf(ctx.actor, tiesOfGoods(producer))
  const [products, packs, listings, shelf, ahead, boxes] = await Promise.all([
    productsOfProducer(ctx, producer.id),
    selectPacksOfProducer(ctx.db, producer.id),
    selectListingsOfProducer(ctx.db, producer.id),
    selectShelf(ctx.db, producer.id),
    selectAheadOf(ctx.db, producer.id),
    ownBoxes(ctx, producer.id),
  ])
  const packsOf = Map.groupBy(packs, ({ productId }) => productId)
  const offers = products.flatMap((product) => (packsOf.get(product.id) ?? []).map((pack) => ({ product, pack })))
  const listed = offers.map(({ product, pack: { packId, packName, gtin, isDefault, ended } }) => {
    const listing = listings.find((one) => one.packId === packId) ?? null
    const lots = shelf.filter((lot) => lot.packId === packId)
    const recognition = recognitionOf(product, day)
    const facts: SellingFacts = {
      seller: fact,
      verificationRequired: verification.value,
      recognition,
    }
    const leastExpiry = leastExpiryOf(listing?.shelfLifeDays ?? null, today)
    // What lies there goes to those who ordered it ahead.
    const soldAhead = ahead.some((offer) => offer.packId === packId && (offer.endedAt === null || offer.waiting > 0))
    const box = boxes.find((one) => one.packId === packId)
    const parts = box?.box ?? []
    const sells = mayBeSold(facts) && !soldAhead
    // Nothing lies there as a box: what its scarcest part gives, once the box can be sold at all.
    const inBoxes = box && isForSale({ ...box, published: true }) ? freeFor(box, shelf, today) : 0
    const available = !sells ? 0 : box ? inBoxes : availableOf(lots, today, leastExpiry)
    return {
      ...product,
      packId,
      packName,
      gtin,
      isDefault,
      ended,
      isRecognised: recognition !== 'none',
      termUnknown: recognition === 'term-unknown',
      listing: listing && {
        ...listing,
        shown: shownStatus(listing, facts),
        waits: listing.status === 'waiting',
        rests: listing.status === 'paused',
        may: mayOfListing(listing, grants, facts),
      },
      lots: lots.map((lot) => ({
        ...lot,
        sale: saleOf(lot, today),
        /** It does not last as long as the seller promises, and is not sold until the promise is shorter. */
        tooShort: !lasts(lot, leastExpiry),
      })),
      onHand: lots.reduce((sum, lot) => sum + lot.onHand, 0),
      available,
      parts: parts.map(({ packId: id, number, productName, netContent, problem }) => ({
        packId: id,
        number,
        name: nameOfPack(productName, netContent),
        problem,
      })),
      broken: parts.some(({ problem }) => problem !== null),
      soldAhead,
      runsLow: !soldAhead && listing !== null && listing.lowStock !== null && mayBeSold(facts) && available <= listing.lowStock,
    }
  })
  return listed.filter(({ ended, onHand }) => !ended || onHand > 0)
}
/** The boxes of a seller with what lies in them, as the shop would sell them today. */
async function ownBoxes({ db, now }: Pick<Ctx, 'db' | 'now'>, producerId: ProducerId) {
  const listingIds = [...new Set((await selectPartsOfProducer(db, producerId)).map(({ boxId }) => boxId))]
  return listingIds.length === 0 ? [] : selectOffers(db, { listingIds }, await offerFacts(db, now))
}

export type OwnOffer = Awaited<ReturnType<typeof ownOffers>>[number]

/** Whether a pack may be put into a box: it is sold by itself, from the shelf and by the piece. */
const mayLie = ({ listing, soldAhead, parts }: OwnOffer): boolean =>
  listing?.shown === 'published' && listing.byWeight === null && !soldAhead && parts.length === 0

/** One pack of a product on the seller's shelf, the usual one where none is named, with all packs of the product to choose from. */
export async function findOwnOffer(
  ctx: Reader,
  { productId, packId }: { productId: ProductId; packId?: PackId },
): Promise<OwnOffer & { packs: OwnOffer[]; mayLieIn: { packId: PackId; name: string }[] }> {
  const all = await ownOffers(ctx)
  const packs = all.filter(({ id }) => id === productId)
  const offer = packs.find((pack) => (packId === undefined ? pack.isDefault : pack.packId === packId))
  if (!offer) throw new NotFound('No such pack', { productId, packId })
  return {
    ...offer,
    packs,
    mayLieIn: all
      .filter((one) => one.packId !== offer.packId && mayLie(one))
      .map(({ packId: id, name, packName }) => ({ packId: id, name: nameOfPack(name, packName) })),
  }
}
