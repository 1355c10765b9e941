import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { sessionForMinutes } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { audit } from '../identity/index.ts'
import { carryOut } from './carry-out.ts'
import { selectCertifiedAfter } from './certificate.store.ts'
import { selectDecision, standInLine } from './decision.store.ts'
import { issuers } from './issuers.ts'
import { requireDecisionOfficer } from './policy.ts'
import { decideRecording } from './rules.ts'
import type { RecordingRefusal } from './rules.ts'
import { completed, signingFacts, signingFields } from './signing.ts'

export const recordDecisionInput = z.object({ decisionId: z.string(), ...signingFields })
export type RecordDecisionInput = z.infer<typeof recordDecisionInput>

export type DecisionReceipt = { decisionId: string; number: string; signedOn: string; certificates: string[] }

/**
 * Enters number, day and signer of the signed decision. In this moment the certificates, the register and the dossiers follow, all or nothing.
 * The same entry made again is one decision with one receipt.
 */
export async function recordDecision(ctx: Ctx, input: RecordDecisionInput): Promise<Outcome<DecisionReceipt, RecordingRefusal>> {
  const officer = requireDecisionOfficer(ctx.actor)
  const issuer = issuers.province
  const { decisionId, ...typed } = input
  return inTransaction(ctx, async (tx) => {
    await standInLine(tx)
    const decision = await selectDecision(tx, { id: decisionId })
    if (!decision || decision.sessionId === null) throw new NotFound('No such decision', { decisionId })
    const signing = completed(typed, issuer)
    if (!signing) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
    if (decision.status === 'recorded' && decision.number === signing.number && decision.signedOn === signing.signedOn) {
      return done(await receipt())
    }
    const { session } = await sessionForMinutes({ ...ctx, db: tx }, decision.sessionId)
    const earliest = session.closedAt ? dateInVietnam(session.closedAt) : session.heldOn
    const recognised = decision.items.filter(({ outcome }) => outcome === 'recognised').map(({ productId }) => productId)
    const decided = decideRecording(decision, signing, {
      ...(await signingFacts(tx, ctx, signing, { issuer, earliest })),
      certifiedLater: await selectCertifiedAfter(tx, recognised, signing.signedOn),
    })
    if (!decided.ok) return decided
    await carryOut(tx, ctx, decision.items, { decisionId, issuer, signing, by: officer.userId })
    await audit(tx, ctx, {
      action: 'decision.recorded',
      subjectType: 'decision',
      subjectId: decisionId,
      detail: { number: signing.number, signedOn: signing.signedOn, dossiers: decision.items.length },
    })
    return done(await receipt())

    async function receipt(): Promise<DecisionReceipt> {
      const { number, signedOn, items } = (await selectDecision(tx, { id: decisionId }))!
      return { decisionId, number: number!, signedOn: signedOn!, certificates: items.flatMap((item) => item.certificateCode ?? []) }
    }
  })
}
