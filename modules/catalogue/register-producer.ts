import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { membershipOf, record, requireAct } from '../identity/index.ts'
import { findCommune } from '../law/index.ts'
import { producerActs } from './acts.ts'
import { insertProducer } from './insert-producer.ts'
import { lockPlaceOf, selectProducer } from './producer.store.ts'
import type { ProducerId } from './rules/ids.ts'
import { refuseProducerKind } from './who-may-produce.ts'
import type { RegisterProducerInput, RegistrationRefusal } from './rules/registration.ts'

export type RegisterProducerRefusal = Extract<
  RegistrationRefusal,
  { code: 'producer-exists' | 'unknown-commune' | 'kind-not-allowed' | 'registration-missing' }
>

/** Someone who works for a producer's organisation puts it on file; an organisation is one producer. */
export async function registerProducer(
  ctx: Ctx,
  input: RegisterProducerInput,
): Promise<Outcome<{ producerId: ProducerId; slug: string }, RegisterProducerRefusal>> {
  requireAct(ctx.actor, producerActs.register)
  const organisationId = membershipOf(ctx.actor, 'producer')?.organisationId ?? null
  return inTransaction(ctx, async (tx) => {
    if (organisationId !== null) {
      await lockPlaceOf(tx, organisationId)
      const existing = await selectProducer(tx, 'organisation_id', organisationId)
      if (existing) return refuse('producer-exists', { name: existing.name })
    }
    if (!(await findCommune(tx, input.communeCode))) return refuse('unknown-commune', { communeCode: input.communeCode })
    const notAllowed = await refuseProducerKind({ db: tx, now: ctx.now }, input, { judgesNumbers: false })
    if (notAllowed) return notAllowed
    const { id: producerId, slug } = await insertProducer(tx, { ...input, organisationId })
    await record(tx, ctx, producerActs.register, { subjectId: producerId, payload: { producerId }, detail: { name: input.name } })
    return done({ producerId, slug })
  })
}
