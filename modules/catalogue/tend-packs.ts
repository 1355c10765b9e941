import { idInput } from '@dacsan/platform/ids'
import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { productActs, tiesOf } from './acts.ts'
import { productToTend } from './find-product.ts'
import { insertPack, packsOfProduct, selectGtinOwner, selectPack, updateEnded, updateWhichIsDefault } from './pack.store.ts'
import { lockProduct } from './product.store.ts'
import type { PackId, ProductId } from './rules/ids.ts'
import { decideAddPack, decideDefaultPack, decideEndPack } from './rules/pack.ts'
import type { AddPackRefusal, TendPackRefusal } from './rules/pack.ts'
import { gtinInput } from './update-product-story.ts'
import { packInputWords } from './words.ts'

export const addPackInput = z.object({
  productId: idInput('prd'),
  name: z.string().trim().min(2, packInputWords.name).max(100, packInputWords.name),
  gtin: gtinInput,
})
export type AddPackInput = z.infer<typeof addPackInput>

export const tendPackInput = z.object({ packId: idInput('pck') })
type TendPackInput = z.infer<typeof tendPackInput>

/** The packs of a product for whoever tends it. */
export async function ownPacks(ctx: Pick<Ctx, 'db' | 'actor'>, productId: ProductId) {
  const product = await productToTend(ctx, productId)
  return { product, packs: await packsOfProduct(ctx.db, productId) }
}

/** One more pack: it is sold beside the others, and nothing that was printed changes. */
export async function addPack(ctx: Ctx, input: AddPackInput): Promise<Outcome<{ packId: PackId }, AddPackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockTended(tx, ctx, 'add-pack', input.productId)
    const [packs, gtinOwner] = await Promise.all([packsOfProduct(tx, input.productId), selectGtinOwner(tx, input.gtin)])
    const decision = decideAddPack(packs, input, { gtinOwner })
    if (!decision.ok) return decision
    const { productId, name, gtin } = input
    const packId = ctx.newId('pck')
    await insertPack(tx, { id: packId, productId, name, gtin, isDefault: false })
    await record(tx, ctx, productActs['add-pack'], { subjectId: productId, payload: { productId, packId } })
    return done({ packId })
  })
}

/** It is not made any more: what lies on shelves is sold, new goods go into other packs, its GTIN stays its own. */
export async function endPack(ctx: Ctx, { packId }: TendPackInput): Promise<Outcome<null, TendPackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const pack = await lockPack(tx, ctx, 'end-pack', packId)
    const decision = decideEndPack(pack)
    if (!decision.ok) return decision
    await updateEnded(tx, packId, ctx.now)
    await record(tx, ctx, productActs['end-pack'], { subjectId: pack.productId, payload: { productId: pack.productId, packId } })
    return done(null)
  })
}

export async function chooseDefaultPack(ctx: Ctx, { packId }: TendPackInput): Promise<Outcome<null, TendPackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const pack = await lockPack(tx, ctx, 'choose-pack', packId)
    const decision = decideDefaultPack(pack)
    if (!decision.ok) return decision
    await updateWhichIsDefault(tx, { id: packId, productId: pack.productId })
    await record(tx, ctx, productActs['choose-pack'], { subjectId: pack.productId, payload: { productId: pack.productId, packId } })
    return done(null)
  })
}

type PackAct = 'add-pack' | 'end-pack' | 'choose-pack'

/** The packs of a product change one at a time, under its lock; anybody else's product does not exist. */
async function lockTended(tx: Tx, ctx: Ctx, act: PackAct, productId: ProductId): Promise<void> {
  const owned = await lockProduct(tx, productId)
  if (!owned) throw new NotFound('No such product', { productId })
  requireAct(ctx.actor, productActs[act], tiesOf(owned))
}

async function lockPack(tx: Tx, ctx: Ctx, act: PackAct, packId: PackId) {
  const known = await selectPack(tx, packId)
  if (!known) throw new NotFound('No such pack', { packId })
  await lockTended(tx, ctx, act, known.productId)
  return (await selectPack(tx, packId))!
}
