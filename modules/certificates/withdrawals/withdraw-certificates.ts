import { Conflict, NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, recordStanding } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import type { Issuer } from '../../papers/index.ts'
import { updateWithdrawn } from '../certificate.store.ts'
import { lockDecisions } from '../decision.store.ts'
import { certificateActs, decideWithdrawal, withdrawalActs } from '../rules.ts'
import type { Signing, WithdrawalRefusal } from '../rules.ts'
import { completed, issuerOf, signingFacts, signingFields } from '../signing.ts'
import { signingWords as says } from '../words.ts'
import { selectProposals, selectWithdrawalDay, updateClosed } from './withdrawal.store.ts'
import type { WithdrawalProposal } from './withdrawal.store.ts'

export const withdrawCertificatesInput = z.object({
  proposalIds: z
    .union([idInput('wdp'), z.array(idInput('wdp'))], says.proposalMissing)
    .transform((ids) => [...new Set([ids].flat())])
    .refine((ids) => ids.length > 0, says.proposalMissing),
  ...signingFields,
})
export type WithdrawCertificatesInput = z.infer<typeof withdrawCertificatesInput>

/**
 * Enters the decision that takes certificates back, as many as it names; from its day on every page says so. The same entry made again changes
 * nothing, and what the same paper names besides may be entered after.
 */
export async function withdrawCertificates(
  ctx: Ctx,
  { proposalIds, ...typed }: WithdrawCertificatesInput,
): Promise<Outcome<{ codes: string[] }, WithdrawalRefusal>> {
  requireAct(ctx.actor, certificateActs.withdraw)
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const proposals = await selectProposals(tx, proposalIds)
    const [first] = proposals
    if (!first || proposals.length < proposalIds.length) throw new NotFound('No such withdrawal', { proposalIds })
    const issuers = await Promise.all(proposals.map(({ stars }) => issuerOf(tx, stars, today)))
    const issuer = issuers[0]!
    const signing = completed(typed, issuer)
    if (!signing) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
    const { number, signedOn } = signing
    const codes = proposals.map(({ certificateCode }) => certificateCode)
    if (proposals.every((one) => one.withdrawalNumber === number && one.withdrawnOn === signedOn)) return done({ codes })
    const earliest = proposals
      .flatMap((one) => [one.issuedOn, one.foundedOn])
      .filter((day) => day !== null)
      .toSorted()
      .at(-1)
    const { numberTaken, ...facts } = await signingFacts(tx, ctx, signing, { issuer, earliest: earliest ?? '' })
    const dayBefore = await selectWithdrawalDay(tx, { number, authority: issuer.authority, year: Number(signedOn.slice(0, 4)) })
    const isOtherDay = dayBefore !== null && dayBefore !== signedOn
    const decided = decideWithdrawal(
      proposals.map((one, index) => ({ ...one, authority: issuers[index]!.authority })),
      signing,
      { ...facts, numberTaken: numberTaken || isOtherDay },
    )
    if (!decided.ok) return decided
    for (const proposal of proposals) {
      await withdrawCertificate(tx, ctx, proposal, { issuer, signing })
      await concludeProposal(tx, ctx, proposal, number)
    }
    return done({ codes })
  })
}

type Withdrawn = Pick<WithdrawalProposal, 'certificateCode' | 'certificateStatus' | 'productId' | 'stars' | 'reason' | 'note'>

/** One certificate, its page and its product in the register. Only the recording of a decision does this; it holds the lock. */
export async function withdrawCertificate(
  tx: Tx,
  ctx: Ctx,
  { certificateCode: code, certificateStatus: status, productId, stars, reason, note }: Withdrawn,
  { issuer: { authority }, signing }: { issuer: Pick<Issuer, 'authority'>; signing: Signing },
): Promise<void> {
  const { number, signedOn, signer, signerTitle } = signing
  const act = certificateActs.withdraw
  requireAct(ctx.actor, act)
  if (refuseStatus(act, status)) throw new Conflict('certificate-status', { code, status })
  await updateWithdrawn(tx, code, {
    status: act.to,
    on: signedOn,
    reason,
    number,
    authority,
    note: note || null,
    signer,
    signerTitle,
  })
  const product = await findProduct({ db: tx, actor: system('certificates') }, productId)
  const { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
  const kept = { potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
  await recordStanding(tx, { productId, standing: 'withdrawn', stars, certificateCode: code, ...kept })
  const payload = { code, productId, withdrawnOn: signedOn, reason }
  await record(tx, ctx, act, { subjectId: code, payload, detail: { number, signedOn, reason } })
}

/** Ends a proposal by the decision of this number. */
export async function concludeProposal(
  tx: Tx,
  ctx: Ctx,
  { id, status, certificateCode: certificate }: Pick<WithdrawalProposal, 'id' | 'status' | 'certificateCode'>,
  number: string,
): Promise<void> {
  const act = withdrawalActs.decide
  requireAct(ctx.actor, act)
  if (refuseStatus(act, status)) throw new Conflict('withdrawal-status', { id, status })
  await updateClosed(tx, [id], { status: act.to, at: ctx.now, by: actorId(ctx.actor), note: null })
  await record(tx, ctx, act, { subjectId: id, detail: { certificate, number } })
}
