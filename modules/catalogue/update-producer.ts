import { idInput } from '@dacsan/platform/ids'
import { Conflict, NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { findCommune } from '../law/index.ts'
import { producerActs, tiesOf } from './acts.ts'
import { changesOf } from './producer-changes.ts'
import { resolvePlace } from './place.ts'
import { isInRegister, lockProducer, selectNumbersIfPossible, updateProducerRow } from './producer.store.ts'
import type { Producer, ProducerNumbers } from './producer.store.ts'
import { registerProducerInput } from './rules/registration.ts'
import type { RegistrationRefusal } from './rules/registration.ts'
import { reindexProducts } from './search-index.ts'
import { searchText } from './search-text.ts'

export const updateProducerInput = registerProducerInput.extend({ producerId: idInput('pro'), version: z.coerce.number().int() })
export type UpdateProducerInput = z.infer<typeof updateProducerInput>

type UpdateRefusal = Extract<RegistrationRefusal, { code: 'unknown-commune' | 'by-request' }>

/**
 * A producer corrects its own file. Its address, and with it every printed code, stays the same. Once it stands in the register, what it is called,
 * what it is and where it lies is confirmed by its commune or the province before it changes (room joining).
 */
export async function updateProducer(ctx: Ctx, input: UpdateProducerInput): Promise<Outcome<{ version: number }, UpdateRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const producer = await lockProducer(tx, input.producerId)
    if (!producer) throw new NotFound('No such producer')
    requireAct(ctx.actor, producerActs.update, tiesOf(producer))
    if (producer.version !== input.version) throw new Conflict('The producer was changed meanwhile', { version: producer.version })
    if (!(await findCommune(tx, input.communeCode))) return refuse('unknown-commune', { communeCode: input.communeCode })
    const numbers = await selectNumbersIfPossible(tx, input.producerId)
    if (changesIdentity({ ...producer, ...numbers }, input) && (await isInRegister(tx, producer.id))) return refuse('by-request')
    // An old commune on file stays only while the producer stays where it was.
    const stayed = input.communeCode === producer.place.communeCode
    const formerCommuneCode = stayed ? producer.formerCommuneCode : null
    const place = await resolvePlace(tx, { communeCode: input.communeCode, formerCommuneCode, formerDistrict: null })
    const { producerId, version, ...file } = input
    await updateProducerRow(
      tx,
      producerId,
      { ...file, ...place, formerCommuneCode, searchText: searchText(input.name, place.searchText) },
      ctx.now,
    )
    await reindexProducts(tx, (await lockProducer(tx, producerId))!)
    const was = { ...producer, ...numbers, communeCode: producer.place.communeCode }
    const detail = { changed: changesOf(was, { ...input, formerCommuneCode }) }
    await record(tx, ctx, producerActs.update, { subjectId: producerId, detail })
    return done({ version: version + 1 })
  })
}

/** Whether what it is known by would be another. A number that is not on file yet may be added; one that is there is not its own to change. */
function changesIdentity(producer: Producer & ProducerNumbers, input: UpdateProducerInput): boolean {
  const other = (known: string | null, given: string | null) => known !== null && known !== given
  return (
    producer.name !== input.name ||
    (producer.kind !== 'unknown' && producer.kind !== input.kind) ||
    other(producer.place.communeCode, input.communeCode) ||
    other(producer.taxCode, input.taxCode) ||
    other(producer.registrationNo, input.registrationNo)
  )
}
