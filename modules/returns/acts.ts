import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type { OrderId } from '../shop/rules.ts'
import { photoUploadRefusals } from '../upload-refusals.ts'
import type { ReturnId } from './rules/ids.ts'

export const returnStatuses = ['open', 'accepted', 'refused', 'disputed', 'settled', 'ended'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

/** What whoever bought asks for: all the money, a part of it, other goods for these, what did not come, its money, or an answer alone. */
export const wishes = ['refund', 'part', 'exchange', 'rest', 'missing', 'answer'] as const
export type Wish = (typeof wishes)[number]

/** Who speaks in a case. */
export const sides = ['buyer', 'seller', 'office', 'clock'] as const
export type Side = (typeof sides)[number]

/** What became of goods that came back, and what was sent for them. */
export const goodsKinds = ['restocked', 'destroyed', 'sent'] as const
export type GoodsKind = (typeof goodsKinds)[number]

/** What subscribers hear of a case. */
export type ReturnMoved = { returnId: ReturnId; code: string; orderId: OrderId; producerId: ProducerId; side: Side }
const moved = carries<ReturnMoved>()

const buyer = { anyone: 'link' } as const
const seller = { producer: 'owner' } as const
const office = { 'trade-department': 'any' } as const
const running = ['open', 'accepted', 'refused', 'disputed'] as const
const closed = 'return-closed'

export const returnActs = nameActs('return', {
  ask: {
    by: buyer,
    event: 'return.asked',
    payload: moved,
    says: 'Người mua xin trả hàng, khiếu nại',
    refusals: [
      'request-key-reused',
      'too-many-attempts',
      'nothing-chosen',
      'not-delivered',
      'reason-closed',
      'wish-closed',
      'asked-before',
      'more-than-delivered',
      'too-many-photos',
      ...photoUploadRefusals,
    ],
  },
  say: { from: running, by: { ...buyer, ...seller }, event: 'return.said', payload: moved, says: 'Nhắn trong hồ sơ trả hàng', closed },
  acknowledge: {
    from: ['open'],
    by: seller,
    event: 'return.acknowledged',
    payload: moved,
    says: 'Người bán xác nhận đã nhận khiếu nại',
    closed,
    refusals: ['acknowledged-before'],
  },
  accept: {
    from: ['open', 'refused', 'disputed'],
    to: 'accepted',
    by: seller,
    event: 'return.accepted',
    payload: moved,
    says: 'Người bán đồng ý giải quyết khiếu nại, nhận trả hàng',
    closed,
    refusals: ['nothing-offered', 'answer-missing', 'nothing-comes-back', 'no-goods-named', 'refund-too-large'],
  },
  refuse: {
    from: ['open'],
    to: 'refused',
    by: seller,
    event: 'return.refused',
    payload: moved,
    says: 'Người bán từ chối khiếu nại',
    closed,
  },
  withdraw: {
    from: ['open', 'refused', 'disputed'],
    to: 'ended',
    by: buyer,
    event: 'return.withdrawn',
    payload: moved,
    says: 'Người mua rút khiếu nại',
    closed,
  },
  receive: {
    from: ['accepted'],
    by: seller,
    event: 'return.received',
    payload: moved,
    says: 'Nhận hàng trả lại của đơn',
    closed,
    refusals: [
      'request-key-reused',
      'order-open',
      'none-expected',
      'lot-of-other-order',
      'more-than-agreed',
      'more-than-sold',
      'note-missing',
    ],
  },
  send: {
    from: ['accepted'],
    by: seller,
    event: 'return.sent',
    payload: moved,
    says: 'Gửi hàng đổi, hàng bù',
    closed,
    refusals: ['request-key-reused', 'none-expected', 'lot-of-other-order', 'more-than-agreed', 'lot-not-sellable', 'not-enough'],
  },
  settle: {
    from: ['accepted'],
    to: 'settled',
    // The platform, once the money that went back is in the books.
    by: { ...seller, system: 'any' },
    event: 'return.settled',
    payload: moved,
    says: 'Khiếu nại xong: hàng, tiền, sổ khớp',
    closed,
    refusals: ['goods-open', 'money-open'],
  },
  'call-office': {
    from: ['open', 'refused'],
    to: 'disputed',
    by: { ...buyer, ...seller, system: 'any' },
    event: 'return.disputed',
    payload: moved,
    says: 'Đưa khiếu nại lên cơ quan',
    closed,
  },
  /** The seller accepted and does not do it: the office looks, the promise stands. */
  escalate: {
    from: ['accepted'],
    by: { ...buyer, ...seller, system: 'any' },
    event: 'return.escalated',
    payload: moved,
    says: 'Báo cơ quan việc trả hàng chưa xong',
    closed,
    refusals: ['at-office-before', 'not-late'],
  },
  'mark-late': {
    from: ['open'],
    by: { system: 'any' },
    event: 'return.late',
    payload: moved,
    says: 'Quá hạn trả lời khiếu nại',
    closed,
    refusals: ['marked-before', 'not-late'],
  },
  mediate: {
    from: ['accepted', 'disputed'],
    by: office,
    event: 'return.mediated',
    payload: moved,
    says: 'Cơ quan hòa giải: ý kiến, đề nghị',
    closed,
  },
  'decide-for': {
    from: ['disputed'],
    to: 'accepted',
    by: office,
    event: 'return.decided-for',
    payload: moved,
    says: 'Cơ quan kết luận: người mua đúng',
    closed,
    refusals: ['nothing-offered', 'answer-missing', 'nothing-comes-back', 'no-goods-named', 'refund-too-large'],
  },
  'decide-against': {
    from: ['disputed', 'accepted'],
    to: 'ended',
    by: office,
    event: 'return.decided-against',
    payload: moved,
    says: 'Cơ quan kết luận: không chấp nhận khiếu nại',
    closed,
    refusals: ['begun'],
  },
} as const satisfies ActRows<ReturnStatus>)
export type ReturnAct = keyof typeof returnActs

/** What a seller takes back beyond what the platform asks for. */
export const offerActs = nameActs('return-offer', {
  publish: {
    by: { producer: 'any' },
    event: 'return-offer.published',
    says: 'Công bố chính sách đổi trả của cơ sở',
    refusals: ['producer-missing', 'same-offer'],
  },
} as const satisfies ActRows)

export const returnActTables = [
  { says: 'Trả hàng, khiếu nại', statuses: returnStatuses, acts: returnActs },
  { says: 'Chính sách đổi trả của cơ sở', statuses: [], acts: offerActs },
] as const

/** A case belongs to the organisation of its seller, and to whoever holds the link of its order. */
export const tiesOfReturn = ({ organisationId, link = false }: { organisationId: OrganisationId | null; link?: boolean }): Ties => ({
  owner: organisationId,
  link,
})
