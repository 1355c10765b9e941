import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import { uploadRefusals } from '../upload-refusals.ts'
import type { DossierId } from './rules/ids.ts'

/** The way of a dossier, in its order (Quyết định 26/2026/QĐ-TTg, Điều 7). */
export const dossierStatuses = [
  'draft',
  'submitted',
  'returned',
  'proposed',
  'province-returned',
  'received',
  'appraising',
  'scored',
  'awaiting-ministry',
  'recognised',
  'not-recognised',
  'withdrawn',
] as const
export type DossierStatus = (typeof dossierStatuses)[number]

/** While the producer holds the pen. */
export const editableStatuses = ['draft', 'returned', 'province-returned'] as const satisfies readonly DossierStatus[]

/** What subscribers hear when a dossier has moved. */
export type DossierMoved = { dossierId: DossierId; code: string; productId: ProductId; producerId: ProducerId; communeCode: string }
const moved = carries<DossierMoved>()

const ownProducer = { producer: 'owner' } as const
const ownCommune = { 'commune-officer': 'own-commune' } as const
const province = { 'provincial-officer': 'any' } as const
const editing = { from: editableStatuses, by: ownProducer, closed: 'not-editable' } as const

/**
 * Everything that can be done to a dossier. What the province asks goes back to the province: the commune has done its part, its working days
 * do not begin again. From `receive` on the rooms above act, inside their own transactions (`moveDossier`).
 */
export const dossierActs = nameActs('dossier', {
  start: {
    by: ownProducer,
    event: 'dossier.started',
    payload: carries<{ dossierId: DossierId; productId: ProductId }>(),
    says: 'Lập hồ sơ',
    refusals: [
      'dossier-already-open',
      'producer-without-commune',
      'kind-not-allowed',
      'kind-not-for-set',
      'not-certified-yet',
      'certificate-valid',
    ],
  },
  'save-section': {
    ...editing,
    event: 'dossier.section-saved',
    says: 'Lưu một phần hồ sơ',
    refusals: ['changed-elsewhere', 'answers-faulty'],
  },
  'save-choices': {
    ...editing,
    event: 'dossier.choices-saved',
    says: 'Lưu tự chấm điểm',
    refusals: ['changed-elsewhere', 'unknown-criterion', 'unknown-option', 'reason-too-long'],
  },
  'attach-evidence': {
    ...editing,
    event: 'dossier.evidence-attached',
    says: 'Gắn minh chứng',
    refusals: ['changed-elsewhere', 'unknown-criterion'],
  },
  'detach-evidence': { ...editing, event: 'dossier.evidence-detached', says: 'Gỡ minh chứng', refusals: ['changed-elsewhere'] },
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    by: ownProducer,
    event: 'dossier.submitted',
    payload: moved,
    says: 'Nộp hồ sơ',
    refusals: ['changed-elsewhere', 'not-declared', 'criteria-superseded', 'incomplete', 'kind-not-allowed', 'kind-not-for-set'],
  },
  'save-review': {
    from: ['submitted'],
    by: ownCommune,
    event: 'dossier.review-saved',
    says: 'Lưu phần xét của xã',
    refusals: ['changed-elsewhere'],
  },
  return: {
    from: ['submitted'],
    to: 'returned',
    by: ownCommune,
    event: 'dossier.returned',
    payload: moved,
    says: 'Xã yêu cầu bổ sung',
    refusals: ['changed-elsewhere', 'no-items', 'repeat-reason-missing', 'unknown-criterion'],
  },
  propose: {
    from: ['submitted'],
    to: 'proposed',
    by: ownCommune,
    event: 'dossier.proposed',
    payload: moved,
    says: 'Xã đề nghị lên tỉnh',
    refusals: ['changed-elsewhere', 'review-incomplete', 'meeting-in-future', 'meeting-before-filing'],
  },
  receive: {
    from: ['proposed'],
    to: 'received',
    by: province,
    event: 'dossier.received',
    payload: moved,
    says: 'Tiếp nhận hồ sơ vào đợt',
    closed: 'not-proposed',
    formerly: { 'appraisal.dossier-received': 'Tiếp nhận hồ sơ vào đợt' },
  },
  'return-by-province': {
    from: ['proposed', 'received'],
    to: 'province-returned',
    by: province,
    event: 'dossier.returned-by-province',
    payload: moved,
    says: 'Tỉnh yêu cầu chủ thể bổ sung',
    closed: 'not-proposed',
    formerly: { 'appraisal.dossier-returned': 'Tỉnh trả hồ sơ để bổ sung' },
  },
  'return-to-commune': {
    from: ['proposed', 'received'],
    to: 'submitted',
    by: province,
    event: 'dossier.returned-to-commune',
    payload: moved,
    says: 'Tỉnh chuyển lại xã',
    closed: 'not-proposed',
  },
  supplement: {
    from: ['province-returned'],
    to: 'proposed',
    by: ownProducer,
    event: 'dossier.supplemented',
    payload: moved,
    says: 'Gửi bổ sung cho tỉnh',
    refusals: ['changed-elsewhere', 'not-declared', 'incomplete', 'kind-not-allowed', 'kind-not-for-set'],
  },
  appraise: {
    from: ['received'],
    to: 'appraising',
    by: province,
    event: 'dossier.appraisal-begun',
    payload: moved,
    says: 'Bắt đầu thẩm định',
  },
  score: {
    from: ['appraising'],
    to: 'scored',
    by: { 'council-chair': 'any' },
    event: 'dossier.scored',
    payload: moved,
    says: 'Hội đồng chấm xong',
  },
  'await-ministry': {
    from: ['scored'],
    to: 'awaiting-ministry',
    by: province,
    event: 'dossier.sent-to-ministry',
    payload: moved,
    says: 'Chuyển Bộ xem xét 5 sao',
  },
  recognise: {
    from: ['scored', 'awaiting-ministry'],
    to: 'recognised',
    by: province,
    event: 'dossier.recognised',
    payload: moved,
    says: 'Công nhận sản phẩm của hồ sơ',
  },
  'not-recognise': {
    from: ['scored', 'awaiting-ministry'],
    to: 'not-recognised',
    by: province,
    event: 'dossier.not-recognised',
    payload: moved,
    says: 'Không công nhận sản phẩm của hồ sơ',
  },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received'],
    to: 'withdrawn',
    by: ownProducer,
    event: 'dossier.withdrawn',
    final: true,
    payload: moved,
    says: 'Rút hồ sơ',
    refusals: ['changed-elsewhere'],
  },
} as const satisfies ActRows<DossierStatus>)

export type DossierAct = keyof typeof dossierActs

/** The acts that lead on to another state: the lines of a dossier's history. */
export type DossierMove = { [Name in DossierAct]: (typeof dossierActs)[Name] extends { to: string } ? Name : never }[DossierAct]

/** Moves that rooms above this one make, inside their own transaction. */
export type UpperMove = Exclude<DossierMove, 'submit' | 'supplement' | 'return' | 'propose' | 'withdraw'>

const paperFaults = [
  'dates-reversed',
  'issued-in-future',
  ...uploadRefusals,
  'pages-refused',
  'too-many-files',
  'too-many-pages',
  'pages-too-large',
  'pages-busy',
] as const

export const evidenceActs = nameActs('evidence', {
  add: {
    by: { producer: 'any' },
    event: 'evidence.added',
    says: 'Thêm minh chứng',
    refusals: ['producer-missing', ...paperFaults],
  },
  replace: {
    by: ownProducer,
    event: 'evidence.replaced',
    says: 'Thay minh chứng',
    refusals: paperFaults,
  },
} as const satisfies ActRows)

export const dossiersActTables = [
  { says: 'Hồ sơ', statuses: dossierStatuses, acts: dossierActs },
  { says: 'Minh chứng', statuses: [], acts: evidenceActs },
] as const

/** What people are tied to a dossier by: its producer at any time, its commune once it was filed there. */
export const tiesOf = (dossier: {
  producer: { organisationId: OrganisationId | null }
  commune: { code: string }
  submittedAt: Date | null
}): Ties => ({ owner: dossier.producer.organisationId, commune: dossier.submittedAt === null ? null : dossier.commune.code })
