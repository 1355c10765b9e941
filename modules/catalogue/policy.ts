import { hasRole } from '../identity/rules.ts'
import type { Actor } from '../identity/rules.ts'
import type { OwnedProduct } from './product.store.ts'

/** Whoever works for the organisation as a producer. */
export function isProducerOf(actor: Actor, organisationId: string | null): boolean {
  return (
    organisationId !== null &&
    actor.kind === 'person' &&
    actor.memberships.some((membership) => membership.role === 'producer' && membership.organisationId === organisationId)
  )
}

/** Those who handle dossiers of the whole province see products that nobody has recognised yet. */
function worksForProvince(actor: Actor): boolean {
  return (
    actor.kind === 'system' ||
    hasRole(
      actor,
      'provincial-officer',
      'advisory-member',
      'council-secretary',
      'council-member',
      'council-chair',
      'leader',
      'administrator',
    )
  )
}

function worksForCommune(actor: Actor, communeCode: string | null): boolean {
  return (
    communeCode !== null &&
    actor.kind === 'person' &&
    actor.memberships.some((membership) => membership.role === 'commune-officer' && membership.communeCode === communeCode)
  )
}

/** The register is public; a product on its way there is seen by its producer, its commune and the province. */
export function maySeeProduct(actor: Actor, { product, organisationId }: OwnedProduct): boolean {
  return product.inRegister || maySeeProducerFile(actor, { organisationId, communeCode: product.producer.place.communeCode })
}

/** Contact and representative of a producer: the producer itself, its commune and the province. */
export function maySeeProducerFile(actor: Actor, producer: { organisationId: string | null; communeCode: string | null }): boolean {
  return isProducerOf(actor, producer.organisationId) || worksForCommune(actor, producer.communeCode) || worksForProvince(actor)
}

export function mayDescribeProduct(actor: Actor, { organisationId }: OwnedProduct): boolean {
  return isProducerOf(actor, organisationId)
}
