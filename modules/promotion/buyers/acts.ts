import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ActRows } from '../../identity/rules.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { EnquiryId, MatchingSessionId, RelationId } from './rules/ids.ts'
import { stages } from './rules/stages.ts'
import type { Stage } from './rules/stages.ts'

export const enquiryStatuses = ['open', 'introduced', 'closed'] as const
export type EnquiryStatus = (typeof enquiryStatuses)[number]
export const sessionStatuses = ['planned', 'allotted', 'held', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

export type EnquiryMoved = { enquiryId: EnquiryId; code: string }
export type RelationMoved = { relationId: RelationId; enquiryId: EnquiryId; producerId: ProducerId }
export type SessionMoved = { sessionId: MatchingSessionId; name: string }
const enquiry = carries<EnquiryMoved>()
const relation = carries<RelationMoved>()
const session = carries<SessionMoved>()

const office = { 'trade-department': 'any' } as const

export const enquiryActs = nameActs('buyer-enquiry', {
  ask: {
    by: { anyone: 'any' },
    event: 'buyer-enquiry.asked',
    payload: enquiry,
    says: 'Gửi nhu cầu mua',
    refusals: ['too-many-requests', 'product-unknown', 'contact-missing'],
  },
  introduce: {
    from: ['open', 'introduced'],
    to: 'introduced',
    by: office,
    event: 'buyer-enquiry.introduced',
    payload: enquiry,
    says: 'Giới thiệu chủ thể cho bên mua',
    closed: 'enquiry-closed',
    refusals: ['producer-missing', 'producer-unknown', 'fair-unknown'],
  },
  close: {
    from: ['open', 'introduced'],
    to: 'closed',
    by: { ...office, 'trade-office': 'owner' },
    event: 'buyer-enquiry.closed',
    payload: enquiry,
    says: 'Đóng nhu cầu mua',
    closed: 'enquiry-closed',
  },
} as const satisfies ActRows<EnquiryStatus>)
export type EnquiryAct = keyof typeof enquiryActs

const going = ['introduced', 'sample', 'quote', 'mou', 'contract', 'first-delivery', 'repeat'] as const
/** Both sides and the office between them; the buyer's side is `assigned` where it has an account. */
const sides = { producer: 'owner', 'trade-office': 'assigned', 'trade-department': 'any' } as const
const closed = 'relation-ended'

export const relationActs = nameActs('buyer-relation', {
  offer: {
    from: going,
    by: { producer: 'owner' },
    event: 'buyer-relation.offered',
    payload: relation,
    says: 'Chào hàng cho bên mua',
    closed,
    refusals: ['pack-unknown', 'goods-missing', 'price-missing', 'valid-before'],
  },
  'share-papers': {
    from: going,
    by: { producer: 'owner' },
    event: 'buyer-relation.papers-shared',
    payload: relation,
    says: 'Gửi bộ giấy tờ cho bên mua',
    closed,
    refusals: ['own-papers-in-work', 'too-many-papers', 'paper-took-too-long', 'nothing-to-share'],
  },
  advance: {
    from: going,
    by: sides,
    event: 'buyer-relation.advanced',
    payload: relation,
    says: 'Ghi bước kết nối',
    closed,
    refusals: [
      'step-not-allowed',
      'day-in-future',
      'day-before-last',
      'parties-missing',
      'proof-missing',
      'term-missing',
      'value-missing',
      'band-turned',
      'sum-missing',
      'end-reason-missing',
      ...uploadRefusals,
    ],
  },
  /** Open to the end: what is wrong is taken back, an end too. */
  correct: {
    from: stages,
    by: sides,
    event: 'buyer-relation.corrected',
    payload: relation,
    says: 'Đính chính bước kết nối',
    closed,
    refusals: ['nothing-to-correct', 'step-changed', 'step-of-other-side'],
  },
  confirm: {
    from: stages,
    by: { producer: 'owner', 'trade-office': 'assigned', anyone: 'link' },
    event: 'buyer-relation.confirmed',
    payload: relation,
    says: 'Xác nhận bước kết nối',
    closed,
    refusals: ['step-missing', 'own-step'],
  },
} as const satisfies ActRows<Stage>)
export type RelationAct = keyof typeof relationActs

export const sessionActs = nameActs('matching-session', {
  plan: {
    by: office,
    event: 'matching-session.planned',
    payload: session,
    says: 'Lập phiên kết nối',
    refusals: ['fair-unknown'],
  },
  wish: {
    from: ['planned', 'allotted'],
    by: office,
    event: 'matching-session.wished',
    payload: session,
    says: 'Ghi cặp muốn gặp',
    closed: 'session-closed',
    refusals: ['enquiry-unknown', 'producer-missing', 'producer-unknown'],
  },
  allot: {
    from: ['planned', 'allotted'],
    to: 'allotted',
    by: office,
    event: 'matching-session.allotted',
    payload: session,
    says: 'Xếp lượt gặp',
    closed: 'session-closed',
    refusals: ['no-wishes'],
  },
  move: {
    from: ['allotted'],
    by: office,
    event: 'matching-session.moved',
    payload: session,
    says: 'Dời lượt gặp',
    closed: 'session-closed',
    refusals: ['slot-outside', 'table-taken', 'buyer-busy', 'producer-busy', 'pair-unknown', 'slot-noted'],
  },
  note: {
    from: ['allotted', 'held'],
    by: office,
    event: 'matching-session.noted',
    payload: session,
    says: 'Ghi kết quả lượt gặp',
    closed: 'session-closed',
    refusals: ['before-session', 'pair-unknown'],
  },
  finish: {
    from: ['allotted'],
    to: 'held',
    by: office,
    event: 'matching-session.held',
    payload: session,
    says: 'Kết thúc phiên kết nối',
    closed: 'session-closed',
    refusals: ['before-session'],
  },
  cancel: {
    from: ['planned', 'allotted'],
    to: 'cancelled',
    by: office,
    event: 'matching-session.cancelled',
    payload: session,
    says: 'Hủy phiên kết nối',
    closed: 'session-closed',
  },
} as const satisfies ActRows<SessionStatus>)
export type SessionAct = keyof typeof sessionActs

export const buyerActTables = [
  { says: 'Nhu cầu mua', statuses: enquiryStatuses, acts: enquiryActs },
  { says: 'Kết nối bên mua với chủ thể', statuses: stages, acts: relationActs },
  { says: 'Phiên kết nối', statuses: sessionStatuses, acts: sessionActs },
] as const
