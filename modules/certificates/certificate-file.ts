import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { hasRole } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import { findCertificate } from './find-certificate.ts'
import { hasPaperFor } from './official-papers.ts'
import { requireDecisionReader } from './policy.ts'
import type { CertificateView } from './rules.ts'
import { issuerOf } from './signing.ts'

/** A certificate on the desk of the office. */
export type CertificateFile = {
  certificate: CertificateView
  /** Whether the paper is ours to print. */
  hasPaper: boolean
  mayWithdraw: boolean
  /** Who takes it back, and how its decisions are numbered. */
  withdrawnBy: { authority: string; symbol: string }
  reasonsRule: Rule<'withdrawal.reasons'>
  daysRule: Rule<'withdrawal.decide-days'>
}

export async function certificateFile(ctx: Ctx, code: string): Promise<CertificateFile> {
  const reader = requireDecisionReader(ctx.actor)
  const certificate = await findCertificate(ctx, code)
  if (!certificate) throw new NotFound('No such certificate', { code })
  const today = dateInVietnam(ctx.now)
  const { authority, decisionSymbol: symbol } = await issuerOf(ctx.db, certificate.stars, today)
  return {
    certificate,
    hasPaper: await hasPaperFor(ctx, certificate),
    mayWithdraw: certificate.status === 'active' && hasRole(reader, 'provincial-officer'),
    withdrawnBy: { authority, symbol },
    reasonsRule: await ruleOn(ctx.db, 'withdrawal.reasons', today),
    daysRule: await ruleOn(ctx.db, 'withdrawal.decide-days', today),
  }
}
