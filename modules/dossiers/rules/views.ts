import type { May } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { dossierActs, evidenceActs } from '../acts.ts'
import type { CarriedPlace } from './carried.ts'
import type { AttachedEvidence, Evidence, EvidenceState, Named } from './evidence.ts'
import type { DossierAnswers, DossierKind } from './forms.ts'
import type { DossierMove, DossierStatus } from './moves.ts'
import type { PaperLink } from '../../papers/rules.ts'
import type { DossierPaperKind } from './papers.ts'
import type { Addressee, SupplementRequest } from './requests.ts'
import type { CommuneReview } from './review.ts'
import type { Choice } from './self-score.ts'
import type { DossierId, RoundId } from './ids.ts'

/** A dossier as lists show it. */
export type DossierCard = {
  id: DossierId
  /** The file code; before the first filing, the id. */
  code: string
  status: DossierStatus
  kind: DossierKind
  product: { id: ProductId; name: string; slug: string }
  producer: { id: ProducerId; name: string; organisationId: OrganisationId | null }
  commune: { code: string; name: string; provinceCode: string; provinceName: string }
  criteriaDecision: string
  setCode: string
  submittedAt: Date | null
  /** The last day for the commune, while the dossier lies with it. */
  communeDueOn: string | null
  /** For a re-evaluation that the province received: the last day on which it is to be finished. */
  renewalDueOn: string | null
  roundId: RoundId | null
  isSample: boolean
  version: number
  updatedAt: Date
  /** Who writes it for the producer now. */
  proxy: Proxy | null
  /** Everybody who ever did: they judge nothing of it. */
  proxyIds: UserId[]
}

/** An officer who fills and files a dossier for its producer (nộp hộ): with its consent on paper, or because it asked. */
export type Proxy = { userId: UserId; name: string; office: string; consent: ProxyConsent; since: Date }
export type ProxyConsent = 'paper' | 'asked'

export type ChoiceView = Choice & { criterionName: string; max: number; label: string | null }

export type HistoryLine = {
  seq: number
  move: DossierMove
  from: DossierStatus
  to: DossierStatus
  byId: UserId | null
  byName: string
  /** The producer, where somebody did it on its behalf. */
  forName: string | null
  note: string | null
  at: Date
}

/** What its reader may do with a dossier now. */
export type DossierMay = May<typeof dossierActs, DossierStatus>

/** A dossier in a list of its reader. */
export type ListedDossier = DossierCard & { may: DossierMay }

/** All that is in a dossier, whoever reads it. */
export type DossierContent = DossierCard & {
  setName: string
  declaredAt: Date | null
  answers: DossierAnswers
  choices: ChoiceView[]
  evidence: Named<AttachedEvidence>[]
  review: CommuneReview | null
  /** The newest first; the open one, if any, is the first and has no `answeredAt`. */
  requests: SupplementRequest[]
  history: HistoryLine[]
  /** Places that were taken over from the last dossier of the product, and that nobody has looked at yet. */
  carried: CarriedPlace[]
}

/** A dossier as its reader sees it. */
export type DossierView = DossierContent & {
  may: DossierMay
  /** The forms and letters that this reader may print of it. */
  papers: DossierPaperKind[]
  /** What was asked, on paper: a request each, as far as it concerns this reader. */
  requestPapers: { requestedAt: Date; files: PaperLink['files'] }[]
  /** The request that lies with each of the two now, if one does. */
  asked: Record<Addressee, SupplementRequest | null>
  /** Whether the producer may read the result of the council. */
  resultPublic: boolean
}

/** How a paper stands on a day. `replacementDue`: nothing is filed with it any more. */
export type PaperStanding = { state: EvidenceState; replacementDue: boolean }

export type EvidenceMay = May<typeof evidenceActs>

/** A paper in the vault, with the number of dossiers that use it. */
export type VaultPaper = Named<Evidence> & PaperStanding & { usedIn: number; may: EvidenceMay }
