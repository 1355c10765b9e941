import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, recordStanding } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct, system } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import { selectCertificate, updateWithdrawn } from './certificate.store.ts'
import { lockDecisions } from './decision.store.ts'
import { certificateActs, decideWithdrawal, decisionNumber, withdrawalReasons } from './rules.ts'
import type { WithdrawalRefusal } from './rules.ts'
import { signingWords as says } from './words.ts'
import { issuerOf, signingFacts, signingFields } from './signing.ts'

export const withdrawCertificateInput = z.object({
  code: z.string(),
  reason: z.enum(withdrawalReasons, says.reasonMissing),
  number: signingFields.number,
  signedOn: signingFields.signedOn,
  signer: z.string().trim().max(120, says.signerLong).default(''),
  signerTitle: z.string().trim().max(120, says.titleLong).default(''),
  note: z.string().trim().max(1000, says.noteLong).default(''),
})
export type WithdrawCertificateInput = z.input<typeof withdrawCertificateInput>

/** Enters the decision that takes a certificate back; from its day on every page says so. The same entry made again changes nothing. */
export async function withdrawCertificate(
  ctx: Ctx,
  input: WithdrawCertificateInput,
): Promise<Outcome<{ code: string }, WithdrawalRefusal>> {
  const act = certificateActs.withdraw
  requireAct(ctx.actor, act)
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const certificate = await selectCertificate(tx, input.code)
    if (!certificate) throw new NotFound('No such certificate', { code: input.code })
    const { code, productId, stars } = certificate
    const issuer = await issuerOf(tx, stars, today)
    const number = decisionNumber(input.number, issuer.decisionSymbol)
    if (number === null) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
    if (certificate.withdrawalNumber === number && certificate.withdrawnOn === input.signedOn) {
      return done({ code })
    }
    const { value: reasons } = await ruleOn(tx, 'withdrawal.reasons', today)
    const earliest = certificate.issuedOn ?? certificate.decisionDate ?? ''
    const facts = { ...(await signingFacts(tx, ctx, { number, signedOn: input.signedOn }, { issuer, earliest })), reasons }
    const decided = decideWithdrawal(certificate, { ...input, note: input.note ?? '', number }, facts)
    if (!decided.ok) return decided
    await updateWithdrawn(tx, code, {
      status: act.to,
      on: input.signedOn,
      reason: input.reason,
      number,
      authority: issuer.authority,
      note: input.note || null,
      signer: input.signer || null,
      signerTitle: input.signerTitle || null,
    })
    const product = await findProduct({ db: tx, actor: system('certificates') }, productId)
    const { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
    const kept = { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
    await recordStanding(tx, { productId, standing: 'withdrawn', stars, certificateCode: code, ...kept })
    const payload = { code, productId, withdrawnOn: input.signedOn, reason: input.reason }
    await record(tx, ctx, act, { subjectId: code, payload, detail: { number, signedOn: input.signedOn, reason: input.reason } })
    return done({ code })
  })
}
