import type { AttachedEvidence, Evidence, Named } from './evidence.ts'
import type { DossierAnswers, DossierKind } from './forms.ts'
import type { DossierMove, DossierStatus } from './moves.ts'
import type { SupplementRequest } from './requests.ts'
import type { CommuneReview } from './review.ts'
import type { Choice } from './self-score.ts'

/** A dossier as lists show it. */
export type DossierCard = {
  id: string
  /** The file code; before the first filing, the id. */
  code: string
  status: DossierStatus
  kind: DossierKind
  product: { id: string; name: string; slug: string }
  producer: { id: string; name: string; organisationId: string | null }
  commune: { code: string; name: string; provinceCode: string; provinceName: string }
  criteriaDecision: string
  setCode: string
  submittedAt: Date | null
  /** The last day for the commune, while the dossier lies with it. */
  communeDueOn: string | null
  roundId: string | null
  isSample: boolean
  version: number
  updatedAt: Date
}

export type ChoiceView = Choice & { criterionName: string; max: number; label: string | null }

export type HistoryLine = {
  seq: number
  move: DossierMove
  from: DossierStatus
  to: DossierStatus
  byId: string | null
  byName: string
  note: string | null
  at: Date
}

/** A dossier with all that is in it. */
export type DossierView = DossierCard & {
  setName: string
  declaredAt: Date | null
  answers: DossierAnswers
  choices: ChoiceView[]
  evidence: Named<AttachedEvidence>[]
  review: CommuneReview | null
  /** The newest first; the open one, if any, is the first and has no `answeredAt`. */
  requests: SupplementRequest[]
  history: HistoryLine[]
}

/** A paper in the vault, with the number of dossiers that use it. */
export type VaultPaper = Evidence & { usedIn: number }

/** The papers drawn from a dossier, by the names of their addresses. */
export const dossierPaperKinds = ['mau-01', 'mau-02', 'mau-03', 'cong-van'] as const
export type DossierPaperKind = (typeof dossierPaperKinds)[number]
