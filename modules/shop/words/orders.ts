import type { FulfilmentStatus, OrderMove, OrderQueue, OrderState, PaymentStatus, paymentsBeside } from '../rules.ts'
import type { Tone } from './tones.ts'

export const paymentWords = {
  awaiting: 'Chờ chuyển khoản',
  reported: 'Báo đã chuyển tiền',
  'to-confirm': 'Chờ người bán nhận đơn',
  'cash-due': 'Trả tiền khi nhận hàng',
  under: 'Chuyển thiếu, cần xử lý',
  paid: 'Đã nhận đủ tiền',
  over: 'Chuyển thừa, cần xử lý',
  unpaid: 'Không thanh toán',
  'to-settle': 'Đã trả, cần xử lý',
  refunded: 'Đã hoàn tiền',
} satisfies Record<PaymentStatus, string>

export const fulfilmentWords = {
  promised: 'Đặt trước, chờ có hàng',
  held: 'Đang giữ hàng',
  'handed-over': 'Đã giao hàng',
  returned: 'Hàng quay về',
  cancelled: 'Đã hủy',
  expired: 'Hết giờ giữ hàng',
} satisfies Record<FulfilmentStatus, string>

export const queueWords = {
  'to-confirm': 'Cần nhận đơn',
  'to-check': 'Cần đối chiếu tài khoản',
  'to-decide': 'Cần xử lý tiền',
  'to-hand-over': 'Cần giao hàng',
  'to-collect': 'Cần thu tiền',
  ahead: 'Đặt trước, chờ có hàng',
  waiting: 'Chờ người mua',
  finished: 'Đã xong',
} satisfies Record<OrderQueue, string>

/** Buyers have no account: the history calls whoever acted by the link, or placed the order, by this name. */
export const buyerName = 'Người mua'

export const moveWords = {
  place: 'Đặt hàng',
  allot: 'Đã có hàng, chia cho đơn',
  'run-short': 'Người bán báo thiếu hàng',
  'report-transfer': 'Người mua báo đã chuyển khoản',
  'confirm-cash': 'Người bán nhận đơn, thu tiền khi giao',
  'receive-part': 'Nhận một phần tiền',
  'receive-all': 'Nhận đủ tiền',
  'receive-more': 'Nhận thừa tiền',
  'receive-late': 'Nhận tiền khi đơn đã đóng',
  'close-unpaid': 'Đóng đơn chưa thanh toán',
  'close-reported': 'Đóng đơn báo đã chuyển nhưng không có tiền',
  'close-unconfirmed': 'Đóng đơn người bán chưa nhận',
  'close-cash': 'Đóng đơn chưa thu tiền',
  'close-with-money': 'Đóng đơn đã có tiền',
  'refund-part': 'Hoàn một phần tiền',
  'refund-all': 'Hoàn toàn bộ tiền',
  'refund-part-of-surplus': 'Hoàn một phần tiền thừa',
  'refund-surplus': 'Hoàn hết tiền thừa',
  'refund-recalled': 'Hoàn tiền hàng thu hồi',
  'refund-recalled-all': 'Hoàn toàn bộ tiền vì hàng thu hồi',
  'reopen-under': 'Mở lại đơn, còn thiếu tiền',
  'reopen-paid': 'Mở lại đơn đã đủ tiền',
  'reopen-over': 'Mở lại đơn thừa tiền',
  'hand-over': 'Giao hàng',
  'take-back': 'Người mua không nhận, hàng quay về',
  cancel: 'Hủy đơn',
  expire: 'Hết giờ giữ hàng',
  reopen: 'Mở lại đơn',
} satisfies Record<OrderMove, string>

/** Something is said of every combination that exists. */
type ByState<T> = { [F in FulfilmentStatus]: Record<(typeof paymentsBeside)[F][number], T> }
const look = <T>(table: ByState<T>, { payment, fulfilment }: OrderState): T | undefined =>
  (table[fulfilment] as Partial<Record<PaymentStatus, T>>)[payment]

const toSettle = 'Tiền của bạn đã đến khi đơn không còn giữ hàng. Người bán sẽ mở lại đơn hoặc hoàn tiền cho bạn.'
const refunded = 'Người bán đã hoàn tiền cho bạn. Đơn đã kết thúc.'
const sentences: ByState<string> = {
  promised: {
    awaiting: 'Bạn đặt trước; hàng chưa có. Hãy chuyển khoản trước khi hết giờ để giữ phần của bạn.',
    reported: 'Bạn đã báo chuyển khoản cho đơn đặt trước. Người bán đang đối chiếu tài khoản; phần của bạn được giữ.',
    under: 'Người bán nhận chưa đủ tiền của đơn đặt trước. Hãy chuyển nốt phần còn thiếu hoặc gọi người bán.',
    paid: 'Người bán đã nhận đủ tiền. Hàng chưa có: khi có, phần của bạn được chia theo thứ tự đặt và bạn được báo.',
    over: 'Người bán nhận thừa tiền và sẽ hoàn lại phần thừa; phần đặt trước của bạn vẫn được giữ.',
  },
  held: {
    awaiting: 'Hàng đang được giữ cho bạn. Hãy chuyển khoản trước khi hết giờ.',
    reported:
      'Bạn đã báo chuyển khoản. Người bán đang đối chiếu tài khoản; hàng được giữ cho bạn thêm ít ngày. Chỉ hủy đơn nếu bạn chưa chuyển tiền.',
    'to-confirm': 'Hàng đang được giữ cho bạn. Người bán sẽ gọi hoặc nhận đơn; bạn trả tiền khi nhận hàng, không phải chuyển khoản.',
    'cash-due': 'Người bán đã nhận đơn và đang chuẩn bị giao. Bạn trả tiền mặt khi nhận hàng.',
    under: 'Người bán nhận chưa đủ tiền. Hãy chuyển nốt phần còn thiếu hoặc gọi người bán.',
    paid: 'Người bán đã nhận đủ tiền và đang chuẩn bị giao hàng.',
    over: 'Người bán nhận thừa tiền và sẽ hoàn lại phần thừa; hàng vẫn được giữ cho bạn.',
  },
  'handed-over': {
    'cash-due': 'Hàng đã gửi đi. Bạn trả tiền mặt khi nhận hàng; đơn xong khi người bán nhận được tiền.',
    under: 'Người bán đã giao hàng và chấp nhận số tiền chuyển thiếu.',
    paid: 'Người bán đã nhận đủ tiền và đã giao hàng.',
    over: 'Người bán đã giao hàng và còn giữ tiền phải trả lại; bạn sẽ được hoàn lại.',
    refunded: 'Người bán đã giao hàng và sau đó hoàn toàn bộ tiền cho bạn.',
  },
  returned: {
    unpaid: 'Hàng đã quay về người bán vì chưa giao được. Đơn đã kết thúc, bạn không phải trả tiền.',
    'to-settle': toSettle,
    refunded,
  },
  cancelled: {
    unpaid: 'Đơn đã hủy. Bạn không phải trả tiền. Nếu đã lỡ chuyển, hãy gọi người bán: tiền đến vẫn được ghi nhận và trả lại.',
    'to-settle': toSettle,
    refunded,
  },
  expired: {
    unpaid: 'Đã hết giờ giữ hàng nên đơn không còn hiệu lực. Đừng chuyển khoản nữa; hãy đặt lại nếu bạn vẫn cần.',
    'to-settle': toSettle,
    refunded,
  },
}

const paidLater =
  'Bạn đặt trước; hàng chưa có, và bạn chưa phải trả gì. Khi có hàng, phần của bạn được chia theo thứ tự đặt và bạn được báo để chuyển khoản.'

/** Where an order stands, in one sentence for the buyer; `later`: it is paid once its goods are there. */
export function orderSentence(state: OrderState, { later = false }: { later?: boolean } = {}): string {
  if (later && state.payment === 'awaiting') return paidLater
  return look(sentences, state) ?? `${paymentWords[state.payment]}. ${fulfilmentWords[state.fulfilment]}.`
}

const money = <P extends PaymentStatus>(payment: P, tone: Tone) => ({ [payment]: { tone, words: paymentWords[payment] } }) as Record<P, Tag>
const goods = (fulfilment: FulfilmentStatus, tone: Tone): Tag => ({ tone, words: fulfilmentWords[fulfilment] })
type Tag = { tone: Tone; words: string }

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
    ...money('under', 'warn'),
    ...money('paid', 'good'),
    ...money('over', 'warn'),
  },
  'handed-over': {
    ...money('cash-due', 'water'),
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
export function orderTag(state: OrderState): Tag {
  return look(tags, state) ?? { tone: 'neutral', words: paymentWords[state.payment] }
}
