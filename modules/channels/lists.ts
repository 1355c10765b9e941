import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { channelOrdersListed } from './list.store.ts'
import type { ListedChannelOrder } from './list.store.ts'
import { ownSeller } from './policy.ts'
import { channelGoodsWords, channelOrdersPage as words, channelOrderStateWords, channelWords } from './words.ts'

export const channelOrderList: List<ListedChannelOrder> = {
  name: 'don-tren-san',
  path: '/van-phong/kenh-ban',
  title: words.title,
  columns: [
    { key: 'number', label: words.columns.number, kind: 'text', always: true },
    { key: 'channel', label: words.columns.channel, kind: 'choice', choices: channelWords },
    { key: 'shop', label: words.columns.shop, kind: 'text' },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: channelOrderStateWords },
    { key: 'goods', label: words.columns.goods, kind: 'choice', choices: channelGoodsWords },
    { key: 'amountVnd', label: words.columns.amountVnd, kind: 'money', sum: true },
    { key: 'netVnd', label: words.columns.netVnd, kind: 'money', sum: true },
    { key: 'orderedOn', label: words.columns.orderedOn, kind: 'day' },
  ],
  searched: [],
  codes: ['number'],
  filters: [
    { name: 'san', label: words.columns.channel, column: 'channel', kind: 'choice', choices: channelWords, any: words.any },
    { name: 'trang-thai', label: words.columns.state, column: 'state', kind: 'choice', choices: channelOrderStateWords, any: words.any },
    { name: 'hang', label: words.columns.goods, column: 'goods', kind: 'choice', choices: channelGoodsWords, any: words.any },
    { name: 'tu', label: words.from, column: 'orderedOn', kind: 'from' },
    { name: 'den', label: words.to, column: 'orderedOn', kind: 'to' },
  ],
  first: ['-orderedOn', '-id'],
  source: async (ctx: Ctx) => ({ statement: channelOrdersListed(ctx.db, (await ownSeller(ctx)).producerId) }),
}
