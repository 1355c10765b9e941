import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { sessionResults } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { issuers } from '../papers/index.ts'
import { applyDecision } from './apply-decision.ts'
import { selectCertifiedAfter } from './certificate.store.ts'
import { lockDecisions, selectDecision } from './decision.store.ts'
import { checkProposal, decideRecording, decisionActs, recognisedBy } from './rules.ts'
import type { DecisionView, RecordingRefusal, Signing } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'
import { completed, proposalFields, signingFacts, signingFields } from './signing.ts'

export const recordDecisionInput = z.object({ decisionId: idInput('dec'), ...signingFields, ...proposalFields })
export type RecordDecisionInput = z.input<typeof recordDecisionInput>

export type DecisionReceipt = { decisionId: DecisionId; number: string; signedOn: string; certificates: string[] }

/**
 * Enters number, day and signer of the signed decision. In this moment the certificates, the register and the dossiers follow, all or nothing.
 * The same entry made again is one decision with one receipt.
 */
export async function recordDecision(ctx: Ctx, input: RecordDecisionInput): Promise<Outcome<DecisionReceipt, RecordingRefusal>> {
  const act = decisionActs.record
  const issuer = issuers.province
  const { decisionId, proposalNumber = '', proposalOn = '', ...typed } = input
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    requireAct(ctx.actor, act)
    const decision = await selectDecision(tx, { id: decisionId })
    if (!decision || decision.sessionId === null) throw new NotFound('No such decision', { decisionId })
    const signing = completed(typed, issuer)
    if (!signing) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
    if (isSame(decision, signing)) return done(receiptOf(decision))
    const { session } = await sessionResults(tx, decision.sessionId)
    const earliest = session.closedAt ? dateInVietnam(session.closedAt) : session.heldOn
    const wrong = checkProposal({ number: proposalNumber, on: proposalOn }, { signedOn: signing.signedOn, earliest })
    if (wrong) return wrong
    const proposal = proposalNumber === '' ? null : { number: proposalNumber, on: proposalOn }
    const recognised = recognisedBy(decision.items).map(({ productId }) => productId)
    const decided = decideRecording(decision, signing, {
      ...(await signingFacts(tx, ctx, signing, { issuer, earliest })),
      certifiedLater: await selectCertifiedAfter(tx, recognised, signing.signedOn),
    })
    if (!decided.ok) return decided
    const payload = await applyDecision(tx, ctx, decision.items, {
      decisionId,
      issuer,
      signing,
      proposal,
      to: act.to,
      by: actorId(ctx.actor),
    })
    const detail = {
      number: signing.number,
      signedOn: signing.signedOn,
      dossiers: decision.items.length,
      ...(proposal && { proposal: proposal.number }),
    }
    await record(tx, ctx, act, { subjectId: decisionId, payload, detail })
    return done(receiptOf((await selectDecision(tx, { id: decisionId }))!))
  })
}

/** A decision has a number once it was recorded. */
const isSame = (decision: DecisionView, { number, signedOn }: Signing) => decision.number === number && decision.signedOn === signedOn

function receiptOf({ id, number, signedOn, items }: DecisionView): DecisionReceipt {
  return { decisionId: id, number: number!, signedOn: signedOn!, certificates: items.flatMap((item) => item.certificateCode ?? []) }
}
