import type { ImportSource } from './import-row.ts'
import type { May } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { SessionId } from '../../appraisal/rules.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { RecognitionOutcome } from '../../law/rules.ts'
import type {
  CertificateStatus,
  DecisionStatus,
  ImportStatus,
  WithdrawalStatus,
  certificateActs,
  decisionActs,
  registerActs,
  withdrawalActs,
} from '../acts.ts'
import type { DecisionKind } from './decision.ts'
import type { DecisionId } from './ids.ts'
import type { CertificateVerdict } from './validity.ts'
import type { WithdrawalReason } from './withdrawal.ts'
import type { DossierId } from '../../dossiers/rules.ts'

/** What a decision says of one dossier, as it was worded on the day of the draft. */
export type DecisionItem = {
  dossierId: DossierId
  dossierCode: string
  productId: ProductId
  productName: string
  producerName: string
  address: string | null
  provinceCode: string
  communeCode: string
  communeName: string
  setCode: string
  setName: string
  totalPoints: number
  sheetCount: number
  /** The council's average, two decimals, point as separator. */
  total: string
  evaluationYear: number
  outcome: RecognitionOutcome
  stars: number | null
  /** The rank that the province gives while the ministry considers five stars; null for none, and where it is not to consider it. */
  meanwhileStars: number | null
  productCode: string | null
  certificateCode: string | null
  position: number
  isSample: boolean
}

export type DecisionCard = {
  id: DecisionId
  kind: DecisionKind
  status: DecisionStatus
  sessionId: SessionId | null
  number: string | null
  signedOn: PlainDate | null
  signer: string | null
  signerTitle: string | null
  authority: string
  note: string
  /** The proposal that it follows, as far as it was entered. */
  proposalNumber: string | null
  proposalOn: PlainDate | null
  /** The letter by which dossiers of five stars went to the ministry. */
  sentNumber: string | null
  sentOn: PlainDate | null
  createdAt: Date
  recordedAt: Date | null
}

/** What a reader may do with a decision, or with a certificate, now. */
export type MayDecide = May<typeof decisionActs, DecisionStatus>
export type MayCertify = May<typeof certificateActs, CertificateStatus>
export type MayWithdraw = May<typeof withdrawalActs, WithdrawalStatus>

export type DecisionView = DecisionCard & { items: DecisionItem[] }

/** A certificate with what stands behind it; `CertificateView` is what everyone may read. */
export type CertificateCard = {
  code: string
  productId: ProductId
  productSlug: string
  productName: string
  producerName: string
  address: string | null
  stars: number
  decisionId: DecisionId | null
  dossierId: DossierId | null
  decisionNumber: string | null
  decisionDate: PlainDate | null
  authority: string | null
  issuedOn: PlainDate | null
  validUntil: PlainDate | null
  validityInferred: boolean
  productCode: string | null
  /** The number on the paper where its issuer numbered it otherwise; null where it is ours or nobody entered it. */
  paperNumber: string | null
  /** What was misspelt on the one that it corrects. */
  correctionNote: string | null
  /** The day on which it was issued anew in the place of one that misspelt a name. */
  correctedOn: PlainDate | null
  /** Another one, of the same number and term, corrects it. */
  isCorrected: boolean
  status: CertificateStatus
  supersededByCode: string | null
  withdrawnOn: PlainDate | null
  withdrawalReason: WithdrawalReason | null
  withdrawalNumber: string | null
  withdrawalAuthority: string | null
  withdrawalNote: string | null
  year: number | null
  renewalUnderWay: boolean
  isSample: boolean
  sourceUrl: string | null
  sourceNote: string | null
  /** The day on which it came in with a register that is older than this platform; null where a decision of this platform stands behind it. */
  importedOn: PlainDate | null
  /** Whether that register is the public one that comes with the software. */
  importedBy: ImportSource | null
}

/**
 * A certificate as everyone may read it, without the ids of the dossier and the decision: whatever a public page loads is sent along with it. `number`: what
 * stands on the paper; null where no source gives it. `extendedUntil`: how far a certificate whose renewal is under way may reach past its last day.
 */
export type CertificateView = Omit<CertificateCard, 'decisionId' | 'dossierId'> & {
  number: string | null
  verdict: CertificateVerdict
  extendedUntil: PlainDate | null
}

/** What a reader may do with an import of the register now. */
export type MayImport = May<typeof registerActs, ImportStatus>
