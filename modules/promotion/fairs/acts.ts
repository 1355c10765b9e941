import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../../identity/rules.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'

export const fairStatuses = ['draft', 'open', 'closed', 'allotted', 'running', 'ended', 'reported', 'cancelled'] as const
export type FairStatus = (typeof fairStatuses)[number]

export const applicationStatuses = [
  'open',
  'withdrawn',
  'allotted',
  'waiting',
  'refused',
  'confirmed',
  'declined',
  'lapsed',
  'absent',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** How a sale is known: the stand says so itself, or somebody counted. */
export const saleSources = ['self-declared', 'measured'] as const
export type SaleSource = (typeof saleSources)[number]
/** The same, or each sale was written down as it was made (`stand-sales`). */
export type SaleKnown = SaleSource | 'recorded'
export const visitMethods = ['gate', 'camera', 'estimate'] as const
export type VisitMethod = (typeof visitMethods)[number]

export type FairMoved = { fairId: FairId; name: string }
export type ApplicationMoved = { applicationId: FairApplicationId; fairId: FairId; producerId: ProducerId }
const fair = carries<FairMoved>()
const moved = carries<ApplicationMoved>()

const office = { 'trade-department': 'any' } as const
const either = { producer: 'owner', 'trade-department': 'any' } as const
const closed = 'fair-closed'
const planned = ['draft', 'open', 'closed', 'allotted', 'running'] as const

export const fairActs = nameActs('fair', {
  create: {
    by: office,
    event: 'fair.created',
    payload: fair,
    says: 'Lập hội chợ',
    refusals: ['request-key-reused', 'days-turned', 'apply-after-opening', 'kinds-missing'],
  },
  change: {
    from: ['draft', 'open'],
    by: office,
    event: 'fair.changed',
    payload: fair,
    says: 'Sửa thông tin hội chợ',
    closed,
    refusals: ['days-turned', 'apply-after-opening', 'kinds-missing', 'change-too-late', 'kind-in-use'],
  },
  open: {
    from: ['draft'],
    to: 'open',
    by: office,
    event: 'fair.opened',
    payload: fair,
    says: 'Mở đăng ký gian hàng',
    closed,
    refusals: ['apply-over'],
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: { ...office, system: 'any' },
    event: 'fair.closed',
    payload: fair,
    says: 'Đóng đăng ký gian hàng',
    closed,
    refusals: ['apply-not-over'],
  },
  allot: {
    from: ['closed'],
    to: 'allotted',
    by: office,
    event: 'fair.allotted',
    payload: fair,
    says: 'Công bố kết quả phân gian',
    closed,
    final: true,
    refusals: ['preview-old', 'no-applications'],
  },
  'draw-plan': {
    from: planned,
    by: office,
    event: 'fair.plan-changed',
    payload: fair,
    says: 'Sửa sơ đồ gian hàng',
    closed,
    refusals: ['plan-unreadable', 'number-twice', 'stands-overlap', 'stand-held', 'number-printed'],
  },
  'print-plan': {
    from: ['allotted', 'running'],
    by: office,
    event: 'fair.plan-printed',
    payload: fair,
    says: 'In sơ đồ gian hàng, giữ số gian',
    closed,
    refusals: ['plan-missing', 'printed-before'],
  },
  place: {
    from: ['allotted', 'running'],
    by: office,
    event: 'fair.stand-given',
    payload: fair,
    says: 'Xếp gian hàng',
    closed,
    refusals: ['stand-taken', 'not-allotted'],
  },
  begin: {
    from: ['allotted'],
    to: 'running',
    by: office,
    event: 'fair.begun',
    payload: fair,
    says: 'Hội chợ khai mạc',
    closed,
    refusals: ['before-opening'],
  },
  'count-visits': {
    from: ['running', 'ended'],
    by: office,
    event: 'fair.visits-counted',
    payload: fair,
    says: 'Ghi lượt khách hội chợ',
    closed,
    refusals: ['day-outside'],
  },
  end: {
    from: ['running'],
    to: 'ended',
    by: office,
    event: 'fair.ended',
    payload: fair,
    says: 'Hội chợ bế mạc',
    closed,
    refusals: ['before-closing'],
  },
  report: {
    from: ['ended'],
    to: 'reported',
    by: office,
    event: 'fair.reported',
    payload: fair,
    says: 'Báo cáo kết quả hội chợ',
    closed,
  },
  cancel: {
    from: ['draft', 'open', 'closed', 'allotted'],
    to: 'cancelled',
    by: office,
    event: 'fair.cancelled',
    payload: fair,
    says: 'Hủy hội chợ',
    closed,
  },
} as const satisfies ActRows<FairStatus>)
export type FairAct = keyof typeof fairActs

const ended = 'application-closed'

export const fairApplicationActs = nameActs('fair-application', {
  apply: {
    by: { producer: 'any', 'trade-department': 'any' },
    event: 'fair-application.made',
    payload: moved,
    says: 'Đăng ký gian hàng',
    refusals: ['request-key-reused', 'applied-before', 'call-over', 'producer-missing', 'product-of-other', 'kind-unknown'],
  },
  change: {
    from: ['open'],
    by: either,
    event: 'fair-application.changed',
    payload: moved,
    says: 'Sửa đăng ký gian hàng',
    closed: ended,
    refusals: ['call-over', 'product-of-other', 'kind-unknown'],
  },
  withdraw: {
    from: ['open'],
    to: 'withdrawn',
    by: either,
    event: 'fair-application.withdrawn',
    payload: moved,
    says: 'Rút đăng ký gian hàng',
    closed: ended,
  },
  confirm: {
    from: ['allotted'],
    to: 'confirmed',
    by: either,
    event: 'fair-application.confirmed',
    payload: moved,
    says: 'Xác nhận nhận gian hàng',
    closed: ended,
    refusals: ['confirm-over', 'fair-over'],
  },
  decline: {
    from: ['allotted', 'waiting', 'confirmed'],
    to: 'declined',
    by: either,
    event: 'fair-application.declined',
    payload: moved,
    says: 'Từ chối gian hàng',
    closed: ended,
    refusals: ['fair-over'],
  },
  lapse: {
    from: ['allotted'],
    to: 'lapsed',
    by: { ...office, system: 'any' },
    event: 'fair-application.lapsed',
    payload: moved,
    says: 'Quá hạn xác nhận gian hàng',
    closed: ended,
    refusals: ['confirm-not-over'],
  },
  offer: {
    from: ['waiting'],
    to: 'allotted',
    by: { ...office, system: 'any' },
    event: 'fair-application.offered',
    payload: moved,
    says: 'Mời từ danh sách chờ',
    closed: ended,
    refusals: ['no-place-free', 'fair-over'],
  },
  appeal: {
    from: ['waiting', 'refused'],
    by: { producer: 'owner' },
    event: 'fair-application.appealed',
    payload: moved,
    says: 'Khiếu nại kết quả phân gian',
    closed: ended,
    refusals: ['appeal-over', 'appealed-before'],
  },
  'grant-appeal': {
    from: ['waiting', 'refused'],
    to: 'waiting',
    by: office,
    event: 'fair-application.appeal-granted',
    payload: moved,
    says: 'Chấp nhận khiếu nại phân gian: đứng đầu danh sách chờ',
    closed: ended,
    refusals: ['nothing-to-answer'],
  },
  'reject-appeal': {
    from: ['waiting', 'refused'],
    by: office,
    event: 'fair-application.appeal-rejected',
    payload: moved,
    says: 'Không chấp nhận khiếu nại phân gian',
    closed: ended,
    refusals: ['nothing-to-answer'],
  },
  'mark-absent': {
    from: ['confirmed'],
    to: 'absent',
    by: office,
    event: 'fair-application.absent',
    payload: moved,
    says: 'Ghi vắng mặt tại hội chợ',
    closed: ended,
    refusals: ['not-running'],
  },
  substitute: {
    from: ['waiting'],
    to: 'confirmed',
    by: office,
    event: 'fair-application.substituted',
    payload: moved,
    says: 'Vào thay gian vắng',
    closed: ended,
    refusals: ['nobody-absent', 'not-running'],
  },
  'declare-sales': {
    from: ['confirmed'],
    by: either,
    event: 'fair-application.sales-declared',
    payload: moved,
    says: 'Ghi doanh số gian hàng theo ngày',
    closed: ended,
    refusals: ['day-outside', 'not-running'],
  },
  'record-cost': {
    from: ['confirmed', 'absent'],
    by: office,
    event: 'fair-application.cost-recorded',
    payload: moved,
    says: 'Ghi chứng từ tiền gian hàng',
    closed: ended,
    refusals: ['supported-before', 'more-than-support', 'stand-missing'],
  },
  'record-result': {
    from: ['confirmed'],
    by: either,
    event: 'fair-application.result-recorded',
    payload: moved,
    says: 'Ghi kết quả sau hội chợ',
    closed: ended,
    refusals: ['too-early', 'days-unknown'],
  },
} as const satisfies ActRows<ApplicationStatus>)
export type ApplicationAct = keyof typeof fairApplicationActs

export const fairActTables = [
  { says: 'Hội chợ', statuses: fairStatuses, acts: fairActs },
  { says: 'Đăng ký gian hàng hội chợ', statuses: applicationStatuses, acts: fairApplicationActs },
] as const

export const tiesOfApplication = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
