import type { Outcome } from '@dacsan/decisions'
import type { Workbook } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { billAges } from '../rules/bill.ts'
import { billAgeWords, debtsPage as words } from '../words/bills.ts'
import { ownDebts } from './find-bills.ts'
import type { Debts } from './find-bills.ts'

/** Who owes what, to add up again in a spreadsheet: the rows of the page, and the bills behind them. */
export async function printDebts(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  return drawAnew(ctx, { kind: 'workbook-xlsx', workbook: workbookOf(await ownDebts(ctx), ctx.now) })
}

function workbookOf({ seller, today, debts, bills }: Debts, producedAt: Date): Workbook {
  const money = (key: string, header: string) => ({ key, header, kind: 'money' as const, total: 'sum' as const })
  return {
    sheets: [
      {
        name: words.heading.slice(0, 31),
        columns: [
          { key: 'name', header: words.buyer, kind: 'text', total: 'count' },
          { key: 'phone', header: words.phone, kind: 'text' },
          { key: 'since', header: words.since, kind: 'date' },
          ...billAges.map((age) => money(age, billAgeWords[age])),
          money('unbilledVnd', words.unbilled),
          money('owesVnd', words.owes),
        ],
        rows: debts.map(({ name, phone, since, ages, unbilledVnd, owesVnd }) => ({ name, phone, since, ...ages, unbilledVnd, owesVnd })),
      },
      {
        name: words.bills,
        columns: [
          { key: 'buyer', header: words.buyer, kind: 'text', total: 'count' },
          { key: 'code', header: words.billCode, kind: 'text' },
          { key: 'dueOn', header: words.dueOn, kind: 'date' },
          money('totalVnd', words.asked),
          money('receivedVnd', words.received),
          money('reducedVnd', words.reduced),
          money('openVnd', words.owes),
        ],
        rows: bills.map(({ buyerName, code, dueOn, totalVnd, receivedVnd, reducedVnd, openVnd }) => ({
          buyer: buyerName,
          code,
          dueOn,
          totalVnd,
          receivedVnd,
          reducedVnd,
          openVnd,
        })),
      },
    ],
    source: {
      title: `${words.heading}: ${seller}`,
      query: 'shop.debts',
      version: '1',
      producedAt,
      filters: [{ label: words.day, value: formatDate(today) }],
      notes: [words.lead],
    },
  }
}
