import type { orderActs, OrderAct } from '../acts.ts'
import type { PaymentStatus } from './order.ts'

/** A step of the payment, as the history of an order names it. Nobody decides it: the log of money and the state of the goods do. */
type PaymentStep = { from: readonly PaymentStatus[]; to: PaymentStatus; when: string }

const unsettled = ['awaiting', 'reported', 'to-confirm', 'cash-due', 'under'] as const
// After a recall everything may have gone back of an order that stays handed over.
const unpaid = [...unsettled, 'refunded'] as const
const settled = ['under', 'paid', 'over'] as const

export const paymentMoves = {
  'report-transfer': { from: ['awaiting'], to: 'reported', when: 'the buyer says that the money is on its way' },
  'confirm-cash': { from: ['to-confirm'], to: 'cash-due', when: 'the seller brings the goods, the money is paid when they arrive' },
  'receive-part': { from: unpaid, to: 'under', when: 'less than the total came' },
  'receive-on-account': { from: ['on-account'], to: 'on-account', when: 'a part of what is paid by the month came' },
  'receive-all': { from: [...unpaid, 'on-account'], to: 'paid', when: 'exactly the total came' },
  'receive-more': { from: [...unpaid, 'on-account', 'paid', 'over'], to: 'over', when: 'more than the total came' },
  'receive-late': { from: ['unpaid', 'to-settle', 'refunded'], to: 'to-settle', when: 'money came for a closed order' },
  'close-unpaid': { from: ['awaiting'], to: 'unpaid', when: 'the goods were given up, no money came' },
  'close-reported': { from: ['reported'], to: 'unpaid', when: 'the goods were given up, the reported money did not come' },
  'close-unconfirmed': { from: ['to-confirm'], to: 'unpaid', when: 'the goods were given up, the seller had not said that it brings them' },
  'close-cash': { from: ['cash-due'], to: 'unpaid', when: 'the goods were given up or came back, nothing was paid' },
  'close-account': { from: ['on-account'], to: 'unpaid', when: 'the goods were given up or came back before the bill of the month' },
  'close-with-money': {
    from: ['on-account', 'under', 'paid', 'over'],
    to: 'to-settle',
    when: 'the goods were given up, the seller has money',
  },
  'refund-part': { from: ['to-settle'], to: 'to-settle', when: 'less than what is kept went back' },
  'refund-all': { from: ['to-settle'], to: 'refunded', when: 'all that is kept went back' },
  'refund-part-of-surplus': { from: ['over'], to: 'over', when: 'less than the surplus went back' },
  'refund-surplus': { from: ['over'], to: 'paid', when: 'exactly the surplus went back' },
  'refund-recalled': {
    from: ['on-account', ...settled],
    to: 'under',
    when: 'money for recalled goods went back, some is kept for the others',
  },
  'refund-recalled-all': { from: ['on-account', ...settled], to: 'refunded', when: 'all that was paid for recalled goods went back' },
  'reopen-under': { from: ['to-settle'], to: 'under', when: 'the goods are held again, money is missing' },
  'reopen-on-account': {
    from: ['to-settle'],
    to: 'on-account',
    when: 'the goods are held again, the rest comes with the bill of the month',
  },
  'reopen-paid': { from: ['to-settle'], to: 'paid', when: 'the goods are held again, all money is there' },
  'reopen-over': { from: ['to-settle'], to: 'over', when: 'the goods are held again, the seller has too much' },
} as const satisfies Record<string, PaymentStep>
export type PaymentMove = keyof typeof paymentMoves

/** Acts that change where the goods are. */
export type FulfilmentMove = { [Name in OrderAct]: (typeof orderActs)[Name] extends { to: string } ? Name : never }[OrderAct]

/** What the platform says of what it did to an order. */
export type PlatformNote = { code: 'seller-suspended' } | { code: 'lot-recalled'; recall: string }

/** A line of an order's history. */
export type OrderMove = 'place' | 'run-short' | FulfilmentMove | PaymentMove

type Before = { before: PaymentStatus; after: PaymentStatus }

/** The name of a receipt, by where it leads. */
export function receiptMove({ after }: Pick<Before, 'after'>): PaymentMove {
  if (after === 'to-settle') return 'receive-late'
  if (after === 'on-account') return 'receive-on-account'
  return after === 'under' ? 'receive-part' : after === 'over' ? 'receive-more' : 'receive-all'
}

export function refundMove({ before, after }: Before): PaymentMove {
  if (before === 'to-settle') return after === 'refunded' ? 'refund-all' : 'refund-part'
  if (after === 'refunded') return 'refund-recalled-all'
  if (after === 'under') return 'refund-recalled'
  return after === 'paid' ? 'refund-surplus' : 'refund-part-of-surplus'
}

/** How the payment of an order ends whose goods are given up. */
const closing: Partial<Record<PaymentStatus, PaymentMove>> = {
  awaiting: 'close-unpaid',
  reported: 'close-reported',
  'to-confirm': 'close-unconfirmed',
  'cash-due': 'close-cash',
  'on-account': 'close-account',
}

export function closeMove({ before, after }: Before): PaymentMove {
  return (after === 'unpaid' && closing[before]) || 'close-with-money'
}

export function reopenMove({ after }: Pick<Before, 'after'>): PaymentMove {
  if (after === 'on-account') return 'reopen-on-account'
  return after === 'under' ? 'reopen-under' : after === 'over' ? 'reopen-over' : 'reopen-paid'
}
