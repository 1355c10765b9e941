import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { ownAgreedBuyers } from '../agreements/find-agreed-buyers.ts'
import { selectBuyer } from '../agreements/agreement.store.ts'
import { quoteOrder } from '../delivery/quote.ts'
import type { Asked, QuoteOfSeller } from '../delivery/quote.ts'
import type { TakeOrderInput } from '../inputs.ts'
import { selectListingsOfProducer } from '../listings/listing.store.ts'
import { ownOffers } from '../listings/own-shop.ts'
import { ownProducer } from '../policy.ts'
import { boxesLeft, soldIn } from '../rules.ts'
import type { OrderedBox, PlacementRefusal, ReceiptRefusal, RequestKeyRefusal, WantedLine } from '../rules.ts'
import type { AgreedBuyerId, ListingId, OrderId } from '../rules/ids.ts'
import { confirmPayment } from './confirm-payment.ts'
import { findSellerOrder } from './find-order.ts'
import { placeOrder } from './place-order.ts'

/** Changes with the words that the seller says to the buyer (`takeOrderPage.toldWords`). */
const toldVersion = 1

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What a seller may write into an order: the packs on sale, with what is left of them. */
export async function offersToTake(ctx: Reader) {
  const offers = await ownOffers(ctx)
  return offers.flatMap(({ name, packName, listing, available }) =>
    listing?.shown === 'published' && available > 0
      ? [
          {
            listingId: listing.id,
            name,
            packName,
            priceVnd: listing.priceVnd,
            unit: listing.unit,
            maxPerOrder: listing.maxPerOrder,
            available,
          },
        ]
      : [],
  )
}
/** Those who may telephone and buy at prices of their own. */
export async function buyersToTake(ctx: Reader) {
  const buyers = await ownAgreedBuyers(ctx)
  return buyers.filter(({ ended, terms }) => !ended && terms !== null).map(({ id, name, phone }) => ({ id, name, phone }))
}

type TakenQuote = QuoteOfSeller & {
  commune: string | null
  unclear: boolean
  candidates: readonly { code: string; name: string }[]
  ready: boolean
}

/** What it comes to with bringing it, by the rule by which the order is made; null where nothing of it is the seller's own on sale. */
export async function quoteTaken(
  ctx: Reader,
  { wish, agreedBuyerId, lines, ...asked }: Omit<Asked, 'wishes'> & Pick<TakeOrderInput, 'wish' | 'agreedBuyerId'>,
): Promise<TakenQuote | null> {
  const { id } = await ownProducer(ctx)
  const own = await ownLines(ctx, lines)
  const { sellers, ...quote } = await quoteOrder(ctx, {
    ...asked,
    lines: own,
    ...(wish && { wishes: { [id]: wish } }),
    ...(agreedBuyerId && { buyerId: await ownBuyerId(ctx, agreedBuyerId) }),
  })
  const [seller] = sellers
  const { commune, unclear, candidates, ready } = quote
  return seller ? { ...seller, commune, unclear, candidates, ready } : null
}

async function ownLines(ctx: Reader, lines: readonly WantedLine[]): Promise<WantedLine[]> {
  const { id } = await ownProducer(ctx)
  const own = new Set((await selectListingsOfProducer(ctx.db, id)).map((listing) => listing.id))
  return lines.filter(({ listingId }) => own.has(listingId))
}

/**
 * An order that was heard on the telephone, placed by the command and the rules of every other one. Money that was seen already is written down by the same
 * command as later; sent again after a fall between the two, the form goes on where it ended.
 */
export async function takeOrder(
  ctx: Ctx,
  { wish, money, agreedBuyerId, told: _told, ...input }: TakeOrderInput,
): Promise<Outcome<{ orderId: OrderId; code: string }, PlacementRefusal | RequestKeyRefusal | ReceiptRefusal>> {
  const { id } = await ownProducer(ctx)
  const own = await ownLines(ctx, input.lines)
  const strange = input.lines.filter((line) => !own.includes(line))
  if (strange.length > 0) return refuse('not-for-sale', { items: strange.map(({ listingId }) => ({ listingId, name: null })) })
  const buyerId = agreedBuyerId && (await ownBuyerId(ctx, agreedBuyerId))
  const placed = await placeOrder(
    ctx,
    { ...input, ...(wish && { wishes: { [id]: wish } }), ...(money === 'account' && { ways: { [id]: 'account' as const } }) },
    { toldVersion, buyerId },
  )
  if (!placed.ok) return placed
  const [order] = placed.value.orders as [{ id: OrderId; code: string }]
  if (money === 'received') {
    const { totalVnd } = await findSellerOrder(ctx, order.id)
    const noted = await confirmPayment(ctx, {
      orderId: order.id,
      amountVnd: totalVnd,
      reference: '',
      note: '',
      requestKey: receiptKey(input.requestKey),
    })
    if (!noted.ok) return noted
  }
  return done({ orderId: order.id, code: order.code })
}

/** Whoever telephoned, among those whom the seller sells to by agreement; another seller's is not there. */
async function ownBuyerId(ctx: Reader, buyerId: AgreedBuyerId): Promise<AgreedBuyerId> {
  const { id } = await ownProducer(ctx)
  const buyer = await selectBuyer(ctx.db, buyerId)
  if (buyer?.producerId !== id) throw new NotFound('No such buyer', { buyerId })
  return buyerId
}

/** Of the form's own, within the length of a key. */
const receiptKey = (requestKey: string) => `${requestKey.slice(0, 59)}-tien`

const asLeft = ({ listingId, quantity, left, box }: { listingId: ListingId; quantity: number; left: number; box: OrderedBox | null }) => ({
  listingId,
  quantity: left,
  box: box && { ...box, quantity: boxesLeft({ quantity, left, box }) },
})

/** A past order as the beginning of a new one: what of it is on sale, and what is not any more. */
export async function repeatOrder(ctx: Reader, orderId: OrderId) {
  const order = await findSellerOrder(ctx, orderId)
  const offers = new Set((await offersToTake(ctx)).map(({ listingId }) => listingId))
  const lines = order.lines.filter(({ left }) => left > 0)
  const gone = lines.filter(({ listingId }) => !offers.has(listingId))
  return {
    code: order.code,
    buyer: { ...order.buyer, note: order.receiver.note },
    lines: soldIn(lines.filter(({ listingId }) => offers.has(listingId)).map(asLeft)),
    gone: gone.map(({ productName, netContent }) => ({ productName, netContent })),
  }
}
