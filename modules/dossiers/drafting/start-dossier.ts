import { idInput } from '@dacsan/platform/ids'
import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, lockProduct, producerFile, producerNumbers, refuseKindForSet } from '../../catalogue/index.ts'
import type { Producer } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { criteriaVersionOn } from '../../law/index.ts'
import { carryOver, lastCycleOf } from './carry-over.ts'
import type { LastCycle } from './carry-over.ts'
import { insertDossier, selectLatestAnswers, selectOpenDossierId } from '../dossier.store.ts'
import { decideStart, dossierActs, dossierKinds, finalStatuses } from '../rules.ts'
import type { DossierAnswers, FieldValue, SectionAnswers, StartRefusal } from '../rules.ts'
import { inputWords } from '../words.ts'
import type { DossierId } from '../rules/ids.ts'

export const startDossierInput = z.object({
  productId: idInput('prd', inputWords.pageTooOld),
  kind: z.enum(dossierKinds, inputWords.kindOfDossier),
})
export type StartDossierInput = z.infer<typeof startDossierInput>

/** Opens a dossier for one of the producer's own products, with what is already known filled in. */
export async function startDossier(
  ctx: Ctx,
  { productId, kind }: StartDossierInput,
): Promise<Outcome<{ dossierId: DossierId }, StartRefusal>> {
  return inTransaction(ctx, async (tx) => {
    // One starter at a time for one product.
    const owned = await lockProduct(tx, productId)
    if (!owned) throw new NotFound('No such product', { productId })
    requireAct(ctx.actor, dossierActs.start, { owner: owned.organisationId })
    const opened = await openDossier(tx, ctx, { productId, kind })
    if (!opened.ok) return opened
    const payload = { dossierId: opened.value.dossierId, productId }
    await record(tx, ctx, dossierActs.start, { subjectId: payload.dossierId, payload, detail: { productId, kind } })
    return opened
  })
}

/** The draft itself, for a product that the caller has locked, within an act whose actor was judged before. The caller records it. */
export async function openDossier(
  tx: Tx,
  ctx: Ctx,
  { productId, kind }: StartDossierInput,
): Promise<Outcome<{ dossierId: DossierId }, StartRefusal>> {
  const within = { db: tx, actor: system('dossiers') }
  const today = dateInVietnam(ctx.now)
  const product = await findProduct(within, productId)
  const producer = await producerFile(within, product.producer.id)
  const numbers = await producerNumbers(within, product.producer.id)
  const notAllowed = await refuseKindForSet({ db: tx, now: ctx.now }, { kind: producer.kind, setCode: product.setCode })
  if (notAllowed) return notAllowed
  const openDossierId = await selectOpenDossierId(tx, product.id, finalStatuses)
  const decision = decideStart({ product, communeCode: producer.place.communeCode, openDossierId }, { kind, today })
  if (!decision.ok) return decision
  const id = ctx.newId('dos')
  const latest = await selectLatestAnswers(tx, producer.id)
  const last = await lastCycleOf(tx, product.id)
  const criteriaDecision = criteriaVersionOn(today).decision
  await insertDossier(tx, {
    id,
    productId: product.id,
    producerId: producer.id,
    communeCode: decision.event.communeCode,
    kind,
    criteriaDecision,
    setCode: product.setCode,
    answers: knownAnswers({ ...producer, ...numbers }, product, { producer: latest?.producer, cycle: last?.answers }),
    isSample: product.isSample,
    at: ctx.now,
  })
  if (last) await carryOver(tx, last, { id, criteriaDecision, setCode: product.setCode, at: ctx.now })
  return done({ dossierId: id })
}

/** Nobody types twice: the producer's file, the product, and what the last dossier of this product said. Figures of another product are none of this one. */
function knownAnswers(
  producer: Producer & { taxCode: string | null; registrationNo: string | null },
  product: { name: string; description: string | null },
  known: { producer: SectionAnswers | undefined; cycle: LastCycle['answers'] | undefined },
): DossierAnswers {
  return {
    producer: {
      ...known.producer,
      ...withoutBlanks({
        organisationName: producer.name,
        taxCode: producer.taxCode,
        registrationNo: producer.registrationNo,
        representative: producer.representative,
        address: producer.address,
        phone: producer.phone,
        email: producer.email,
      }),
    },
    registration: withoutBlanks({ productName: product.name, productDescription: product.description }),
    business: known.cycle?.business ?? {},
    plan: known.cycle?.plan ?? {},
  }
}

const withoutBlanks = (values: Record<string, string | null>): SectionAnswers =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, FieldValue & string] => entry[1] !== null && entry[1] !== ''))
