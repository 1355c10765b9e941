import type { FulfilmentStatus } from '../acts.ts'
import type { OrderState, PaymentStatus, paymentsBeside } from './order.ts'

/** What happens next with an order, as its buyer is told. */
export const nextSteps = [
  'transfer',
  'look-at-account',
  'take-order',
  'bring-for-cash',
  'transfer-rest',
  'make-goods',
  'wait-to-pay',
  'pay-by-month',
  'pack',
  'hand-over',
  'pay-at-door',
  'check-goods',
  'give-back-money',
  'settle-money',
  'order-again',
  'nothing',
] as const
export type NextStepName = (typeof nextSteps)[number]
export type Doer = 'buyer' | 'seller' | 'nobody'
/** `until`: by which clock it is to be done; null where no clock runs. */
export type NextStep = { step: NextStepName; by: Doer; until: 'hold' | null }

type ByState = { [F in FulfilmentStatus]: Record<(typeof paymentsBeside)[F][number], NextStep> }

const buyer = (step: NextStepName, until: NextStep['until'] = null): NextStep => ({ step, by: 'buyer', until })
const seller = (step: NextStepName, until: NextStep['until'] = null): NextStep => ({ step, by: 'seller', until })
const ended = (step: 'order-again' | 'nothing'): NextStep => ({ step, by: 'nobody', until: null })
const closedWithMoney = { 'to-settle': seller('settle-money'), refunded: ended('nothing') }

const byState: ByState = {
  promised: {
    awaiting: buyer('transfer', 'hold'),
    reported: seller('look-at-account', 'hold'),
    under: buyer('transfer-rest'),
    paid: seller('make-goods'),
    over: seller('give-back-money'),
  },
  held: {
    awaiting: buyer('transfer', 'hold'),
    reported: seller('look-at-account', 'hold'),
    'to-confirm': seller('take-order', 'hold'),
    'cash-due': seller('bring-for-cash'),
    'on-account': seller('pack'),
    under: buyer('transfer-rest'),
    paid: seller('pack'),
    over: seller('give-back-money'),
  },
  'handed-over': {
    'cash-due': buyer('pay-at-door'),
    'on-account': buyer('pay-by-month'),
    under: buyer('check-goods'),
    paid: buyer('check-goods'),
    over: seller('give-back-money'),
    refunded: ended('nothing'),
  },
  returned: { unpaid: ended('order-again'), ...closedWithMoney },
  cancelled: { unpaid: ended('order-again'), ...closedWithMoney },
  expired: { unpaid: ended('order-again'), ...closedWithMoney },
}

/** Who has to do what now. What lies in its parcel is packed no more: it is handed over. `later`: it is paid once its goods are there. */
export function nextStepOf({ payment, fulfilment }: OrderState, { packed, later = false }: { packed: boolean; later?: boolean }): NextStep {
  if (later && fulfilment === 'promised' && payment === 'awaiting') return seller('wait-to-pay')
  const next = (byState[fulfilment] as Partial<Record<PaymentStatus, NextStep>>)[payment] ?? ended('nothing')
  return packed && next.step === 'pack' ? seller('hand-over') : next
}
