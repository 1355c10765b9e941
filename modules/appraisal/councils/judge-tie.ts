import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { isHandedIn, proposedTies, sessionActs } from '../rules.ts'
import type { ReasonMissing, SessionClosedRefusal, TieDecision } from '../rules.ts'
import { discloseDeviation } from '../sessions/disclose-deviation.ts'
import { lockSessionAs, readSessionDossier } from '../sessions/open-session-as.ts'
import { interestsOf, storeTieDecision } from './conflict.store.ts'

export const judgeTieInput = z.object({
  sessionId: idInput('ses'),
  dossierId: idInput('dos'),
  memberId: idInput('cmb'),
  tie: z.enum(proposedTies),
  reason: z.string().trim().max(500),
})
export type JudgeTieInput = z.infer<typeof judgeTieInput>

type Judged = Outcome<{ decision: TieDecision }, SessionClosedRefusal | ReasonMissing>

/**
 * The secretary confirms a tie that the platform proposed: the member is excluded from that dossier. A sheet that is in already does not count
 * from now on, and the chair and the minutes read why.
 */
export const confirmTie = (ctx: Ctx, input: JudgeTieInput): Promise<Judged> => judgeTie(ctx, input, 'confirmed')

/** The secretary finds that a proposed tie is none; the member scores, or scores again where it was confirmed before. */
export const dismissTie = (ctx: Ctx, input: JudgeTieInput): Promise<Judged> => judgeTie(ctx, input, 'dismissed')

async function judgeTie(ctx: Ctx, { sessionId, dossierId, memberId, tie, reason }: JudgeTieInput, decision: TieDecision): Promise<Judged> {
  const act = sessionActs[decision === 'confirmed' ? 'confirm-tie' : 'dismiss-tie']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const proposed = (await interestsOf(tx, session.id, dateInVietnam(ctx.now))).ties.find(
      (proposal) => proposal.dossierId === dossierId && proposal.memberId === memberId && proposal.tie === tie,
    )
    // Only what the platform found can be confirmed: a secretary invents no tie.
    if (!proposed) throw new NotFound('No such tie', { sessionId, dossierId, memberId, tie })
    if (reason.trim() === '') return refuse('reason-missing', { criteria: [] })
    const { sheets } = await readSessionDossier(tx, ctx, { sessionId: session.id, dossierId })
    const handedIn = sheets.some((sheet) => sheet.memberId === memberId && isHandedIn(sheet))
    await storeTieDecision(
      tx,
      { sessionId: session.id, dossierId, memberId, tie, basis: proposed.basis },
      { decision, reason: reason.trim(), by: ctx.actor, at: ctx.now },
    )
    await discloseDeviation(tx, ctx, session)
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, memberId, tie, reason: reason.trim(), handedIn } })
    return done({ decision })
  })
}
