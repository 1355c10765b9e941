import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import type { Ctx } from '../context.ts'
import { audit, membershipOf, requireRole } from '../identity/index.ts'
import { findCommune } from '../law/index.ts'
import { insertProducer } from './insert-producer.ts'
import { selectProducer } from './producer.store.ts'
import type { RegisterProducerInput, RegistrationRefusal } from './rules/registration.ts'

export type RegisterProducerRefusal = Extract<RegistrationRefusal, { code: 'producer-exists' | 'unknown-commune' }>

/** Someone who works for a producer's organisation puts it on file; an organisation is one producer. */
export async function registerProducer(
  ctx: Ctx,
  input: RegisterProducerInput,
): Promise<Outcome<{ producerId: string; slug: string }, RegisterProducerRefusal>> {
  const person = requireRole(ctx.actor, 'producer')
  const { organisationId } = membershipOf(person, 'producer')!
  return inTransaction(ctx, async (tx) => {
    await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).forUpdate().execute()
    const existing = await selectProducer(tx, 'organisation_id', organisationId)
    if (existing) return refuse('producer-exists', { name: existing.name })
    if (!(await findCommune(tx, input.communeCode))) return refuse('unknown-commune', { communeCode: input.communeCode })
    const { id, slug } = await insertProducer(tx, { ...input, organisationId })
    await recordEvent(tx, { type: 'producer.registered', payload: { producerId: id }, actorId: person.userId, at: ctx.now })
    await audit(tx, ctx, { action: 'catalogue.producer-registered', subjectType: 'producer', subjectId: id, detail: { name: input.name } })
    return done({ producerId: id, slug })
  })
}
