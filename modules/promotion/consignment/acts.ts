import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ActRows } from '../../identity/rules.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'
import type { ConsignmentId } from './rules/ids.ts'

export const consignmentStatuses = ['proposed', 'open', 'ended'] as const
export type ConsignmentStatus = (typeof consignmentStatuses)[number]
export const entryKinds = ['received', 'sold', 'cancelled', 'returned', 'lost', 'recalled'] as const
export type EntryKind = (typeof entryKinds)[number]
/** What the point writes itself; what a count does not find is missing. */
export const writtenCauses = ['spoiled', 'expired'] as const
export type LossCause = (typeof writtenCauses)[number] | 'missing'
export type NoteStatus = 'sent' | 'received'
export type NoteDirection = 'out' | 'back'
export type StatementStatus = 'open' | 'signed' | 'withdrawn'
export type Side = 'owner' | 'point'

export type ConsignmentMoved = { consignmentId: ConsignmentId; pointId: PointId; producerId: ProducerId }
const moved = carries<ConsignmentMoved>()

/** `owner` is whose goods they are; `assigned` works for whoever runs the point. */
const owner = { producer: 'owner' } as const
const keeper = { 'point-keeper': 'assigned' } as const
const both = { ...owner, ...keeper } as const
const closed = 'consignment-closed'

export const consignmentActs = nameActs('consignment', {
  propose: {
    by: { producer: 'any' },
    event: 'consignment.proposed',
    payload: moved,
    says: 'Đề nghị ký gửi',
    refusals: ['request-key-reused', 'producer-missing', 'point-not-recognised', 'consigned-before', 'terms-turned'],
  },
  revise: {
    from: ['proposed', 'open'],
    by: both,
    event: 'consignment.revised',
    payload: moved,
    says: 'Đề nghị bản hợp đồng ký gửi mới',
    closed,
    refusals: ['request-key-reused', 'proposal-open', 'terms-turned'],
  },
  agree: {
    from: ['proposed', 'open'],
    to: 'open',
    by: both,
    event: 'consignment.agreed',
    payload: moved,
    says: 'Đồng ý bản hợp đồng ký gửi',
    closed,
    refusals: ['nothing-to-agree', 'own-proposal'],
  },
  end: {
    from: ['proposed', 'open'],
    to: 'ended',
    by: both,
    event: 'consignment.ended',
    payload: moved,
    says: 'Kết thúc ký gửi',
    closed,
    refusals: ['goods-left', 'not-settled'],
  },
  send: {
    from: ['open'],
    by: owner,
    event: 'consignment.sent',
    payload: moved,
    says: 'Xuất hàng ký gửi',
    closed,
    refusals: [
      'request-key-reused',
      'terms-missing',
      'nothing-chosen',
      'not-enough',
      'lot-not-sellable',
      'vat-unknown',
      'point-not-recognised',
    ],
  },
  'send-back': {
    from: ['open'],
    by: keeper,
    event: 'consignment.sent-back',
    payload: moved,
    says: 'Trả hàng ký gửi',
    closed,
    refusals: ['request-key-reused', 'terms-missing', 'nothing-chosen', 'not-enough'],
  },
  receive: {
    from: ['open'],
    by: both,
    event: 'consignment.received',
    payload: moved,
    says: 'Xác nhận nhận hàng ký gửi',
    closed,
    refusals: ['note-received', 'other-side-receives', 'minute-missing', 'more-than-sent'],
  },
  sell: {
    from: ['open'],
    by: keeper,
    event: 'consignment.sold',
    payload: moved,
    says: 'Bán hàng ký gửi tại quầy',
    closed,
    refusals: ['request-key-reused', 'terms-missing', 'not-enough', 'lot-not-sellable', 'price-changed'],
  },
  'cancel-sale': {
    from: ['open'],
    by: keeper,
    event: 'consignment.sale-cancelled',
    payload: moved,
    says: 'Hủy lần bán ghi nhầm',
    closed,
    refusals: ['settled-before', 'not-a-sale'],
  },
  lose: {
    from: ['open'],
    by: keeper,
    event: 'consignment.lost',
    payload: moved,
    says: 'Ghi hàng ký gửi hỏng, hết hạn',
    closed,
    refusals: ['request-key-reused', 'terms-missing', 'not-enough', 'not-expired'],
  },
  settle: {
    from: ['open'],
    by: keeper,
    event: 'consignment.counted',
    payload: moved,
    says: 'Kiểm kê, lập bảng đối chiếu ký gửi',
    closed,
    refusals: [
      'request-key-reused',
      'terms-missing',
      'statement-open',
      'note-open',
      'count-missing',
      'more-than-book',
      'note-missing',
      'nothing-to-settle',
    ],
  },
  sign: {
    from: ['open'],
    by: both,
    event: 'consignment.signed',
    payload: moved,
    says: 'Ký bảng đối chiếu ký gửi',
    closed,
    refusals: ['statement-closed'],
  },
  'withdraw-statement': {
    from: ['open'],
    by: both,
    event: 'consignment.statement-withdrawn',
    payload: moved,
    says: 'Rút bảng đối chiếu chưa đủ chữ ký',
    closed,
    refusals: ['statement-closed'],
  },
} as const satisfies ActRows<ConsignmentStatus>)
export type ConsignmentAct = keyof typeof consignmentActs
export const consignmentActTables = [{ says: 'Ký gửi', statuses: consignmentStatuses, acts: consignmentActs }] as const
