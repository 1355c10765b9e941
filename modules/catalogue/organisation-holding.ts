import { done, refuse } from '@dacsan/decisions'
import type { OrganisationHolding } from '../organisation-holding.ts'
import { lockPlaceOf, moveProducer, selectProducer } from './producer.store.ts'
import { producersOfOrganisation as words } from './words.ts'

/** An organisation is one producer: two that both are one are not merged by merging the organisations. */
export const producersOfOrganisations: OrganisationHolding = {
  columns: ['producer.organisation_id'],
  async list(db, organisationId) {
    const producer = await selectProducer(db, 'organisation_id', organisationId)
    return producer ? [words.one(producer.name)] : []
  },
  async move(tx, { fromId, intoId }) {
    // Nobody registers a producer in either meanwhile.
    for (const id of [fromId, intoId].toSorted()) await lockPlaceOf(tx, id)
    const from = await selectProducer(tx, 'organisation_id', fromId)
    if (!from) return done(undefined)
    const into = await selectProducer(tx, 'organisation_id', intoId)
    if (into) return refuse('held-by-both', { what: words.both(from.name, into.name) })
    await moveProducer(tx, from.id, intoId)
    return done(undefined)
  },
}
