import type { Workbook } from '@dacsan/papers'
import type { Ctx } from '../context.ts'
import { workbookOfList } from '../open-list.ts'
import { bankLineList } from '../payments/index.ts'
import { orderList, selectMoneyLog, selectSoldLines, shelfList } from '../shop/index.ts'
import { returnList } from './lists.ts'
import { ownProducer } from './policy.ts'
import { sellerDataFile as words } from './words/pages.ts'

/**
 * Everything that a seller has here, as one file of several sheets: also for one that was suspended (Nghị định 248/2026/NĐ-CP asks for a tool by which sellers
 * take their data along). Of others nothing.
 */
export async function sellerWorkbook(ctx: Ctx): Promise<Workbook> {
  const { id } = await ownProducer(ctx)
  const all = new URLSearchParams()
  const lists = [
    await workbookOfList(ctx, orderList, all),
    await workbookOfList(ctx, shelfList, all),
    await workbookOfList(ctx, returnList, all),
    await workbookOfList(ctx, bankLineList, all),
  ]
  const [lines, money] = await Promise.all([selectSoldLines(ctx.db, id), selectMoneyLog(ctx.db, id)])
  return {
    sheets: [
      ...lists.flatMap(({ sheets }) => sheets),
      {
        name: words.lines,
        columns: [
          { key: 'code', header: words.code, kind: 'text' },
          { key: 'placedAt', header: words.placedAt, kind: 'datetime' },
          { key: 'product', header: words.product, kind: 'text' },
          { key: 'netContent', header: words.netContent, kind: 'text' },
          { key: 'unit', header: words.unit, kind: 'text' },
          { key: 'quantity', header: words.quantity, kind: 'decimal', total: 'sum' },
          { key: 'unitPriceVnd', header: words.unitPrice, kind: 'money' },
          { key: 'lineTotalVnd', header: words.lineTotal, kind: 'money', total: 'sum' },
          { key: 'certificate', header: words.certificate, kind: 'text' },
        ],
        rows: lines,
      },
      {
        name: words.money,
        columns: [
          { key: 'code', header: words.code, kind: 'text' },
          { key: 'at', header: words.at, kind: 'datetime' },
          { key: 'kind', header: words.kind, kind: 'text' },
          { key: 'amountVnd', header: words.amount, kind: 'money' },
          { key: 'reference', header: words.reference, kind: 'text' },
        ],
        rows: money.map(({ kind, ...row }) => ({ ...row, kind: words.kinds[kind as keyof typeof words.kinds] })),
      },
    ],
    source: { title: words.title, query: 'seller.data', version: '1', producedAt: ctx.now, filters: [] },
  }
}
