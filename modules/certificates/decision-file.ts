import { mayOf, refuseStatus } from '@dacsan/decisions'
import { sessionPapers } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import type { Rule } from '../law/index.ts'
import { listPapers } from '../papers/index.ts'
import type { PaperLink } from '../papers/index.ts'
import { decisionGround } from './find-decision.ts'
import type { DecidedSession } from './papers/decision-ground.ts'
import { decisionPapers } from './papers.ts'
import { decisionActs } from './rules.ts'
import type { DecisionCard, DecisionItem, MayDecide } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'

export type DecisionFile = {
  decision: DecisionCard
  /** What the decision says of each product, with the papers that are about it alone. */
  items: (DecisionItem & { papers: PaperLink[] })[]
  /** The session it decides on; null where it follows the ministry. */
  session: DecidedSession | null
  /** The term that its certificates have, or would have if it were signed today. */
  validity: Rule<'certificate.validity-months'>
  /** The papers in the order in which they follow from one another, those of the session first. */
  papers: PaperLink[]
  may: MayDecide
  /** Whether number and day are still to come. */
  isUnsigned: boolean
}

/** A decision as the office reads it: what it stands on, its papers, and what may be done. */
export async function decisionFile(ctx: Ctx, decisionId: DecisionId): Promise<DecisionFile> {
  const ground = await decisionGround(ctx, decisionId)
  const { minutes, validity } = ground
  const { items, ...decision } = ground.decision
  const ofSession = minutes ? listPapers(ctx.actor, sessionPapers, minutes) : []
  const ofDecision = listPapers(ctx.actor, decisionPapers, ground)
  return {
    decision,
    items: items.map((item) => ({ ...item, papers: ofDecision.filter((paper) => paper.item === item.dossierId) })),
    session: minutes?.session ?? null,
    validity,
    papers: [...ofSession, ...ofDecision].filter((paper) => paper.item === ''),
    may: mayOf(decisionActs, decision.status, grantsOf(ctx.actor)),
    isUnsigned: refuseStatus(decisionActs.record, decision.status) === null,
  }
}
