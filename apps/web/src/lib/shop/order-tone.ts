import type { FulfilmentStatus, PaymentStatus } from '@dacsan/modules/shop/rules'
import { fulfilmentWords, paymentWords } from '@dacsan/modules/shop/words'

type Tone = 'neutral' | 'water' | 'good' | 'warn' | 'bad' | 'gold'

const paymentTones: Record<PaymentStatus, Tone> = {
  awaiting: 'gold',
  reported: 'water',
  under: 'warn',
  paid: 'good',
  over: 'warn',
  unpaid: 'neutral',
  'to-settle': 'bad',
  refunded: 'neutral',
}

type State = { payment: PaymentStatus; fulfilment: FulfilmentStatus }

/** The one word that matters most about an order: what became of the goods once that is settled, else where the money stands. */
export function orderTag({ payment, fulfilment }: State): { tone: Tone; words: string } {
  const settled = fulfilment !== 'held' && (payment === 'paid' || payment === 'unpaid')
  if (settled) return { tone: fulfilment === 'handed-over' ? 'good' : 'neutral', words: fulfilmentWords[fulfilment] }
  return { tone: paymentTones[payment], words: paymentWords[payment] }
}
