import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { optionalText } from '../optional-fields.ts'
import { ruleActs } from './acts.ts'
import { judgeProposal, versionsFor } from './judge-proposal.ts'
import { lockTopic } from './law.store.ts'
import { insertProposal } from './proposals.store.ts'
import type { SupersessionRefusal, WaitingRefusal } from './rules.ts'
import { newRuleId } from './rules/proposals.ts'
import { certainties, isDeclared } from './topics.ts'
import { proposedBy, tiesOfTopic } from './who-may.ts'

export const proposeRuleInput = z.object({
  topic: z.string().refine(isDeclared, 'unknown-topic'),
  /** The value as JSON text, in the shape of the topic. The longest of the law in force has 700 characters. */
  value: z.string().min(1).max(10_000),
  effectiveFrom: z.iso.date(),
  instrument: z.string().trim().min(3).max(200),
  article: optionalText(200),
  sourceUrl: z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })]).nullable(),
  certainty: z.enum(certainties),
  note: optionalText(1000),
})
export type ProposeRuleInput = z.infer<typeof proposeRuleInput>

/** Proposes a new version of a legal value after the last one. It counts for nothing until a second person confirms it (`confirmProposal`). */
export async function proposeRule(
  ctx: Ctx,
  input: ProposeRuleInput,
): Promise<Outcome<{ proposalId: string }, SupersessionRefusal | WaitingRefusal>> {
  const act = ruleActs.propose
  requireAct(ctx.actor, act, tiesOfTopic(input.topic), { known: true })
  const written = readJson(input.value)
  if (written === undefined) return refuse('value-shape', { topic: input.topic })
  return inTransaction(ctx, async (tx) => {
    const versions = versionsFor(await lockTopic(tx, input.topic))
    const judged = await judgeProposal(tx, { ...input, value: written }, { today: dateInVietnam(ctx.now), versions })
    if (!judged.ok) return judged
    const { value } = judged.value
    const id = ctx.newId('lgp')
    const proposed = await insertProposal(tx, {
      ...input,
      id,
      kind: 'supersede',
      ruleId: null,
      value,
      status: act.to,
      ...proposedBy(ctx),
    })
    if (!proposed) return refuse('already-proposed')
    await record(tx, ctx, act, {
      subjectId: newRuleId(input.topic, input.effectiveFrom, versions),
      detail: { proposalId: id, value, instrument: input.instrument, effectiveFrom: input.effectiveFrom },
    })
    return done({ proposalId: id })
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
