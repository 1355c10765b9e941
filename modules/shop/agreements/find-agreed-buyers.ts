import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import { productsOfProducer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import { selectListingsOfProducer, selectPacksOfProducer } from '../listings/listing.store.ts'
import { ownProducer } from '../policy.ts'
import { agreedBuyerActs, agreementOn, nameOfPack, sumDong, tiesOfGoods } from '../rules.ts'
import type { AgreedBuyerId } from '../rules/ids.ts'
import { selectAgreementsOf, selectBuyer, selectBuyersOf, selectOpenOf, selectOpenOrders } from './agreement.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Whom the signed-in seller sells to by agreement, each with the list that counts today. */
export async function ownAgreedBuyers(ctx: Reader) {
  const { id } = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const buyers = await selectBuyersOf(ctx.db, id)
  const owed = await selectOpenOf(
    ctx.db,
    buyers.map((buyer) => buyer.id),
  )
  return Promise.all(
    buyers.map(async ({ accessCode: _accessCode, ...buyer }) => {
      const agreements = await selectAgreementsOf(ctx.db, buyer.id)
      return {
        ...buyer,
        ended: buyer.endedAt !== null,
        terms: agreementOn(agreements, today) ?? null,
        lists: agreements.length,
        openVnd: owed.get(buyer.id) ?? dong(0),
      }
    }),
  )
}

/** One of them, with every list that was agreed and the packs that a new one may name. Another seller's is not there. */
export async function findAgreedBuyer(ctx: Reader, buyerId: AgreedBuyerId) {
  const { id, organisationId } = await ownProducer(ctx)
  const buyer = await selectBuyer(ctx.db, buyerId)
  if (!buyer || buyer.producerId !== id) throw new NotFound('No such buyer', { buyerId })
  const [agreements, packs, products, listings, owed] = await Promise.all([
    selectAgreementsOf(ctx.db, buyerId),
    selectPacksOfProducer(ctx.db, id),
    productsOfProducer(ctx, id),
    selectListingsOfProducer(ctx.db, id),
    selectOpenOrders(ctx.db, buyerId),
  ])
  const nameOf = new Map(products.map((product) => [product.id, product.name]))
  const named = packs.map(({ packId, productId, packName }) => ({ packId, name: nameOfPack(nameOf.get(productId) ?? '', packName) }))
  const current = agreementOn(agreements, dateInVietnam(ctx.now)) ?? null
  const status = buyer.endedAt === null ? 'open' : 'ended'
  return {
    buyer: { ...buyer, ended: buyer.endedAt !== null },
    may: mayOf(agreedBuyerActs, status, grantsOf(ctx.actor, tiesOfGoods({ organisationId }))),
    agreements: agreements.map((one) => ({
      ...one,
      isCurrent: one.agreementId === current?.agreementId,
      prices: one.prices.map((price) => ({ ...price, name: named.find(({ packId }) => packId === price.packId)?.name ?? '' })),
    })),
    /** What it owes, order by order, the oldest first. */
    owed,
    owedVnd: sumDong(owed.map(({ openVnd }) => openVnd)),
    /** On sale: what it costs everybody stands beside the field. */
    packs: named.flatMap(({ packId, name }) => {
      const listing = listings.find((one) => one.packId === packId)
      return listing ? [{ packId, name, priceVnd: listing.priceVnd, unit: listing.unit }] : []
    }),
  }
}
