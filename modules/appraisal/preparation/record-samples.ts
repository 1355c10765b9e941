import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { countSamples, decideSamples, preparationActs, sampleMoveNames } from '../rules.ts'
import type { SampleCount, SampleRefusal } from '../rules.ts'
import { preparationInputWords as says } from '../words/preparation.ts'
import { insertSample, selectSamples } from './sample.store.ts'

export const recordSamplesInput = z.object({
  dossierId: idInput('dos'),
  what: z.enum(sampleMoveNames, says.sampleMove),
  pieces: z.coerce.number(says.pieces).int(says.pieces).min(1, says.pieces).max(999, says.pieces),
  movedOn: z.iso.date(says.day),
  /** Where they were received, or lie then. */
  place: z.string().trim().min(1, says.place).max(300),
  condition: z.string().trim().max(1000).default(''),
})
export type RecordSamplesInput = z.infer<typeof recordSamplesInput>

/** Writes a line into the book of samples of a dossier. */
export async function recordSamples(ctx: Ctx, input: RecordSamplesInput): Promise<Outcome<SampleCount, SampleRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, input.dossierId)
    requireAct(ctx.actor, preparationActs['record-samples'])
    const before = await selectSamples(tx, dossier.id)
    const decision = decideSamples(dossier.status, input, {
      required: criteriaSet(dossier.criteriaDecision, dossier.setCode).samplesRequired,
      count: countSamples(before),
      today: dateInVietnam(ctx.now),
    })
    if (!decision.ok) return decision
    const movement = { ...input, id: ctx.newId('smp'), recordedAt: ctx.now, recordedByName: actorName(ctx.actor) }
    await insertSample(tx, movement)
    const { what, pieces, movedOn } = input
    await record(tx, ctx, preparationActs['record-samples'], { subjectId: dossier.id, detail: { what, pieces, movedOn } })
    return done(countSamples([...before, movement]))
  })
}
