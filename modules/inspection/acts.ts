import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties, UserId } from '../identity/rules.ts'
import { photoUploadRefusals, uploadRefusals } from '../upload-refusals.ts'
import type { FindingId, InspectionId } from './rules/ids.ts'

const office = { 'provincial-officer': 'any' } as const
/** Whoever of the office goes, and an adviser to whom the visit was given. */
const inspectors = { 'provincial-officer': 'any', 'advisory-member': 'assigned' } as const

export const planStatuses = ['draft', 'approved'] as const
export type PlanStatus = (typeof planStatuses)[number]

export const inspectionPlanActs = nameActs('inspection-plan', {
  open: { to: 'draft', by: office, event: 'inspection-plan.opened', says: 'Lập kế hoạch hậu kiểm' },
  choose: { from: ['draft'], by: office, event: 'inspection-plan.chosen', says: 'Chọn sản phẩm hậu kiểm', closed: 'plan-approved' },
  /** Each product of the plan becomes a visit that somebody has to make. */
  approve: {
    from: ['draft'],
    to: 'approved',
    by: office,
    event: 'inspection-plan.approved',
    final: true,
    payload: carries<{ year: number; inspectionIds: InspectionId[] }>(),
    says: 'Phê duyệt kế hoạch hậu kiểm',
    closed: 'plan-approved',
    refusals: ['plan-empty', 'approved-in-future'],
  },
} as const satisfies ActRows<PlanStatus>)

export const inspectionStatuses = ['planned', 'under-way', 'visited'] as const
export type InspectionStatus = (typeof inspectionStatuses)[number]
export const openInspectionStatuses = ['planned', 'under-way'] as const satisfies readonly InspectionStatus[]

/** What subscribers hear of a visit. */
export type InspectionMoved = {
  inspectionId: InspectionId
  code: string
  productId: ProductId
  producerId: ProducerId
  communeCode: string | null
  inspectorId: UserId | null
}
const moved = carries<InspectionMoved>()

export const inspectionActs = nameActs('inspection', {
  /** Outside the plan (đột xuất). */
  order: {
    to: 'planned',
    by: office,
    event: 'inspection.ordered',
    payload: moved,
    says: 'Hậu kiểm đột xuất',
    refusals: ['never-recognised', 'inspection-open'],
  },
  assign: {
    from: openInspectionStatuses,
    by: office,
    event: 'inspection.assigned',
    payload: moved,
    says: 'Giao người hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['not-an-inspector'],
  },
  /** The commune goes along, and says so. */
  attend: {
    from: openInspectionStatuses,
    by: { 'commune-officer': 'own-commune' },
    event: 'inspection.attended',
    says: 'Xã tham gia hậu kiểm',
    closed: 'inspection-closed',
  },
  write: {
    from: openInspectionStatuses,
    to: 'under-way',
    by: inspectors,
    event: 'inspection.written',
    says: 'Ghi phiếu hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['changed-elsewhere', 'visited-in-future'],
  },
  photograph: {
    from: openInspectionStatuses,
    to: 'under-way',
    by: inspectors,
    event: 'inspection.photographed',
    says: 'Chụp ảnh hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['photo-missing', 'taken-in-future', ...photoUploadRefusals],
  },
  find: {
    from: openInspectionStatuses,
    to: 'under-way',
    by: inspectors,
    event: 'inspection.finding-noted',
    says: 'Ghi lỗi khi hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['deadline-over'],
  },
  drop: {
    from: openInspectionStatuses,
    to: 'under-way',
    by: inspectors,
    event: 'inspection.finding-dropped',
    says: 'Bỏ lỗi ghi nhầm',
    closed: 'inspection-closed',
  },
  /** The minutes are closed: what was found goes to the producer, and nobody changes it any more. */
  finish: {
    from: ['under-way'],
    to: 'visited',
    by: inspectors,
    event: 'inspection.finished',
    final: true,
    payload: moved,
    says: 'Kết thúc buổi hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['changed-elsewhere', 'items-unanswered', 'failing-without-finding', 'sheet-incomplete'],
  },
  /** On its minutes, where something serious was found or something was not mended in time; the authority decides. */
  'propose-withdrawal': {
    from: ['visited'],
    by: office,
    event: 'inspection.withdrawal-proposed',
    payload: moved,
    says: 'Đề nghị thu hồi theo biên bản hậu kiểm',
    closed: 'inspection-closed',
    refusals: ['nothing-grave', 'not-active', 'already-proposed', 'reason-not-in-law', 'note-missing', 'conclusion-in-future'],
  },
} as const satisfies ActRows<InspectionStatus>)

export type InspectionAct = keyof typeof inspectionActs

/** `noted`: the visit goes on; `mended`: the producer says so, and waits for a yes. */
export const findingStatuses = ['noted', 'open', 'mended', 'accepted'] as const
export type FindingStatus = (typeof findingStatuses)[number]
export const gravities = ['minor', 'major', 'serious'] as const
export type Gravity = (typeof gravities)[number]

export type FindingMoved = InspectionMoved & { findingId: FindingId }
const findingMoved = carries<FindingMoved>()

export const findingActs = nameActs('inspection-finding', {
  mend: {
    from: ['open'],
    to: 'mended',
    by: { producer: 'owner' },
    event: 'inspection-finding.mended',
    payload: findingMoved,
    says: 'Báo đã khắc phục',
    closed: 'finding-closed',
    refusals: ['proof-missing', ...uploadRefusals],
  },
  accept: {
    from: ['mended'],
    to: 'accepted',
    by: inspectors,
    event: 'inspection-finding.accepted',
    payload: findingMoved,
    says: 'Chấp nhận khắc phục',
    closed: 'finding-closed',
    refusals: ['changed-elsewhere'],
  },
  'send-back': {
    from: ['mended'],
    to: 'open',
    by: inspectors,
    event: 'inspection-finding.sent-back',
    payload: findingMoved,
    says: 'Yêu cầu khắc phục lại',
    closed: 'finding-closed',
    refusals: ['changed-elsewhere', 'deadline-over'],
  },
} as const satisfies ActRows<FindingStatus>)

export type FindingAct = keyof typeof findingActs

export const productionAnswers = ['producing', 'stopped', 'unknown'] as const
export type ProductionAnswer = (typeof productionAnswers)[number]

/** Once a year, and as often as it learns better; the last answer of the year counts. */
export const productionCheckActs = nameActs('production-check', {
  answer: {
    by: { 'commune-officer': 'own-commune' },
    event: 'production-check.answered',
    payload: carries<{ productId: ProductId; producerId: ProducerId; year: number; answer: ProductionAnswer; communeCode: string }>(),
    says: 'Xã xác nhận còn sản xuất',
  },
} as const satisfies ActRows)

export const inspectionActTables = [
  { says: 'Kế hoạch hậu kiểm', statuses: planStatuses, acts: inspectionPlanActs },
  { says: 'Hậu kiểm', statuses: inspectionStatuses, acts: inspectionActs },
  { says: 'Lỗi khi hậu kiểm', statuses: findingStatuses, acts: findingActs },
  { says: 'Xác nhận còn sản xuất', statuses: [], acts: productionCheckActs },
] as const

/** What people are tied to a visit by: the producer's organisation, its commune, and whoever is to go. */
export const tiesOfInspection = (inspection: {
  organisationId: OrganisationId | null
  communeCode: string | null
  inspectorId: UserId | null
}): Ties => ({
  owner: inspection.organisationId,
  commune: inspection.communeCode,
  assigned: inspection.inspectorId === null ? null : { userId: inspection.inspectorId },
})
