import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { printStatement } from '../../payments/index.ts'
import type { StatementPart } from '../../payments/index.ts'
import { ownSeller } from '../policy.ts'
import { channelWords } from '../words/names.ts'
import { channelSalesWords as words } from '../words/pages.ts'
import { selectSales } from './settlement.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** What the asking seller sold on other marketplaces in a period, both days with it: apart from what was sold here. */
export async function channelSalesOf(ctx: Reader, period: { from: PlainDate; to: PlainDate }) {
  const { producerId } = await ownSeller(ctx)
  return selectSales(ctx.db, producerId, period)
}

/** The statement of `payments` on paper or as a workbook, with what was sold on other marketplaces beside it, shop by shop. */
export async function printWithChannels(...[ctx, period, format]: Parameters<typeof printStatement>): ReturnType<typeof printStatement> {
  const sales = await channelSalesOf(ctx, period)
  return printStatement(ctx, period, format, sales.length > 0 ? [partOf(sales)] : [])
}

const money = { soldVnd: words.sold, grossVnd: words.gross, feesVnd: words.fees, netVnd: words.net }

const partOf = (sales: Awaited<ReturnType<typeof channelSalesOf>>): StatementPart => ({
  title: words.heading,
  lead: words.lead,
  columns: [
    { key: 'channel', header: words.channel, kind: 'text' },
    { key: 'shop', header: words.shop, kind: 'text' },
    { key: 'orders', header: words.orders, kind: 'integer' },
    ...Object.entries(money).map(([key, header]) => ({ key, header, kind: 'money' as const })),
  ],
  rows: sales.map(({ channel, shopName, ...row }) => ({ channel: channelWords[channel], shop: shopName, ...row })),
})
