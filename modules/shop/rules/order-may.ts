import { mayOf } from '@dacsan/decisions'
import type { Grant, Refused } from '@dacsan/decisions'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { orderActs } from '../acts.ts'
import type { OrderAct } from '../acts.ts'
import { refuseChange, refuseCut } from './order-changes.ts'
import { refuseMerge, refuseUnmerge } from './order-merge.ts'
import {
  refuseAllot,
  refuseCancel,
  refuseCash,
  refuseCashReceipt,
  refuseHandOver,
  refusePack,
  refuseRefund,
  refuseReopening,
  refuseReport,
  refuseRunShort,
  refuseTakeBack,
  refuseWeigh,
} from './order-decisions.ts'
import type { CancellingParty } from './order-decisions.ts'
import type { Order } from './order.ts'
import type { OrderMay, ShopRefusal } from './refusals.ts'

type Facts = { as: CancellingParty; today: PlainDate; recalledLots: readonly string[]; recalledVnd: Dong; packed?: boolean }

/** What the commands would answer before they see a form; acts that are not here are open wherever their row is. */
const rules: Partial<Record<OrderAct, (order: Order, facts: Facts) => Refused<ShopRefusal> | null>> = {
  'report-transfer': (order, { recalledLots }) => refuseReport(order, recalledLots),
  'confirm-cash': (order, { recalledLots }) => refuseCash(order, recalledLots),
  'receive-cash': refuseCashReceipt,
  'take-back': refuseTakeBack,
  allot: refuseAllot,
  'run-short': refuseRunShort,
  change: refuseChange,
  merge: refuseMerge,
  unmerge: refuseUnmerge,
  'cut-goods': (order, { recalledLots }) => refuseCut(order, recalledLots),
  cancel: (order, { as, today }) => refuseCancel(order, as, today),
  'hand-over': (order, { recalledLots }) => refuseHandOver(order, recalledLots),
  pack: (order, { recalledLots }) => refusePack(order, recalledLots),
  weigh: (order, { recalledLots, packed = false }) => refuseWeigh(order, { recalledLots, packed }),
  'refund-payment': (order, { recalledVnd }) => refuseRefund(order, recalledVnd),
  reopen: refuseReopening,
}

/** What somebody with these grants may do with an order as it stands. */
export function mayOfOrder(order: Order, grants: readonly Grant[], facts: Facts): OrderMay {
  const byState = mayOf(orderActs, order.fulfilment, grants)
  const answers = Object.entries(byState).map(([name, may]) => [
    name,
    may === true ? (rules[name as OrderAct]?.(order, facts)?.refusal ?? true) : may,
  ])
  return Object.fromEntries(answers) as OrderMay
}
