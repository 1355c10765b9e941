import { mayOf, refuseStatus } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { ministryDaysOf, sessionPapers } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { ranksOn, ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import { listPapers } from '../papers/index.ts'
import type { PaperLink } from '../papers/index.ts'
import { decisionGround } from './find-decision.ts'
import type { DecidedSession } from './papers/decision-ground.ts'
import { decisionPapers } from './papers.ts'
import { selectAwaitingMinistry } from './decision.store.ts'
import { decisionActs, meanwhileRanks, ministryStep } from './rules.ts'
import type { DecisionCard, DecisionItem, DecisionView, MayDecide, MinistryStep } from './rules.ts'
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
  /** What becomes of its products of five stars; null where it has none. */
  ministry: MinistryFile | null
  /** Whether number and day are still to come. */
  isUnsigned: boolean
}

export type MinistryFile = {
  meanwhile: {
    rule: Rule<'star.meanwhile-recognition'>
    items: (Pick<DecisionItem, 'dossierId' | 'productName' | 'meanwhileStars'> & { open: number[] })[]
  }
  /** Products that nobody has answered yet. */
  isWaiting: boolean
  /** The next step with its day; null where the law has none for the round, and once all is answered. */
  step: MinistryStep | null
  rule: Rule<'round.deadlines'> | null
}

async function ministryFile({ db, now }: Ctx, { id, status, sessionId, sentOn, items }: DecisionView): Promise<MinistryFile | null> {
  const sentOnItems = items.filter(({ outcome }) => outcome === 'potential-five')
  if (sentOnItems.length === 0 || sessionId === null) return null
  const today = dateInVietnam(now)
  const [ranks, rule] = [await ranksOn(db, today), await ruleOn(db, 'star.meanwhile-recognition', today)]
  const days = await ministryDaysOf(db, sessionId)
  const isDraft = refuseStatus(decisionActs.record, status) === null
  const isWaiting = isDraft || (await selectAwaitingMinistry(db)).some(({ decisionId }) => decisionId === id)
  return {
    meanwhile: {
      rule,
      items: sentOnItems.map((item) => ({ ...item, open: rule.value ? meanwhileRanks(item, ranks) : [] })),
    },
    isWaiting,
    step: days && isWaiting ? ministryStep({ sentOn }, days, today) : null,
    rule: days?.rule ?? null,
  }
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
    ministry: await ministryFile(ctx, ground.decision),
    may: mayOf(decisionActs, decision.status, grantsOf(ctx.actor)),
    isUnsigned: refuseStatus(decisionActs.record, decision.status) === null,
  }
}
