import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { relationsBegunAt } from '../buyers/begun-at-fair.ts'
import { selectCosts, selectResults, selectSales, selectVisits } from './books.store.ts'
import type { StandDay, StandResult } from './books.store.ts'
import { findFair } from './read-fair.ts'
import type { FairId } from './rules/ids.ts'
import { selectChosen } from './application.store.ts'

const amountOf = ({ cashVnd, transferVnd, orderVnd }: StandDay) => cashVnd + transferVnd + orderVnd
const sum = <T>(rows: readonly T[], amount: (row: T) => number) => rows.reduce((total, row) => total + amount(row), 0)

/** What stands in the books of a fair, each figure with how it is known. */
export async function booksOf(db: ReadDb, fairId: FairId) {
  const [sales, visits, costs, results] = await Promise.all([
    selectSales(db, fairId),
    selectVisits(db, fairId),
    selectCosts(db, fairId),
    selectResults(db, fairId),
  ])
  const spentVnd = sum(costs, ({ supportedVnd }) => supportedVnd)
  return {
    sales: sales.map((row) => ({ ...row, amountVnd: amountOf(row), isMeasured: row.knownBy === 'measured' })),
    visits,
    costs,
    results,
    totals: {
      salesVnd: sum(sales, amountOf),
      measuredVnd: sum(
        sales.filter(({ knownBy }) => knownBy === 'measured'),
        amountOf,
      ),
      recordedVnd: sum(
        sales.filter(({ knownBy }) => knownBy === 'recorded'),
        amountOf,
      ),
      // Counted by the shop as well: whoever adds both up takes it off once.
      shopVnd: sum(sales, ({ shopVnd }) => shopVnd),
      visits: sum(visits, (row) => row.visits),
      isEstimate: visits.some(({ countedBy }) => countedBy === 'estimate'),
      priceVnd: sum(costs, ({ priceVnd }) => priceVnd),
      spentVnd,
    },
    after: [...Map.groupBy(results, ({ afterDays }) => afterDays)].map(([days, rows]) => afterOf(days, rows, spentVnd)),
  }
}

/** What came of it after so many days, beside the money that was spent. */
function afterOf(days: number, rows: readonly StandResult[], spentVnd: number) {
  const earned = sum(rows, ({ contractVnd, salesVnd }) => contractVnd + salesVnd)
  return {
    days,
    stands: rows.length,
    contracts: sum(rows, ({ contracts }) => contracts),
    contractVnd: sum(rows, ({ contractVnd }) => contractVnd),
    salesVnd: sum(rows, ({ salesVnd }) => salesVnd),
    spentVnd,
    /** Đồng for each đồng of support, in tenths; null where nothing was spent. */
    perDong: spentVnd === 0 ? null : Math.round((earned / spentVnd) * 10) / 10,
  }
}

/** The report of a fair, as a page and as a paper. */
export async function findReport(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, fairId: FairId) {
  const view = await findFair(ctx, fairId)
  const { opensOn, closesOn } = view.fair
  const [books, chosen, { value: afterDays }] = await Promise.all([
    booksOf(ctx.db, fairId),
    selectChosen(ctx.db, { fairId }),
    ruleOn(ctx.db, 'fair.result-days', opensOn),
  ])
  const begun = await relationsBegunAt(ctx, { fairId, closesOn, today: dateInVietnam(ctx.now), afterDays })
  const present = view.applications.filter(({ isConfirmed }) => isConfirmed)
  const ids = new Set<string>(present.map(({ id }) => id))
  return {
    ...view,
    ...books,
    begun,
    figures: {
      units: present.length,
      absent: view.applications.filter(({ isAbsent }) => isAbsent).length,
      substitutes: view.applications.filter(({ substituteFor }) => substituteFor !== null).length,
      products: chosen.filter(({ applicationId }) => ids.has(applicationId)).length,
    },
    best: [...Map.groupBy(books.sales, ({ applicationId }) => applicationId).values()]
      .map((rows) => ({
        producerName: rows[0]!.producerName,
        standNumber: rows[0]!.standNumber,
        amountVnd: sum(rows, (row) => row.amountVnd),
      }))
      .toSorted((a, b) => b.amountVnd - a.amountVnd)
      .slice(0, 5),
  }
}
export type FairReport = Awaited<ReturnType<typeof findReport>>
