import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { lockProduct } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { decideRecipe, materialActs, readAmount, tiesOfMaterial } from '../rules.ts'
import type { RecipeLine, RecipeRefusal, RequestKeyRefusal } from '../rules.ts'
import type { RecipeId } from '../rules/ids.ts'
import type { SetRecipeInput } from './inputs.ts'
import { selectMaterials } from './material.store.ts'
import type { Material } from './material.store.ts'
import { insertRecipe, selectRecipeByRequest } from './recipe.store.ts'

export type SetRecipeRefusal = RecipeRefusal | RequestKeyRefusal | { code: 'recipe-line-unread'; material: string }

/** A new version of what a product takes, from its day on; lots that were opened before keep theirs. */
export async function setRecipe(ctx: Ctx, input: SetRecipeInput): Promise<Outcome<{ recipeId: RecipeId }, SetRecipeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, input.productId)
    if (!owned) throw new NotFound('No such product', { productId: input.productId })
    requireAct(ctx.actor, materialActs['set-recipe'], tiesOfMaterial(owned))
    const known = await selectRecipeByRequest(tx, input.requestKey)
    if (known) return known.productId === input.productId ? done({ recipeId: known.id }) : refuse('request-key-reused')
    const producerId = owned.product.producer.id
    const lines = readLines(input, await selectMaterials(tx, producerId))
    if (!lines.ok) return lines
    const decision = decideRecipe(lines.value)
    if (!decision.ok) return decision
    const recipeId = ctx.newId('rcp')
    const { productId, effectiveFrom, pieces, requestKey } = input
    const made = { producerId, productId, effectiveFrom, pieces, lines: lines.value, requestKey, at: ctx.now, by: actorId(ctx.actor) }
    await insertRecipe(tx, { id: recipeId, ...made })
    await record(tx, ctx, materialActs['set-recipe'], { subjectId: recipeId, payload: { recipeId, productId } })
    return done({ recipeId })
  })
}

/** The rows that name a material; one that is not the producer's own is nobody's. */
function readLines(
  { materialId, amount, tolerance }: SetRecipeInput,
  materials: readonly Material[],
): Outcome<RecipeLine[], Extract<SetRecipeRefusal, { code: 'recipe-line-unread' }>> {
  const lines: RecipeLine[] = []
  for (const [place, id] of materialId.entries()) {
    if (id === undefined) continue
    const material = materials.find((one) => one.id === id)
    if (!material) throw new NotFound('No such material', { materialId: id })
    const quantity = readAmount(amount[place] ?? '')
    const percent = Number(tolerance[place] || 0)
    if (quantity === null || quantity === 0 || !Number.isInteger(percent) || percent < 0 || percent > 100)
      return refuse('recipe-line-unread', { material: material.name })
    lines.push({ materialId: id, material: material.name, unit: material.unit, quantity, tolerancePercent: percent })
  }
  return done(lines)
}
