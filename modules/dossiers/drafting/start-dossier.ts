import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, producerOfActor } from '../../catalogue/index.ts'
import type { Producer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { audit, requireRole } from '../../identity/index.ts'
import { criteriaVersionOn } from '../../law/index.ts'
import { insertDossier, lockProduct, selectLatestAnswers, selectOpenDossierId } from '../dossier.store.ts'
import { dossierKinds, finalStatuses } from '../rules.ts'
import type { DossierAnswers, FieldValue, SectionAnswers, StartRefusal } from '../rules.ts'

export const startDossierInput = z.object({ productId: z.string(), kind: z.enum(dossierKinds) })
export type StartDossierInput = z.infer<typeof startDossierInput>

/** Opens a dossier for one of the producer's own products, with what is already known filled in. */
export async function startDossier(
  ctx: Ctx,
  { productId, kind }: StartDossierInput,
): Promise<Outcome<{ dossierId: string }, StartRefusal>> {
  const person = requireRole(ctx.actor, 'producer')
  return inTransaction(ctx, async (tx) => {
    await lockProduct(tx, productId)
    const within = { ...ctx, db: tx }
    const today = dateInVietnam(ctx.now)
    const producer = await producerOfActor(within)
    const product = await findProduct(within, productId)
    if (!producer || product.producer.id !== producer.id) throw new NotFound('No such product', { productId })
    const { communeCode } = producer.place
    if (communeCode === null) return refuse('producer-without-commune')
    const open = await selectOpenDossierId(tx, product.id, finalStatuses)
    if (open !== undefined) return refuse('dossier-already-open', { dossierId: open })
    if (kind !== 'first' && product.standing === 'none') return refuse('not-certified-yet', { kind })
    if (kind === 'first' && product.standing === 'certified' && product.certifiedUntil !== null && product.certifiedUntil >= today)
      return refuse('certificate-valid', { until: product.certifiedUntil })
    const id = ctx.newId('dos')
    await insertDossier(tx, {
      id,
      productId: product.id,
      producerId: producer.id,
      communeCode,
      kind,
      criteriaDecision: criteriaVersionOn(today).decision,
      setCode: product.setCode,
      answers: knownAnswers(producer, product, await selectLatestAnswers(tx, producer.id)),
      isSample: product.isSample,
      at: ctx.now,
    })
    await recordEvent(tx, {
      type: 'dossier.started',
      payload: { dossierId: id, productId: product.id },
      actorId: person.userId,
      at: ctx.now,
    })
    await audit(tx, ctx, { action: 'dossier.started', subjectType: 'dossier', subjectId: id, detail: { productId: product.id, kind } })
    return done({ dossierId: id })
  })
}

/** Nobody types twice: the producer's file, the product, and what its last dossier said. */
function knownAnswers(producer: Producer, product: { name: string; description: string | null }, latest?: DossierAnswers): DossierAnswers {
  return {
    producer: {
      ...latest?.producer,
      ...answered({
        organisationName: producer.name,
        taxCode: producer.taxCode,
        registrationNo: producer.registrationNo,
        representative: producer.representative,
        address: producer.address,
        phone: producer.phone,
        email: producer.email,
      }),
    },
    registration: answered({ productName: product.name, productDescription: product.description }),
    business: latest?.business ?? {},
    plan: latest?.plan ?? {},
  }
}

const answered = (values: Record<string, string | null>): SectionAnswers =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, FieldValue & string] => entry[1] !== null && entry[1] !== ''))
