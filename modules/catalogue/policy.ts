import { permits } from '../identity/rules.ts'
import type { Actor, OrganisationId, Who } from '../identity/rules.ts'
import { tiesOf } from './acts.ts'
import type { OwnedProduct } from './product.store.ts'

/**
 * Contact and representative of a producer, and its products that nobody has recognised yet: the producer itself, its commune, and the offices
 * of the whole province. Advisers and councils read what is in the dossier that they were given, and no other draft.
 */
const fileReaders: Who = {
  producer: 'owner',
  'commune-officer': 'own-commune',
  'provincial-officer': 'any',
  leader: 'any',
  administrator: 'any',
  system: 'any',
}

export function maySeeProducerFile(actor: Actor, producer: { organisationId: OrganisationId | null; communeCode: string | null }): boolean {
  return permits(fileReaders, actor, tiesOf(producer))
}

/** The register is public; a product on its way there is seen by those who may read the file of its producer. */
export function maySeeProduct(actor: Actor, { product, organisationId }: OwnedProduct): boolean {
  return product.inRegister || maySeeProducerFile(actor, { organisationId, communeCode: product.producer.place.communeCode })
}
