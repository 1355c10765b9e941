import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { productActs } from './acts.ts'
import { producerOfActor } from './find-producer.ts'
import { insertProduct } from './insert-product.ts'
import { lockProducer } from './producer.store.ts'
import { selectProductIdByName } from './product.store.ts'
import { isProductSet } from './product-sets.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import type { RegisterProductInput, RegistrationRefusal } from './rules/registration.ts'

export type RegisterProductRefusal = Extract<RegistrationRefusal, { code: 'no-producer' | 'unknown-set' | 'same-name' }>

/** A producer puts one of its products on file; it becomes public with its first recognition. */
export async function registerProduct(
  ctx: Ctx,
  input: RegisterProductInput,
): Promise<Outcome<{ productId: ProductId; slug: string; traceCode: string }, RegisterProductRefusal>> {
  requireAct(ctx.actor, productActs.register)
  return inTransaction(ctx, async (tx) => {
    const producer = await producerOfActor({ db: tx, actor: ctx.actor })
    return producer ? putProductOnFile(tx, ctx, producer.id, input) : refuse('no-producer')
  })
}

/** A product of this producer, within an act whose actor was judged before. */
export async function putProductOnFile(
  tx: Tx,
  ctx: Ctx,
  producerId: ProducerId,
  input: RegisterProductInput,
): Promise<Outcome<{ productId: ProductId; slug: string; traceCode: string }, RegisterProductRefusal>> {
  const producer = await lockProducer(tx, producerId)
  if (!producer) return refuse('no-producer')
  if (!isProductSet(input.setCode)) return refuse('unknown-set', { setCode: input.setCode })
  if (await selectProductIdByName(tx, producer.id, input.name)) return refuse('same-name', { name: input.name })
  const { id: productId, slug, traceCode } = await insertProduct(tx, { ...input, producerId: producer.id })
  await record(tx, ctx, productActs.register, { subjectId: productId, payload: { productId }, detail: { name: input.name } })
  return done({ productId, slug, traceCode })
}
