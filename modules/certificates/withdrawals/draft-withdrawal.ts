import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { issuers, producePaper } from '../../papers/index.ts'
import type { PaperFile, Papers } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { selectCertificate } from '../certificate.store.ts'
import { withdrawalDraftPaper } from '../papers/withdrawal-paper.ts'
import type { WithdrawalDraft } from '../papers/withdrawal-paper.ts'
import { requireDecisionReader } from '../policy.ts'
import { withdrawalActs } from '../rules.ts'
import { issuerOf } from '../signing.ts'
import { selectProposals } from './withdrawal.store.ts'
import type { WithdrawalProposal } from './withdrawal.store.ts'

export const withdrawalDraftPapers = { 'withdrawal-draft': withdrawalDraftPaper } as const satisfies Papers<WithdrawalDraft>

/** The draft of the decision on proposals that wait for one, as a file; what the ministry takes back is not in it, since it writes its own. */
export async function withdrawalDraft(
  ctx: Ctx,
  { proposalIds, file }: { proposalIds: readonly string[]; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  requireDecisionReader(ctx.actor)
  return producePaper(ctx, withdrawalDraftPapers, { file }, await draftOf(ctx, proposalIds))
}

/** What the draft of these proposals stands on. */
export async function draftOf(ctx: Ctx, proposalIds: readonly string[]): Promise<WithdrawalDraft> {
  const chosen = await selectProposals(
    ctx.db,
    proposalIds.map((id) => readId('wdp', id)),
  )
  const ours: WithdrawalProposal[] = []
  for (const proposal of chosen) {
    const isOpen = withdrawalActs.decide.from.some((status) => status === proposal.status)
    const { authority } = await issuerOf(ctx.db, proposal.stars, dateInVietnam(ctx.now))
    if (isOpen && authority === issuers.province.authority) ours.push(proposal)
  }
  const [first, ...others] = ours
  const certificate = first && (await selectCertificate(ctx.db, first.certificateCode))
  if (!certificate) throw new NotFound('No such withdrawal of the province', { proposalIds })
  return { certificate, proposals: [first, ...others], now: ctx.now }
}
