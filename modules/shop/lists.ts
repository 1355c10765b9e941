import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { ownOffers } from './listings/own-shop.ts'
import type { OwnOffer } from './listings/own-shop.ts'
import { listingsPosted } from './listings/reading.store.ts'
import type { ListedReading } from './listings/reading.store.ts'
import { ordersListed } from './orders/order-list.store.ts'
import type { ListedOrder } from './orders/order-list.store.ts'
import { ownProducer, sellerOverseers } from './policy.ts'
import { verificationDay } from './sellers/papers-asked.ts'
import { sellersListed } from './sellers/seller.store.ts'
import type { ListedSeller } from './sellers/seller.store.ts'
import {
  fulfilmentWords,
  listWords as words,
  listingWords,
  orderListPage,
  paymentWords,
  postedPage,
  postedWords,
  queueWords,
  sellerWords,
  sellersPage,
  shopTabs,
} from './words.ts'

export const orderList: List<ListedOrder> = {
  name: 'don-hang',
  path: '/van-phong/ban-hang',
  title: shopTabs.orders,
  searchLabel: words.findOrder,
  columns: [
    { key: 'code', label: orderListPage.code, kind: 'text' },
    { key: 'createdAt', label: words.placedAt, kind: 'moment', always: true },
    { key: 'buyerName', label: orderListPage.buyer, kind: 'text' },
    { key: 'buyerPhone', label: words.phone, kind: 'text', onlyInFile: true },
    { key: 'contents', label: orderListPage.contents, kind: 'text' },
    { key: 'quantity', label: orderListPage.quantity, kind: 'number', sum: true },
    { key: 'totalVnd', label: orderListPage.total, kind: 'money', sum: true },
    { key: 'keptVnd', label: orderListPage.received, kind: 'money', sum: true },
    { key: 'payment', label: words.payment, kind: 'choice', choices: paymentWords },
    { key: 'fulfilment', label: words.fulfilment, kind: 'choice', choices: fulfilmentWords, onlyInFile: true },
  ],
  searched: ['buyerName', 'contents'],
  codes: ['code', 'buyerPhone'],
  filters: [
    { name: 'queue', label: orderListPage.queues, column: 'queue', kind: 'choice', choices: queueWords, any: orderListPage.all },
    { name: 'from', label: words.from, column: 'createdAt', kind: 'from' },
    { name: 'to', label: words.to, column: 'createdAt', kind: 'to' },
  ],
  asks: ['lotId'],
  first: ['-createdAt', '-id'],
  source: async (ctx: Ctx, { lotId }) => {
    const ofLot = idInput('lot').safeParse(lotId)
    return { statement: ordersListed(ctx.db, { producerId: (await ownProducer(ctx)).id, ...(ofLot.success && { lotId: ofLot.data }) }) }
  },
}

export const sellerList: List<ListedSeller> = {
  name: 'nguoi-ban',
  path: '/van-phong/nguoi-ban',
  title: sellersPage.title,
  columns: [
    { key: 'producerName', label: words.producer, kind: 'text' },
    { key: 'status', label: words.state, kind: 'choice', choices: sellerWords },
    { key: 'representative', label: sellersPage.representative, kind: 'text' },
    { key: 'commune', label: words.commune, kind: 'text' },
    { key: 'phone', label: words.phone, kind: 'text', onlyInFile: true },
    { key: 'verifiedAt', label: sellersPage.verification, kind: 'moment' },
    { key: 'verifiedMethod', label: sellersPage.method, kind: 'text', onlyInFile: true },
  ],
  searched: ['producerName', 'representative', 'commune'],
  codes: ['phone'],
  filters: [{ name: 'status', label: words.state, column: 'status', kind: 'choice', choices: sellerWords, any: words.anyState }],
  // Those that wait to be verified first.
  first: ['status', '-verifiedAt', 'producerName'],
  perPage: 10,
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, ...sellerOverseers)
    return { statement: sellersListed(ctx.db, await verificationDay(ctx.db, dateInVietnam(ctx.now)), ctx.now) }
  },
}

export const postedList: List<ListedReading> = {
  name: 'duyet-hang',
  path: '/van-phong/duyet-hang',
  title: postedPage.title,
  columns: [
    { key: 'productName', label: postedPage.product, kind: 'text' },
    { key: 'packName', label: postedPage.pack, kind: 'text' },
    { key: 'producerName', label: postedPage.seller, kind: 'text' },
    { key: 'status', label: postedPage.state, kind: 'choice', choices: postedWords },
    { key: 'priceVnd', label: postedPage.price, kind: 'money' },
    { key: 'submittedAt', label: postedPage.submittedAt, kind: 'moment' },
    { key: 'readAt', label: postedPage.readAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['productName', 'producerName'],
  filters: [
    {
      name: 'status',
      label: postedPage.state,
      column: 'status',
      kind: 'choice',
      choices: postedWords,
      any: postedPage.anyState,
      initial: 'waiting',
    },
  ],
  // Who waits longest first.
  first: ['status', 'submittedAt', 'productName'],
  perPage: 10,
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, ...sellerOverseers)
    return { statement: listingsPosted(ctx.db) }
  },
}

type ShelfOffer = Pick<OwnOffer, 'name' | 'packName' | 'isRecognised' | 'termUnknown' | 'runsLow' | 'broken' | 'onHand' | 'available'> & {
  /** The pack. */
  id: OwnOffer['packId']
  productId: OwnOffer['id']
  state: keyof typeof listingWords
  /** How its listing is shown; null where it has none. */
  shown: Exclude<keyof typeof listingWords, 'none'> | null
  priceVnd: number | null
  unit: string | null
}

// A seller has some dozens of products, each in a few packs, and what may be sold of them is computed: all of them are read.
export const shelfList: List<ShelfOffer> = {
  name: 'hang-tren-ke',
  path: '/van-phong/ban-hang/ke',
  title: shopTabs.shelf,
  columns: [
    { key: 'name', label: words.product, kind: 'text' },
    { key: 'packName', label: words.pack, kind: 'text' },
    { key: 'state', label: words.state, kind: 'choice', choices: listingWords },
    { key: 'priceVnd', label: words.price, kind: 'money' },
    { key: 'unit', label: words.unit, kind: 'text', onlyInFile: true },
    { key: 'available', label: words.sellable, kind: 'number' },
    { key: 'onHand', label: words.onHand, kind: 'number' },
  ],
  searched: ['name', 'packName'],
  filters: [{ name: 'state', label: words.state, column: 'state', kind: 'choice', choices: listingWords, any: words.anyState }],
  first: ['name', 'packName'],
  source: async (ctx: Ctx) => ({
    rows: (await ownOffers(ctx)).map(
      ({ id, packId, name, packName, isRecognised, termUnknown, runsLow, broken, onHand, available, listing }) => ({
        id: packId,
        productId: id,
        name,
        packName,
        isRecognised,
        termUnknown,
        runsLow,
        broken,
        onHand,
        available,
        state: listing?.shown ?? 'none',
        shown: listing?.shown ?? null,
        priceVnd: listing?.priceVnd ?? null,
        unit: listing?.unit ?? null,
      }),
    ),
  }),
}
