import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import type { Ctx } from '../context.ts'
import { audit, membershipOf, requireRole } from '../identity/index.ts'
import { insertProduct } from './insert-product.ts'
import { lockProducer, selectProducer } from './producer.store.ts'
import { selectProductIdByName } from './product.store.ts'
import { findProductSet } from './product-sets.ts'
import type { RegisterProductInput, RegistrationRefusal } from './rules/registration.ts'

export type RegisterProductRefusal = Extract<RegistrationRefusal, { code: 'no-producer' | 'unknown-set' | 'same-name' }>

/** A producer puts one of its products on file; it becomes public with its first recognition. */
export async function registerProduct(
  ctx: Ctx,
  input: RegisterProductInput,
): Promise<Outcome<{ productId: string; slug: string; traceCode: string }, RegisterProductRefusal>> {
  const person = requireRole(ctx.actor, 'producer')
  const { organisationId } = membershipOf(person, 'producer')!
  return inTransaction(ctx, async (tx) => {
    const found = await selectProducer(tx, 'organisation_id', organisationId)
    const producer = found && (await lockProducer(tx, found.id))
    if (!producer) return refuse('no-producer')
    if (!findProductSet(input.setCode)) return refuse('unknown-set', { setCode: input.setCode })
    if (await selectProductIdByName(tx, producer.id, input.name)) return refuse('same-name', { name: input.name })
    const { id, slug, traceCode } = await insertProduct(tx, { ...input, producerId: producer.id })
    await recordEvent(tx, { type: 'product.registered', payload: { productId: id }, actorId: person.userId, at: ctx.now })
    await audit(tx, ctx, { action: 'catalogue.product-registered', subjectType: 'product', subjectId: id, detail: { name: input.name } })
    return done({ productId: id, slug, traceCode })
  })
}
