import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { rulesKnownOn } from '../../law/index.ts'
import { findAgreedBuyer, selectAccounts } from '../../shop/index.ts'
import type { AgreedBuyerId } from '../../shop/rules.ts'
import { ownSeller } from '../policy.ts'
import { openOf, rowOf, shareOf, sumRows } from '../rules/statement.ts'

/** `buyerId`: of one whom the seller sells to by agreement. */
export type Period = { from: PlainDate; to: PlainDate; buyerId?: AgreedBuyerId }
export type PeriodRefusal = { code: 'period-backwards' }

const taxRates = ['tax.goods-vat-percent', 'tax.goods-income-percent'] as const

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Midnight in Việt Nam, which has kept UTC+7 without summer time since 1975. */
const midnight = (date: PlainDate): Date => new Date(`${date}T00:00:00+07:00`)

/** What the orders of the asking seller came to in a period, both days with it, and what the law says of taxes on its last day. */
export async function findStatement(ctx: Reader, { from, to, buyerId }: Period): Promise<Outcome<Statement, PeriodRefusal>> {
  const seller = await ownSeller(ctx)
  if (from > to) return refuse('period-backwards')
  // Another seller's buyer is not there.
  const buyer = buyerId ? (await findAgreedBuyer(ctx, buyerId)).buyer : null
  return done(await readStatement(ctx, seller, { from, to, buyer }))
}

async function readStatement(
  ctx: Reader,
  { producerId, name }: Awaited<ReturnType<typeof ownSeller>>,
  { from, to, buyer }: Period & { buyer: { id: AgreedBuyerId; name: string } | null },
) {
  const span = { from: midnight(from), to: midnight(addDays(to, 1)) }
  const [accounts, law] = await Promise.all([
    selectAccounts(ctx.db, producerId, { ...span, ...(buyer && { buyerId: buyer.id }) }),
    rulesKnownOn(ctx.db, [...taxRates, 'tax.exempt-revenue-vnd'], to),
  ])
  const rows = accounts.map((account) => rowOf(account, span))
  const sums = sumRows(rows)
  const taxes = taxRates.map((topic) => {
    const rule = law[topic]
    return { topic, on: to, known: rule && { rule, estimateVnd: shareOf(sums.revenueVnd, rule.value) } }
  })
  return {
    seller: name,
    buyer: buyer && { id: buyer.id, name: buyer.name },
    from,
    to,
    rows,
    sums,
    open: openOf(rows),
    taxes,
    exempt: { on: to, rule: law['tax.exempt-revenue-vnd'] },
  }
}
export type Statement = Awaited<ReturnType<typeof readStatement>>
