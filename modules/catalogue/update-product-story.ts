import { idInput } from '@dacsan/platform/ids'
import { Conflict, NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseGtin } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { productActs, tiesOf } from './acts.ts'
import { selectGtinOwner } from './pack.store.ts'
import { lockProduct, updateStory } from './product.store.ts'
import { optionalText } from '../optional-fields.ts'
import { decideStory } from './rules/story.ts'
import type { StoryRefusal } from './rules/story.ts'
import { gtinRefusalWords } from './words.ts'

/** A GTIN as it is typed, in fourteen digits; null where none is. */
export const gtinInput = optionalText(30).transform((text, check) => {
  if (text === null) return null
  const read = parseGtin(text)
  if (read.ok) return read.value
  check.addIssue({ code: 'custom', message: gtinRefusalWords[read.refusal.code] })
  return z.NEVER
})

export const updateProductStoryInput = z.object({
  productId: idInput('prd'),
  version: z.coerce.number().int(),
  description: optionalText(2000),
  story: optionalText(10_000),
  netContent: optionalText(100),
  ingredients: optionalText(2000),
  storage: optionalText(1000),
  usageNote: optionalText(1000),
  brand: optionalText(200),
  gtin: gtinInput,
})
export type UpdateProductStoryInput = z.infer<typeof updateProductStoryInput>

/** The producer tells about its product: none of this changes the recognition, all of it is shown to buyers. */
export async function updateProductStory(ctx: Ctx, input: UpdateProductStoryInput): Promise<Outcome<{ version: number }, StoryRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, input.productId)
    if (!owned) throw new NotFound('No such product')
    requireAct(ctx.actor, productActs.describe, tiesOf(owned))
    if (owned.product.version !== input.version) throw new Conflict('The product was changed meanwhile', { version: owned.product.version })
    const { productId, version, ...story } = input
    const gtinOwner = await selectGtinOwner(tx, story.gtin, { defaultOf: productId })
    const decision = decideStory(owned.product, story, { gtinOwner })
    if (!decision.ok) return decision
    await updateStory(tx, productId, decision.event, ctx.now)
    await record(tx, ctx, productActs.describe, { subjectId: productId })
    return done({ version: version + 1 })
  })
}
