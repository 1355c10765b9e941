import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties, UserId } from '../identity/rules.ts'
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
  'refused',
  'withdrawn',
] as const
export type DossierStatus = (typeof dossierStatuses)[number]

/** While the producer holds the pen. */
export const editableStatuses = ['draft', 'returned', 'province-returned'] as const satisfies readonly DossierStatus[]

/** What subscribers hear when a dossier has moved. */
export type DossierMoved = { dossierId: DossierId; code: string; productId: ProductId; producerId: ProducerId; communeCode: string }
const moved = carries<DossierMoved>()

const ownProducer = { producer: 'owner' } as const
/** The producer, or the officer of its commune who does it for the producer (nộp hộ). */
const producerOrProxy = { producer: 'owner', 'commune-officer': 'assigned' } as const
const ownCommune = { 'commune-officer': 'own-commune' } as const
const province = { 'provincial-officer': 'any' } as const
const editing = { from: editableStatuses, by: producerOrProxy, closed: 'not-editable' } as const
const startRefusals = [
  'dossier-already-open',
  'producer-without-commune',
  'kind-not-allowed',
  'kind-not-for-set',
  'not-certified-yet',
  'certificate-valid',
] as const

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
    refusals: startRefusals,
  },
  /** By an officer of its commune, for a producer of which nobody has come in, with a paper that shows its consent. */
  'start-for': {
    by: ownCommune,
    event: 'dossier.started-for',
    payload: carries<{ dossierId: DossierId; productId: ProductId }>(),
    says: 'Lập hồ sơ hộ chủ thể',
    refusals: [...startRefusals, 'producer-works-itself', 'consent-missing', 'unknown-set', 'same-name', ...uploadRefusals],
  },
  /** The producer wants an officer of its commune to write for it. */
  'ask-proxy': {
    from: editableStatuses,
    by: ownProducer,
    event: 'dossier.proxy-asked',
    payload: moved,
    says: 'Nhờ cán bộ xã làm hộ hồ sơ',
    closed: 'not-editable',
    refusals: ['proxy-there'],
  },
  'take-proxy': {
    from: editableStatuses,
    by: ownCommune,
    event: 'dossier.proxy-taken',
    payload: moved,
    says: 'Nhận làm hộ hồ sơ',
    closed: 'not-editable',
    refusals: ['proxy-not-asked', 'proxy-there', 'reviewed-by-you'],
  },
  'end-proxy': {
    by: producerOrProxy,
    event: 'dossier.proxy-ended',
    says: 'Thôi làm hộ hồ sơ',
    refusals: ['proxy-not-asked'],
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
  'keep-carried': {
    ...editing,
    event: 'dossier.carried-kept',
    says: 'Giữ nguyên phần chép từ hồ sơ trước',
    refusals: ['changed-elsewhere'],
  },
  /** Another set of products, or the criteria that have come into force since. */
  'change-set': {
    ...editing,
    event: 'dossier.set-changed',
    says: 'Đổi bộ sản phẩm của hồ sơ',
    refusals: ['changed-elsewhere', 'unknown-set', 'set-unchanged', 'set-certified', 'kind-not-for-set', 'kind-not-allowed'],
  },
  'detach-evidence': { ...editing, event: 'dossier.evidence-detached', says: 'Gỡ minh chứng', refusals: ['changed-elsewhere'] },
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    by: producerOrProxy,
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
    refusals: ['changed-elsewhere', 'filed-by-you'],
  },
  return: {
    from: ['submitted'],
    to: 'returned',
    by: ownCommune,
    event: 'dossier.returned',
    payload: moved,
    says: 'Xã yêu cầu bổ sung',
    refusals: ['changed-elsewhere', 'filed-by-you', 'no-items', 'repeat-reason-missing', 'unknown-criterion'],
  },
  propose: {
    from: ['submitted'],
    to: 'proposed',
    by: ownCommune,
    event: 'dossier.proposed',
    payload: moved,
    says: 'Xã đề nghị lên tỉnh',
    refusals: ['changed-elsewhere', 'filed-by-you', 'review-incomplete', 'meeting-in-future', 'meeting-before-filing'],
  },
  /** The commune does not propose it, and says why. */
  decline: {
    from: ['submitted'],
    to: 'refused',
    by: ownCommune,
    event: 'dossier.declined',
    final: true,
    payload: moved,
    says: 'Xã không đề nghị hồ sơ',
    refusals: ['changed-elsewhere', 'filed-by-you', 'reason-missing'],
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
  /** Gives it back to the producer in the same breath, who scores by the right set. */
  'correct-set': {
    from: ['proposed', 'received'],
    by: province,
    event: 'dossier.set-corrected',
    says: 'Tỉnh sửa bộ sản phẩm của hồ sơ',
    refusals: ['reason-missing', 'unknown-set', 'set-unchanged', 'set-certified', 'kind-not-for-set', 'kind-not-allowed'],
  },
  /** At once, without a supplement, on a ground of the law. */
  refuse: {
    from: ['proposed', 'received'],
    to: 'refused',
    by: province,
    event: 'dossier.refused',
    final: true,
    payload: moved,
    says: 'Tỉnh từ chối hồ sơ',
    closed: 'not-proposed',
  },
  supplement: {
    from: ['province-returned'],
    to: 'proposed',
    by: producerOrProxy,
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
  /** A second council judges it: an appeal against its result was granted. What was recognised stays so until then. */
  reappraise: {
    from: ['recognised', 'not-recognised'],
    to: 'appraising',
    by: province,
    event: 'dossier.reappraised',
    payload: moved,
    says: 'Đưa hồ sơ ra Hội đồng lần hai theo kết quả khiếu nại',
  },
  /** An appeal against a refusal was granted: whoever refused looks at it again, the province here, the commune below. */
  reinstate: {
    from: ['refused'],
    to: 'proposed',
    by: province,
    event: 'dossier.reinstated',
    payload: moved,
    says: 'Nhận lại hồ sơ theo kết quả khiếu nại',
  },
  'reinstate-at-commune': {
    from: ['refused'],
    to: 'submitted',
    by: province,
    event: 'dossier.reinstated-at-commune',
    payload: moved,
    says: 'Giao xã xét lại hồ sơ theo kết quả khiếu nại',
  },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received', 'appraising'],
    to: 'withdrawn',
    by: producerOrProxy,
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
export type UpperMove = Exclude<DossierMove, 'submit' | 'supplement' | 'return' | 'propose' | 'decline' | 'withdraw'>

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
  /** In the own vault; straight into a dossier by whoever may attach papers there. */
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

export const letterStatuses = ['draft', 'sent', 'dropped'] as const
export type LetterStatus = (typeof letterStatuses)[number]

/** One letter with which a commune sends several dossiers up. */
export const coveringLetterActs = nameActs('covering-letter', {
  draw: {
    to: 'draft',
    by: ownCommune,
    event: 'covering-letter.drawn',
    says: 'Lập công văn đề nghị nhiều hồ sơ',
    refusals: ['nothing-to-send', 'not-to-be-sent'],
  },
  send: {
    from: ['draft'],
    to: 'sent',
    by: ownCommune,
    event: 'covering-letter.sent',
    says: 'Ghi số công văn đề nghị',
    closed: 'letter-closed',
    refusals: ['signed-in-future'],
  },
  drop: {
    from: ['draft'],
    to: 'dropped',
    by: ownCommune,
    event: 'covering-letter.dropped',
    says: 'Bỏ công văn đề nghị chưa ký',
    closed: 'letter-closed',
  },
} as const satisfies ActRows<LetterStatus>)

export const dossiersActTables = [
  { says: 'Hồ sơ', statuses: dossierStatuses, acts: dossierActs },
  { says: 'Minh chứng', statuses: [], acts: evidenceActs },
  { says: 'Công văn đề nghị', statuses: letterStatuses, acts: coveringLetterActs },
] as const

/** What people are tied to a dossier by: its producer at any time, its commune once it was filed there, and whoever writes it for the producer now. */
export const tiesOf = (dossier: {
  producer: { organisationId: OrganisationId | null }
  commune: { code: string }
  submittedAt: Date | null
  proxy: { userId: UserId } | null
}): Ties => ({
  owner: dossier.producer.organisationId,
  commune: dossier.submittedAt === null ? null : dossier.commune.code,
  // Who serves another commune now writes nothing for producers of this one.
  assigned: dossier.proxy && { userId: dossier.proxy.userId, communeCode: dossier.commune.code },
})
