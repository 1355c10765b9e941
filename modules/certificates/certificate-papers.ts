import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, RefusalsOf } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, recordStanding } from '../catalogue/index.ts'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct, system } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { insertReprint, selectNumbered, selectReprints, updateCorrected, updatePaperNumber } from './certificate-paper.store.ts'
import { insertCertificate, nameSuccessor, selectCertificate, selectCertificateId, updateStatus } from './certificate.store.ts'
import { lockDecisions, selectDecision } from './decision.store.ts'
import { certificateActs, correctedCode, decideCorrection, decideReprint } from './rules.ts'
import type { PaperRefusal } from './rules.ts'
import { certificatePaperWords as says } from './words.ts'

type Acts = typeof certificateActs
const reason = z.string().trim().min(3, says.reasonMissing).max(500, says.reasonLong)

export const reprintCertificateInput = z.object({ code: z.string(), reason })
export type ReprintCertificateInput = z.infer<typeof reprintCertificateInput>

/** Says that the paper of a certificate is printed once more, and why: it is counted, and its page names each time. */
export async function reprintCertificate(
  ctx: Ctx,
  { code, reason: why }: ReprintCertificateInput,
): Promise<Outcome<{ times: number }, RefusalsOf<PaperRefusal, Acts['reprint']>>> {
  const act = certificateActs.reprint
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const certificate = await lockCertificate(tx, code)
    const decided = decideReprint(certificate)
    if (!decided.ok) return decided as Outcome<never, RefusalsOf<PaperRefusal, Acts['reprint']>>
    const times = (await selectReprints(tx, certificate.id)).length + 1
    await insertReprint(tx, certificate.id, { place: times, reason: why, at: ctx.now, by: actorId(ctx.actor) })
    await record(tx, ctx, act, { subjectId: code, detail: { times, reason: why } })
    return done({ times })
  })
}

export const correctCertificateInput = z.object({
  code: z.string(),
  productName: z.string().trim().min(2, says.productMissing).max(200, says.nameLong),
  producerName: z.string().trim().min(2, says.producerMissing).max(200, says.nameLong),
  address: z.string().trim().max(300, says.nameLong).default(''),
  reason,
})
export type CorrectCertificateInput = z.infer<typeof correctCertificateInput>

/**
 * A new certificate, of the same number, day and term, for one whose names were misspelt; the misspelt one is superseded, so its credential says so, and
 * both stay to be read. The name of the product in the register is its own and is not touched.
 */
export async function correctCertificate(
  ctx: Ctx,
  { code, reason: note, address, ...names }: CorrectCertificateInput,
): Promise<Outcome<{ code: string }, RefusalsOf<PaperRefusal, Acts['correct']>>> {
  const { correct: act, supersede: followed } = certificateActs
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const held = await lockCertificate(tx, code)
    const corrected = { ...names, address: address || null }
    const decided = decideCorrection(held, corrected)
    if (!decided.ok) return decided as Outcome<never, RefusalsOf<PaperRefusal, Acts['correct']>>
    const id = ctx.newId('cer')
    const anew = correctedCode(code)
    await updateStatus(tx, held.id, followed.to)
    await record(tx, ctx, followed, { subjectId: code, payload: { code, productId: held.productId, by: anew } })
    await insertCertificate(tx, { ...held, ...corrected, id, code: anew, status: act.to })
    await nameSuccessor(tx, [held.id], id)
    await updateCorrected(tx, { id: held.id, by: id, note, paperNumber: held.paperNumber, on: dateInVietnam(ctx.now) })
    const product = await findProduct({ db: tx, actor: system('certificates') }, held.productId)
    const { standing, stars, potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
    const kept = { standing, stars, potentialFive, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
    await recordStanding(tx, { productId: held.productId, ...kept, certificateCode: anew })
    const payload = { code: anew, corrects: code, productId: held.productId }
    await record(tx, ctx, act, { subjectId: anew, payload, detail: { corrects: code, note } })
    return done({ code: anew })
  })
}

export const numberCertificateInput = z.object({
  code: z.string(),
  paperNumber: z.string().trim().min(1, says.numberMissing).max(60, says.numberLong),
})
export type NumberCertificateInput = z.infer<typeof numberCertificateInput>

/** Enters the number as it is printed, for papers that were numbered otherwise: from now on the certificate is shown with it and found by it. */
export async function numberCertificate(
  ctx: Ctx,
  { code, paperNumber }: NumberCertificateInput,
): Promise<Outcome<{ code: string }, RefusalsOf<PaperRefusal, Acts['number']>>> {
  const act = certificateActs.number
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const { paperNumber: before } = await lockCertificate(tx, code)
    const product = await selectNumbered(tx, { number: paperNumber, but: code })
    if (product !== null) return refuse('number-on-paper-taken', { number: paperNumber, product })
    if (before === paperNumber) return done({ code })
    await updatePaperNumber(tx, code, paperNumber)
    await record(tx, ctx, act, { subjectId: code, detail: { before, after: paperNumber } })
    return done({ code })
  })
}

async function lockCertificate(tx: Tx, code: string) {
  await lockDecisions(tx)
  const certificate = await selectCertificate(tx, code)
  if (!certificate) throw new NotFound('No such certificate', { code })
  const decision = certificate.decisionId === null ? undefined : await selectDecision(tx, { id: certificate.decisionId })
  return { ...certificate, id: await selectCertificateId(tx, code), decisionKind: decision?.kind ?? null }
}
