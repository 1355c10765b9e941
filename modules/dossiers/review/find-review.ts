import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { findRenewalTerm } from '../drafting/find-renewal.ts'
import { findTransitionTerm } from '../find-transition.ts'
import type { TransitionTerm } from '../find-transition.ts'
import type { RenewalTerm } from '../drafting/find-renewal.ts'
import { findDossier } from '../find-dossier.ts'
import { warningsOf } from '../find-warnings.ts'
import { everWrote } from '../policy.ts'
import { emptyReview, paperStanding, reviewGaps, timesReturned } from '../rules.ts'
import type {
  AttachedEvidence,
  CommuneItem,
  CommuneReview,
  DossierView,
  DossierWarning,
  Named,
  PaperStanding,
  ReviewGap,
} from '../rules.ts'
import { communeReviewRule, dueOf } from './commune-queue.ts'
import type { Due, ReviewRule } from './commune-queue.ts'
import { producerStatements } from './producer-statements.ts'
import type { ProducerStatement } from './producer-statements.ts'

/** A dossier as the officer of its commune works on it. */
export type ReviewView = {
  dossier: DossierView
  review: CommuneReview
  /** What Mẫu 03 still lacks before it can be sent on. */
  gaps: ReviewGap[]
  statements: Record<CommuneItem, ProducerStatement[]>
  evidence: (Named<AttachedEvidence> & PaperStanding)[]
  warnings: DossierWarning[]
  selfScoreTotal: number
  samplesRequired: number
  /** It waits for the commune, and its reader wrote it for the producer: somebody else judges it. */
  waitsForAnother: boolean
  /** How often the commune has asked for supplements. */
  returnedBefore: number
  due: Due | null
  /** How long the province may still take over a re-evaluation. */
  renewalTerm: RenewalTerm | null
  transitionTerm: TransitionTerm | null
  rule: ReviewRule
  today: string
}

/** A dossier that was filed at the officer's commune; of anywhere else it is not found. */
export async function findReview(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, idOrCode: string): Promise<ReviewView> {
  requireRole(ctx.actor, 'commune-officer')
  const dossier = await findDossier(ctx, idOrCode)
  const today = dateInVietnam(ctx.now)
  const review = dossier.review ?? emptyReview
  return {
    dossier,
    review,
    gaps: reviewGaps(review),
    statements: producerStatements(dossier),
    evidence: dossier.evidence.map((paper) => ({ ...paper, ...paperStanding(paper, today) })),
    warnings: warningsOf(dossier, today),
    selfScoreTotal: dossier.choices.reduce((sum, choice) => sum + choice.points, 0),
    samplesRequired: criteriaSet(dossier.criteriaDecision, dossier.setCode).samplesRequired,
    waitsForAnother: dossier.status === 'submitted' && everWrote(ctx.actor, dossier),
    returnedBefore: timesReturned(dossier.history),
    due: dueOf(dossier, today),
    renewalTerm: await findRenewalTerm(ctx, dossier),
    transitionTerm: await findTransitionTerm(ctx, dossier),
    rule: await communeReviewRule(ctx),
    today,
  }
}
