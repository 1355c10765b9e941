import { mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { communesOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { requireDecisionReader } from '../policy.ts'
import { certificateActs, decidedUntil, withdrawalActs } from '../rules.ts'
import type { MayCertify, MayWithdraw } from '../rules.ts'
import { issuerOf } from '../signing.ts'
import type { WithdrawalProposalId } from '../rules/ids.ts'
import { selectInForceOf, selectProposals, selectProposalsIn } from './withdrawal.store.ts'
import type { WithdrawalProposal } from './withdrawal.store.ts'

export type ProposedWithdrawal = WithdrawalProposal & {
  /** The last day on which it is to be decided, and by how much that has passed; null while the commune is asked. */
  term: { until: PlainDate; daysLate: number } | null
  /** Who takes it back, and how its decisions are numbered. */
  withdrawnBy: { authority: string; symbol: string }
  may: MayWithdraw
}

/** What is to be withdrawn: the first to be decided first, then what communes are asked. */
export async function listWithdrawals(ctx: Ctx): Promise<{
  open: ProposedWithdrawal[]
  asked: ProposedWithdrawal[]
  daysRule: Rule<'withdrawal.decide-days'>
  today: PlainDate
  may: Pick<MayCertify, 'withdraw'>
}> {
  requireDecisionReader(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const daysRule = await ruleOn(ctx.db, 'withdrawal.decide-days', today)
  const live = await selectProposalsIn(ctx.db, withdrawalActs.drop.from)
  const listed = await Promise.all(
    live.map(async (proposal): Promise<ProposedWithdrawal> => {
      const { authority, decisionSymbol: symbol } = await issuerOf(ctx.db, proposal.stars, today)
      return {
        ...proposal,
        term: proposal.foundedOn === null ? null : decidedUntil(proposal.foundedOn, today, daysRule.value),
        withdrawnBy: { authority, symbol },
        may: mayOf(withdrawalActs, proposal.status, grantsOf(ctx.actor)),
      }
    }),
  )
  return {
    open: listed.filter(({ term }) => term !== null),
    asked: listed.filter(({ term }) => term === null),
    daysRule,
    today,
    may: mayOf(certificateActs, 'active', grantsOf(ctx.actor)),
  }
}

/** What a commune is asked about its products, what it has confirmed, and the certificates in force of which it may say that production stopped. */
export async function listStops(ctx: Ctx) {
  const officer = requireRole(ctx.actor, 'commune-officer')
  const communes = communesOf(officer, 'commune-officer')
  const asked = await selectProposalsIn(ctx.db, withdrawalActs.confirm.from, communes)
  const confirmed = await selectProposalsIn(ctx.db, withdrawalActs.decide.from, communes)
  return { asked, confirmed, inForce: await selectInForceOf(ctx.db, communes), today: dateInVietnam(ctx.now) }
}

/** Withdrawals that a room above proposed, as they stand now. */
export async function proposalsById(
  ctx: Pick<Ctx, 'actor'> & { db: ReadDb },
  ids: readonly WithdrawalProposalId[],
): Promise<WithdrawalProposal[]> {
  requireDecisionReader(ctx.actor)
  return selectProposals(ctx.db, ids)
}
