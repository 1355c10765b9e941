import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'
import type { FulfilmentStatus, OrderMove, OrderQueue, OrderState, PaymentStatus, paymentsBeside } from '../rules.ts'
import type { Tone } from './tones.ts'

export const paymentWords = vi.payment satisfies Record<PaymentStatus, string>

export const fulfilmentWords = vi.fulfilment satisfies Record<FulfilmentStatus, string>

export const queueWords = {
  'to-confirm': 'Cần nhận đơn',
  'to-check': 'Cần đối chiếu tài khoản',
  'to-decide': 'Cần xử lý tiền',
  'to-hand-over': 'Cần giao hàng',
  'to-collect': 'Cần thu tiền',
  ahead: 'Đặt trước, chờ có hàng',
  'on-account': 'Chờ bảng kê tháng',
  waiting: 'Chờ người mua',
  finished: 'Đã xong',
} satisfies Record<OrderQueue, string>

/** Buyers have no account: the history calls whoever acted by the link, or placed the order, by this name. */
export const buyerName = vi.order.buyer
/** Whatever nobody did: a clock, a job. */
export const platformName = vi.order.platform

export const moveWords = vi.moves satisfies Record<OrderMove, string>

/** Something is said of every combination that exists. */
type ByState<T> = { [F in FulfilmentStatus]: Record<(typeof paymentsBeside)[F][number], T> }
const look = <T>(table: ByState<T>, { payment, fulfilment }: OrderState): T | undefined =>
  (table[fulfilment] as Partial<Record<PaymentStatus, T>>)[payment]

/** Of an order that was closed with money the same is said however it was closed. */
const closedWith = ({ toSettle, refunded }: BuyerWords['state']) => ({ 'to-settle': toSettle, refunded })

function sentencesIn({ state }: BuyerWords): ByState<string> {
  const owed = closedWith(state)
  return {
    promised: state.promised,
    held: state.held,
    'handed-over': state['handed-over'],
    returned: { ...state.returned, ...owed },
    cancelled: { ...state.cancelled, ...owed },
    expired: { ...state.expired, ...owed },
  }
}

/** Where an order stands, in one sentence for the buyer; `later`: it is paid once its goods are there. */
export function orderSentence(state: OrderState, words: BuyerWords = vi, { later = false }: { later?: boolean } = {}): string {
  if (later && state.payment === 'awaiting') return words.ahead.unpaid
  return look(sentencesIn(words), state) ?? `${words.payment[state.payment]}. ${words.fulfilment[state.fulfilment]}.`
}

const money = <P extends PaymentStatus>(payment: P, tone: Tone) => ({ [payment]: { tone, of: payment } as Tag }) as Record<P, Tag>
const goods = (fulfilment: FulfilmentStatus, tone: Tone): Tag => ({ tone, of: fulfilment })
type Tag = { tone: Tone; of: PaymentStatus | FulfilmentStatus }

const owed = { ...money('to-settle', 'bad'), ...money('refunded', 'neutral') }
const tags: ByState<Tag> = {
  promised: {
    ...money('awaiting', 'gold'),
    ...money('reported', 'water'),
    ...money('under', 'warn'),
    paid: goods('promised', 'water'),
    ...money('over', 'warn'),
  },
  held: {
    ...money('awaiting', 'gold'),
    ...money('reported', 'water'),
    ...money('to-confirm', 'gold'),
    ...money('cash-due', 'water'),
    ...money('on-account', 'water'),
    ...money('under', 'warn'),
    ...money('paid', 'good'),
    ...money('over', 'warn'),
  },
  'handed-over': {
    ...money('cash-due', 'water'),
    ...money('on-account', 'water'),
    ...money('under', 'warn'),
    paid: goods('handed-over', 'good'),
    ...money('over', 'warn'),
    ...money('refunded', 'neutral'),
  },
  returned: { unpaid: goods('returned', 'neutral'), ...owed },
  cancelled: { unpaid: goods('cancelled', 'neutral'), ...owed },
  expired: { unpaid: goods('expired', 'neutral'), ...owed },
}

/** The one word that matters most about an order: what became of the goods once that is settled, else where the money stands. */
export function orderTag(state: OrderState, { payment, fulfilment }: BuyerWords = vi): { tone: Tone; words: string } {
  const { tone, of } = look(tags, state) ?? { tone: 'neutral', of: state.payment }
  return { tone, words: { ...payment, ...fulfilment }[of] }
}
