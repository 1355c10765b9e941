import type { List } from '../list.ts'
import { goodsListed } from './goods.store.ts'
import type { StoredGoods } from './goods.store.ts'
import { ownProducer } from './policy.ts'
import { goodsPage, goodsListWords as words } from './words.ts'

export const goodsList: List<StoredGoods> = {
  name: 'kho',
  path: '/van-phong/kho',
  title: goodsPage.title,
  columns: [
    { key: 'productName', label: words.product, kind: 'text' },
    { key: 'number', label: words.lot, kind: 'text' },
    { key: 'packName', label: words.pack, kind: 'text' },
    { key: 'placeName', label: words.place, kind: 'text' },
    { key: 'expiresOn', label: words.expiresOn, kind: 'day' },
    { key: 'onHand', label: words.onHand, kind: 'number', sum: true },
    { key: 'reserved', label: words.reserved, kind: 'number', sum: true },
    { key: 'free', label: words.free, kind: 'number', sum: true },
  ],
  searched: ['productName', 'placeName', 'packName'],
  codes: ['number'],
  filters: [],
  first: ['productName', 'expiresOn', 'number', 'packName', 'placeName'],
  source: async (ctx) => ({ statement: goodsListed(ctx.db, (await ownProducer(ctx)).id) }),
}
