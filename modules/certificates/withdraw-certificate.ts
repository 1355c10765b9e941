import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, recordStanding } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { audit } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import { selectCertificate, updateWithdrawn } from './certificate.store.ts'
import { standInLine } from './decision.store.ts'
import { certificateEvents } from './events.ts'
import type { CertificateWithdrawn } from './events.ts'
import { requireDecisionOfficer } from './policy.ts'
import { decideWithdrawal, decisionNumber, withdrawalReasons } from './rules.ts'
import type { WithdrawalRefusal } from './rules.ts'
import { issuerOf, signingFacts, signingFields } from './signing.ts'

export const withdrawCertificateInput = z.object({
  code: z.string(),
  reason: z.enum(withdrawalReasons, 'Hãy chọn lý do thu hồi.'),
  number: signingFields.number,
  signedOn: signingFields.signedOn,
  note: z.string().trim().max(1000, 'Ghi chú dài quá 1000 chữ.').default(''),
})
export type WithdrawCertificateInput = z.infer<typeof withdrawCertificateInput>

/** Enters the decision that takes a certificate back; from its day on every page says so. The same entry made again changes nothing. */
export async function withdrawCertificate(
  ctx: Ctx,
  input: WithdrawCertificateInput,
): Promise<Outcome<{ code: string }, WithdrawalRefusal>> {
  const officer = requireDecisionOfficer(ctx.actor)
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    await standInLine(tx)
    const certificate = await selectCertificate(tx, input.code)
    if (!certificate) throw new NotFound('No such certificate', { code: input.code })
    const { code, productId, stars } = certificate
    const issuer = await issuerOf(tx, stars, today)
    const number = decisionNumber(input.number, issuer.decisionSymbol)
    if (number === null) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
    if (certificate.status === 'withdrawn' && certificate.withdrawalNumber === number && certificate.withdrawnOn === input.signedOn) {
      return done({ code })
    }
    const { value: reasons } = await ruleOn(tx, 'withdrawal.reasons', today)
    const earliest = certificate.issuedOn ?? certificate.decisionDate ?? ''
    const facts = { ...(await signingFacts(tx, ctx, { number, signedOn: input.signedOn }, { issuer, earliest })), reasons }
    const decided = decideWithdrawal(certificate, { ...input, number }, facts)
    if (!decided.ok) return decided
    await updateWithdrawn(tx, code, {
      on: input.signedOn,
      reason: input.reason,
      number,
      authority: issuer.authority,
      note: input.note || null,
    })
    const product = await findProduct({ db: tx, actor: ctx.actor }, productId)
    const { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
    const kept = { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
    await recordStanding(tx, { productId, standing: 'withdrawn', stars, certificateCode: code, ...kept })
    const payload: CertificateWithdrawn = { code, productId, withdrawnOn: input.signedOn, reason: input.reason }
    await recordEvent(tx, { type: certificateEvents.withdrawn, payload, actorId: officer.userId, at: ctx.now })
    await audit(tx, ctx, {
      action: 'certificate.withdrawn',
      subjectType: 'certificate',
      subjectId: code,
      detail: { number, signedOn: input.signedOn, reason: input.reason },
    })
    return done({ code })
  })
}
