import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import { selectReprints } from './certificate-paper.store.ts'
import type { Reprint } from './certificate-paper.store.ts'
import { selectCertificate, selectCertificateId } from './certificate.store.ts'
import { findCertificate } from './find-certificate.ts'
import type { PaperLink } from '../papers/index.ts'
import { papersOfCertificate } from './papers.ts'
import { requireDecisionReader } from './policy.ts'
import { certificateActs, isLive } from './rules.ts'
import type { CertificateView, MayCertify } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'
import { issuerOf } from './signing.ts'
import { selectProposalsOf } from './withdrawals/withdrawal.store.ts'
import type { WithdrawalProposal } from './withdrawals/withdrawal.store.ts'

/** A certificate on the desk of the office. */
export type CertificateFile = {
  certificate: CertificateView
  decisionId: DecisionId | null
  /** Its paper, or whose it is where we do not print it. */
  paper: PaperLink
  /** The decision on its withdrawal, once it was withdrawn. */
  withdrawal: PaperLink | null
  may: MayCertify
  /** What is to become of it: the proposal of its withdrawal that waits; and whether the reader may open one. */
  proposal: WithdrawalProposal | null
  mayPropose: boolean
  reprints: Reprint[]
  /** Whether the province printed it and may print it again. */
  isOurPaper: boolean
  /** Who takes it back, and how its decisions are numbered. */
  withdrawnBy: { authority: string; symbol: string }
  reasonsRule: Rule<'withdrawal.reasons'>
  daysRule: Rule<'withdrawal.decide-days'>
}

export async function certificateFile(ctx: Ctx, code: string): Promise<CertificateFile> {
  requireDecisionReader(ctx.actor)
  const certificate = await findCertificate(ctx, code)
  const card = certificate && (await selectCertificate(ctx.db, certificate.code))
  if (!certificate || !card) throw new NotFound('No such certificate', { code })
  const today = dateInVietnam(ctx.now)
  const id = await selectCertificateId(ctx.db, card.code)
  const proposal = (await selectProposalsOf(ctx.db, id)).find(isLive) ?? null
  const may = mayOf(certificateActs, certificate.status, grantsOf(ctx.actor))
  const papers = await papersOfCertificate(ctx, card)
  const { authority, decisionSymbol: symbol } = await issuerOf(ctx.db, certificate.stars, today)
  return {
    certificate,
    decisionId: card.decisionId,
    paper: papers.find(({ kind }) => kind === 'certificate')!,
    withdrawal: papers.find(({ kind }) => kind === 'withdrawal') ?? null,
    may,
    proposal,
    mayPropose: may.withdraw === true && proposal === null,
    reprints: await selectReprints(ctx.db, id),
    isOurPaper: may.reprint === true && papers.some(({ kind, absent }) => kind === 'certificate' && absent === null),
    withdrawnBy: { authority, symbol },
    reasonsRule: await ruleOn(ctx.db, 'withdrawal.reasons', today),
    daysRule: await ruleOn(ctx.db, 'withdrawal.decide-days', today),
  }
}
