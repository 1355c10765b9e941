import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { decideRepeatSheet, sensoryCriteria, sessionActs } from '../rules.ts'
import type { ScoreRepeatRefusal, SessionStatusRefusal } from '../rules.ts'
import { lockSessionAs } from '../sessions/open-session-as.ts'
import { lockMember } from '../sheets/sheet.store.ts'
import { insertRepeatSheet, selectRepeatSheets, selectSamples } from './repeat.store.ts'

export const scoreRepeatInput = z.object({
  sessionId: idInput('ses'),
  sampleId: idInput('rps'),
  marks: z.array(z.object({ criterion: z.string().max(20), choice: z.number().int().min(0).max(50) })).max(60),
})

/** A member hands in the marks of a sample that they know by its code alone. */
export async function scoreRepeat(
  ctx: Ctx,
  { sessionId, sampleId, marks }: z.infer<typeof scoreRepeatInput>,
): Promise<Outcome<{ handedIn: true }, SessionStatusRefusal | ScoreRepeatRefusal>> {
  const act = sessionActs['score-repeat']
  return inTransaction(ctx, async (tx) => {
    const { session, memberId } = await lockSessionAs(tx, ctx, sessionId, act, 'share')
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const sample = (await selectSamples(tx, session.id)).find(({ id }) => id === sampleId)
    if (!sample) throw new NotFound('No such sample', { sessionId, sampleId })
    await lockMember(tx, session.id, memberId)
    const decision = decideRepeatSheet(
      {
        criteria: sensoryCriteria(criteriaSet(sample.criteriaDecision, sample.setCode)),
        isHandedIn: (await selectRepeatSheets(tx, session.id)).some((sheet) => sheet.sampleId === sampleId && sheet.memberId === memberId),
      },
      marks,
    )
    if (!decision.ok) return decision
    await insertRepeatSheet(tx, { sampleId, memberId, lines: decision.event.lines, submittedAt: ctx.now })
    await record(tx, ctx, act, { subjectId: session.id, detail: { code: sample.code, memberId } })
    return done({ handedIn: true })
  })
}
