import { carries, nameActs } from '@dacsan/decisions'
import type { ProductId } from '../catalogue/rules.ts'
import type { ActRows } from '../identity/rules.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { CertificateId, DecisionId, WithdrawalProposalId } from './rules/ids.ts'

export const decisionStatuses = ['draft', 'recorded'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export const certificateStatuses = ['active', 'superseded', 'withdrawn'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

/** What subscribers hear when a signed decision was entered. */
export type DecisionRecorded = { decisionId: DecisionId; number: string; signedOn: string; dossierIds: DossierId[] }
export type CertificateIssued = {
  certificateId: CertificateId
  code: string
  productId: ProductId
  stars: number
  issuedOn: string
  validUntil: string
  supersedes: string[]
}
export type CertificateCorrected = { code: string; corrects: string; productId: ProductId }
export type CertificateSuperseded = { code: string; productId: ProductId; by: string }
export type CertificateWithdrawn = { code: string; productId: ProductId; withdrawnOn: string; reason: string }

/** The office that keeps the papers of the programme. */
const office = { 'provincial-officer': 'any' } as const
const signing = ['number-malformed', 'number-taken', 'signed-in-future', 'signed-too-early'] as const

/** The province's decision on a session, and the decision that answers for five stars (Quyết định 26/2026/QĐ-TTg, Điều 7, steps 7 and 8). */
export const decisionActs = nameActs('decision', {
  draft: { by: office, event: 'decision.drafted', says: 'Soạn quyết định', refusals: ['session-open', 'nothing-decided'] },
  // What it says of a product while the ministry considers it: nothing of the certificate before the decision is recorded.
  'choose-meanwhile': {
    from: ['draft'],
    by: office,
    event: 'decision.meanwhile-chosen',
    says: 'Chọn hạng tỉnh công nhận trong lúc chờ Bộ',
    closed: 'already-recorded',
    refusals: ['meanwhile-not-in-law', 'not-for-meanwhile'],
  },
  record: {
    from: ['draft'],
    to: 'recorded',
    by: office,
    event: 'decision.recorded',
    final: true,
    payload: carries<DecisionRecorded>(),
    says: 'Ghi nhận quyết định',
    closed: 'already-recorded',
    refusals: [...signing, 'later-certificate', 'proposal-incomplete', 'proposal-off-days'],
  },
  // Makes the decision and records it in one act: it was signed before it came here.
  'record-ministry-result': {
    to: 'recorded',
    by: office,
    event: 'decision.ministry-result-recorded',
    final: true,
    payload: carries<DecisionRecorded & { grant: string }>(),
    says: 'Ghi kết quả của Bộ',
    refusals: [...signing, 'not-awaiting', 'later-certificate', 'nothing-kept', 'meanwhile-stands'],
  },
  // The letter may be entered again where it was misread: the trail has both.
  send: {
    from: ['recorded'],
    by: office,
    event: 'decision.sent-to-ministry',
    says: 'Ghi ngày gửi hồ sơ lên Bộ',
    closed: 'not-recorded',
    refusals: ['nothing-to-send', 'sent-off-days'],
  },
} as const satisfies ActRows<DecisionStatus>)

/** A certificate is issued and superseded only within the recording of a decision; it expires without an act. The platform itself attests it. */
export const certificateActs = nameActs('certificate', {
  issue: {
    to: 'active',
    by: office,
    event: 'certificate.issued',
    payload: carries<CertificateIssued>(),
    says: 'Cấp giấy chứng nhận',
  },
  supersede: {
    from: ['active'],
    to: 'superseded',
    by: office,
    event: 'certificate.superseded',
    payload: carries<CertificateSuperseded>(),
    says: 'Thay giấy chứng nhận bằng giấy mới',
  },
  withdraw: {
    from: ['active'],
    to: 'withdrawn',
    by: office,
    event: 'certificate.withdrawn',
    final: true,
    payload: carries<CertificateWithdrawn>(),
    says: 'Thu hồi giấy chứng nhận',
    closed: 'not-active',
    refusals: [...signing, 'nothing-chosen', 'proposal-closed', 'several-authorities'],
  },
  // The same paper once more, as it was lost or spoilt: nothing of the certificate changes.
  reprint: {
    from: ['active'],
    by: office,
    event: 'certificate.reprinted',
    says: 'In lại giấy chứng nhận',
    closed: 'not-active',
    refusals: ['not-our-paper'],
  },
  // Makes the corrected certificate and supersedes the misspelt one in one act.
  correct: {
    to: 'active',
    by: office,
    event: 'certificate.corrected',
    payload: carries<CertificateCorrected>(),
    final: true,
    says: 'Đính chính, cấp lại giấy chứng nhận',
    refusals: ['not-active', 'not-our-paper', 'nothing-corrected'],
  },
  number: { by: office, event: 'certificate.numbered', says: 'Ghi số in trên giấy chứng nhận', refusals: ['number-on-paper-taken'] },
  // Changes nothing of the certificate, and so is open in every state: what was withdrawn shows on the status list.
  attest: { by: { system: 'any' }, event: 'certificate.attested', says: 'Ký bản điện tử của giấy chứng nhận' },
} as const satisfies ActRows<CertificateStatus>)

export const withdrawalStatuses = ['asked', 'open', 'decided', 'dropped'] as const
export type WithdrawalStatus = (typeof withdrawalStatuses)[number]

export type CommuneAsked = { proposalId: WithdrawalProposalId; certificateCode: string; productId: ProductId }

/** Whoever serves the commune where the product is made sees whether it still is (Quyết định 26/2026/QĐ-TTg, Điều 9). */
const ownCommune = { 'commune-officer': 'own-commune' } as const
const founded = ['not-active', 'already-proposed', 'reason-not-in-law'] as const

/** Why a certificate is to be taken back, before the decision: on a conclusion, or on the commune's word that production stopped (Điều 8–9). */
export const withdrawalActs = nameActs('withdrawal', {
  propose: {
    to: 'open',
    by: office,
    event: 'withdrawal.proposed',
    says: 'Đề nghị thu hồi giấy chứng nhận',
    refusals: [...founded, 'note-missing', 'conclusion-in-future'],
  },
  ask: {
    to: 'asked',
    by: office,
    event: 'withdrawal.commune-asked',
    payload: carries<CommuneAsked>(),
    says: 'Đề nghị xã xác nhận ngừng sản xuất',
    refusals: founded,
  },
  confirm: {
    from: ['asked'],
    to: 'open',
    by: ownCommune,
    event: 'withdrawal.stop-confirmed',
    says: 'Xác nhận đã ngừng sản xuất',
    closed: 'proposal-closed',
    refusals: ['conclusion-in-future'],
  },
  deny: {
    from: ['asked'],
    to: 'dropped',
    by: ownCommune,
    event: 'withdrawal.stop-denied',
    says: 'Trả lời sản phẩm còn sản xuất',
    closed: 'proposal-closed',
  },
  report: {
    to: 'open',
    by: ownCommune,
    event: 'withdrawal.stop-reported',
    says: 'Báo sản phẩm ngừng sản xuất',
    refusals: [...founded, 'conclusion-in-future'],
  },
  drop: {
    from: ['asked', 'open'],
    to: 'dropped',
    by: office,
    event: 'withdrawal.dropped',
    says: 'Thôi đề nghị thu hồi',
    closed: 'proposal-closed',
  },
  // Only within the withdrawal of the certificate.
  decide: {
    from: ['open'],
    to: 'decided',
    by: office,
    event: 'withdrawal.decided',
    says: 'Kết thúc đề nghị thu hồi bằng quyết định',
    closed: 'proposal-closed',
  },
} as const satisfies ActRows<WithdrawalStatus>)

export const importStatuses = ['proposed', 'confirmed', 'done', 'turned-down'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** An administrator stands in for the second officer where the province has only one (see second-person.ts). */
const secondPerson = { 'provincial-officer': 'second-person', administrator: 'second-person' } as const
/** Whoever proposed an import takes it back by the same act. */
const reader = { ...office, administrator: 'any' } as const

/**
 * A register of recognitions that are older than this platform. It gives stars without a council of ours, so two persons answer for it, and
 * nothing of it counts before the second one confirmed it.
 */
export const registerActs = nameActs('register', {
  propose: {
    to: 'proposed',
    by: office,
    event: 'register.import-proposed',
    says: 'Đề nghị nhập sổ đăng ký',
    refusals: ['register-rejected'],
  },
  confirm: {
    from: ['proposed'],
    to: 'confirmed',
    by: secondPerson,
    event: 'register.import-confirmed',
    final: true,
    says: 'Xác nhận nhập sổ đăng ký',
    closed: 'import-closed',
    refusals: ['import-faulty', 'doubts-open'],
  },
  'turn-down': {
    from: ['proposed'],
    to: 'turned-down',
    by: reader,
    event: 'register.import-turned-down',
    says: 'Không nhập sổ đăng ký',
    closed: 'import-closed',
  },
  'carry-out': {
    from: ['confirmed'],
    to: 'done',
    by: { system: 'any' },
    event: 'register.imported',
    says: 'Nhập sổ đăng ký',
    closed: 'import-closed',
    formerly: { 'certificates.register-imported': 'Nhập sổ đăng ký' },
  },
} as const satisfies ActRows<ImportStatus>)

export const certificatesActTables = [
  { says: 'Quyết định', statuses: decisionStatuses, acts: decisionActs },
  { says: 'Giấy chứng nhận', statuses: certificateStatuses, acts: certificateActs },
  { says: 'Đề nghị thu hồi', statuses: withdrawalStatuses, acts: withdrawalActs },
  { says: 'Nhập sổ đăng ký', statuses: importStatuses, acts: registerActs },
] as const
