import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { optionalText } from '../optional-fields.ts'
import { insertRules, lockTopic } from './law.store.ts'
import type { SupersessionRefusal } from './rules.ts'
import type { LegalRuleId } from './rules/ids.ts'
import { certainties, declarationOf, isDeclared } from './topics.ts'

export const supersedeRuleInput = z.object({
  topic: z.string().refine(isDeclared, 'unknown-topic'),
  /** The value as JSON text, in the shape of the topic. */
  value: z.string().min(1),
  effectiveFrom: z.iso.date(),
  instrument: z.string().trim().min(3).max(200),
  article: optionalText(200),
  sourceUrl: z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })]).nullable(),
  certainty: z.enum(certainties),
  note: optionalText(1000),
})
export type SupersedeRuleInput = z.infer<typeof supersedeRuleInput>

/** Puts a new version of a legal value after the last one; the versions before stay readable for the papers of their time. */
export async function supersedeRule(ctx: Ctx, input: SupersedeRuleInput): Promise<Outcome<{ id: LegalRuleId }, SupersessionRefusal>> {
  requireAct(ctx.actor, ruleActs.supersede)
  const value = parseValue(input)
  if (value === undefined) return refuse('value-shape', { topic: input.topic })
  return inTransaction(ctx, async (tx) => {
    const versions = await lockTopic(tx, input.topic)
    const latest = versions
      .map((version) => version.effectiveFrom)
      .toSorted()
      .at(-1)
    if (latest !== undefined && input.effectiveFrom <= latest) return refuse('not-later', { latest })
    const id = `${input.topic}@${input.effectiveFrom}` as const
    await insertRules(tx, [{ ...input, value, id, checkedOn: dateInVietnam(ctx.now) }])
    await record(tx, ctx, ruleActs.supersede, {
      subjectId: id,
      detail: { value, instrument: input.instrument, effectiveFrom: input.effectiveFrom },
    })
    return done({ id })
  })
}

function parseValue({ topic, value }: SupersedeRuleInput): unknown {
  try {
    return declarationOf(topic).shape.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}
