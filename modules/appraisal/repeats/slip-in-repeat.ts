import { createHash } from 'node:crypto'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { decideSlipIn, refuseInWriting, sensoryCriteria, sessionActs } from '../rules.ts'
import type { MeetingOnlyRefusal, SessionClosedRefusal, SlipInRefusal, TakeOutRefusal } from '../rules.ts'
import type { RepeatSampleId } from '../rules/ids.ts'
import { lockSessionAs } from '../sessions/open-session-as.ts'
import { offeredRepeats } from './find-repeats.ts'
import { deleteSample, insertSample, selectRepeatSheets, selectSamples } from './repeat.store.ts'

export const slipInRepeatInput = z.object({ sessionId: idInput('ses'), dossierId: idInput('dos') })

type SlippedIn = Outcome<{ code: string }, SessionClosedRefusal | MeetingOnlyRefusal | SlipInRefusal>

/** The secretary puts a product before the council once more under a code: one that lies on the table, or that this council scored before. */
export async function slipInRepeat(ctx: Ctx, input: z.infer<typeof slipInRepeatInput>): Promise<SlippedIn> {
  const act = sessionActs['slip-in-repeat']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const closed = refuseStatus(act, session.status) ?? refuseInWriting(session.manner)
    if (closed) return closed
    const offered = (await offeredRepeats(tx, session.id)).find(({ dossierId }) => dossierId === input.dossierId)
    if (!offered) throw new NotFound('Not scored by this council', input)
    const there = await selectSamples(tx, session.id)
    const decision = decideSlipIn({
      criteria: sensoryCriteria(criteriaSet(offered.criteriaDecision, offered.setCode)),
      isThere: there.some(({ dossierId }) => dossierId === input.dossierId),
    })
    if (!decision.ok) return decision
    const id = ctx.newId('rps')
    const code = codeOf(
      id,
      there.map((sample) => sample.code),
    )
    const { dossierId, firstSessionId } = offered
    await insertSample(tx, { id, code, dossierId, firstSessionId, sessionId: session.id, byName: actorName(ctx.actor), at: ctx.now })
    // Which product it is stands in the row and not in the trail: that is read before the close.
    await record(tx, ctx, act, { subjectId: session.id, detail: { code } })
    return done({ code })
  })
}

export const takeOutRepeatInput = z.object({ sessionId: idInput('ses'), sampleId: idInput('rps') })

/** Takes it away again, as long as nobody has scored it. */
export async function takeOutRepeat(
  ctx: Ctx,
  { sessionId, sampleId }: z.infer<typeof takeOutRepeatInput>,
): Promise<Outcome<{ code: string }, SessionClosedRefusal | TakeOutRefusal>> {
  const act = sessionActs['take-out-repeat']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const sample = (await selectSamples(tx, session.id)).find(({ id }) => id === sampleId)
    if (!sample) throw new NotFound('No such sample', { sessionId, sampleId })
    if ((await selectRepeatSheets(tx, session.id)).some((sheet) => sheet.sampleId === sampleId)) return refuse('repeat-scored')
    await deleteSample(tx, sampleId)
    await record(tx, ctx, act, { subjectId: session.id, detail: { code: sample.code } })
    return done({ code: sample.code })
  })
}

/** Three digits, as sensory laboratories code their samples (ISO 6658): they say nothing of an order, and no two of a session are alike. */
function codeOf(id: RepeatSampleId, taken: readonly string[]): string {
  const drawn = createHash('sha256').update(id).digest().readUInt32BE() % 900
  for (let step = 0; ; step++) {
    const code = String(100 + ((drawn + step) % 900))
    if (!taken.includes(code)) return code
  }
}
