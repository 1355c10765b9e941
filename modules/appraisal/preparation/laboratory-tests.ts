import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { idInput } from '@dacsan/platform/ids'
import { scoredCriteria } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { tiesOf } from '../../dossiers/rules.ts'
import type { DossierCard, DossierId } from '../../dossiers/rules.ts'
import { record, requireAct, takeUpload } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { selectReport } from '../intake/intake.store.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { mayReadAppraisal, tiesOfReport } from '../policy.ts'
import { decideAskedTest, decideTestAnswer, preparationActs, testSides } from '../rules.ts'
import type { AnswerTestRefusal, AskTestRefusal } from '../rules.ts'
import type { LaboratoryTestId } from '../rules/ids.ts'
import { preparationInputWords as says } from '../words/preparation.ts'
import { insertTest, lockTest, updateTestAnswered } from './laboratory.store.ts'

export const askTestInput = z.object({
  dossierId: idInput('dos'),
  criterion: z.string().max(20).default(''),
  indicator: z.string().trim().min(1, says.indicator).max(300),
  reason: z.string().trim().min(1, says.testReason).max(1000),
  askedOf: z.enum(testSides, says.askedOf),
  dueOn: z.iso.date(says.day),
  reportWaits: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
export type AskTestInput = z.infer<typeof askTestInput>

/** Asks for a test beyond the papers of the dossier: of the producer, which is told, or of whoever writes the report. */
export async function askTest(ctx: Ctx, input: AskTestInput): Promise<Outcome<{ testId: LaboratoryTestId }, AskTestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { dossier, report } = await lockForTest(tx, ctx, 'ask-test', input.dossierId)
    const decision = decideAskedTest(dossier.status, input, {
      criteria: scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)).map(({ code }) => code),
      hasAdviser: report !== undefined,
      today: dateInVietnam(ctx.now),
    })
    if (!decision.ok) return decision
    const id = ctx.newId('lbt')
    await insertTest(tx, { ...input, id, askedIn: null, askedAt: ctx.now, askedByName: actorName(ctx.actor) })
    const { criterion, indicator, askedOf, dueOn } = input
    await record(tx, ctx, preparationActs['ask-test'], {
      subjectId: dossier.id,
      payload: { dossierId: dossier.id, testId: id },
      detail: { test: id, criterion, indicator, askedOf, dueOn },
    })
    return done({ testId: id })
  })
}

export const answerTestInput = z.object({
  dossierId: idInput('dos'),
  testId: idInput('lbt'),
  laboratory: z.string().trim().min(1, says.laboratory).max(300),
  result: z.string().trim().min(1, says.result).max(2000),
  testedOn: z.iso.date(says.day),
})
export type AnswerTestInput = z.infer<typeof answerTestInput>

/** Brings the result of a test with the laboratory's paper. */
export async function answerTest(
  ctx: Ctx,
  input: AnswerTestInput,
  upload: { content: Blob | Uint8Array; name: string } | null,
): Promise<Outcome<{ answeredAt: Date }, AnswerTestRefusal>> {
  // Before the file is kept: whoever may not answer fills no disk.
  const asked = await inTransaction(ctx, (tx) => judgeAnswer(tx, ctx, input, upload !== null))
  if (!asked.ok) return asked
  const kept = await takeUpload(ctx, upload!, ['photo', 'paper'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const decision = await judgeAnswer(tx, ctx, input, true)
    if (!decision.ok) return decision
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const { laboratory, result, testedOn } = input
    const { hash, originalName: fileName } = kept.value
    const answered = { answeredAt: ctx.now, answeredByName: actorName(ctx.actor) }
    await updateTestAnswered(tx, input.testId, { laboratory, result, testedOn, hash, fileName, ...answered })
    const detail = { test: input.testId, testedOn, paper: hash }
    await record(tx, ctx, preparationActs['answer-test'], { subjectId: input.dossierId, detail })
    return done({ answeredAt: ctx.now })
  })
}

async function judgeAnswer(tx: Tx, ctx: Ctx, { dossierId, testId, testedOn }: AnswerTestInput, hasFile: boolean) {
  const { dossier } = await lockForTest(tx, ctx, 'answer-test', dossierId)
  const test = await lockTest(tx, testId)
  if (test?.dossierId !== dossier.id) throw new NotFound('No such test', { testId })
  return decideTestAnswer(dossier.status, { answered: test.answeredAt !== null, hasFile, testedOn, today: dateInVietnam(ctx.now) })
}

async function lockForTest(tx: Tx, ctx: Ctx, act: 'ask-test' | 'answer-test', dossierId: DossierId) {
  const dossier: DossierCard = await lockFiledDossier(tx, dossierId)
  const report = await selectReport(tx, dossier.id)
  const ties = { ...tiesOf(dossier), ...tiesOfReport(report) }
  requireAct(ctx.actor, preparationActs[act], ties, { known: mayReadAppraisal(ctx.actor, report) })
  return { dossier, report }
}
