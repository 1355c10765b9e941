import type { LineState } from '@dacsan/bank-statements'
import type { Planned } from '../lines/plan-lines.ts'
import { isBookedByItself } from './judge-lines.ts'

/** What a line of a statement will be, for whoever looks at it before it is taken. */
export type PreviewMark = 'known' | 'recorded-before' | LineState
/** In which of the sums above the table a line stands. */
export type PreviewSum = 'exact' | 'open' | 'outgoing' | 'known'

function sumOf(one: Planned): PreviewSum {
  if (one.fate !== 'new' || one.recordedBefore) return 'known'
  if (one.state === 'outgoing') return 'outgoing'
  return isBookedByItself(one) ? 'exact' : 'open'
}

const markOf = (one: Planned): PreviewMark => (one.fate !== 'new' ? 'known' : one.recordedBefore ? 'recorded-before' : one.state)

/** The lines as a page shows them, what needs a look first, and how many of each there are. */
export function previewOf(plan: readonly Planned[]) {
  const lines = plan.map((one) => ({
    at: one.line.at,
    amountVnd: one.line.direction === 'out' ? -one.line.amount : one.line.amount,
    content: one.line.content,
    code: one.fate === 'new' ? one.code : null,
    mark: markOf(one),
    sum: sumOf(one),
  }))
  const order: readonly PreviewSum[] = ['open', 'exact', 'outgoing', 'known']
  const sums = order.map((sum) => ({ sum, count: lines.filter((one) => one.sum === sum).length }))
  return {
    lines: lines.toSorted((a, b) => order.indexOf(a.sum) - order.indexOf(b.sum)),
    sums: sums.filter(({ count }) => count > 0),
    fresh: plan.filter(({ fate }) => fate === 'new').length,
  }
}
