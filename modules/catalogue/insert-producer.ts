import { newId } from '@dacsan/platform/ids'
import type { Tx } from '../context.ts'
import { resolvePlace } from './place.ts'
import type { GivenPlace } from './place.ts'
import { insertWithSlugs } from './insert-with-slug.ts'
import { insertProducerRows } from './producer.store.ts'
import type { NewProducer } from './producer.store.ts'
import type { ProducerId } from './rules/ids.ts'
import { searchText } from './search-text.ts'
import { slugOf } from './slug.ts'

export type InsertProducer = Pick<NewProducer, 'name' | 'kind'> &
  Partial<GivenPlace> &
  Partial<
    Omit<
      NewProducer,
      | 'id'
      | 'name'
      | 'kind'
      | 'searchText'
      | 'communeCode'
      | 'formerCommuneCode'
      | 'formerDistrictCode'
      | 'formerDistrict'
      | 'formerProvince'
    >
  >

/** Puts a producer on file: for commands, imports and seeds that hold a transaction already and have judged who asks. */
export async function insertProducer(tx: Tx, given: InsertProducer): Promise<{ id: ProducerId; slug: string }> {
  const communeCode = given.communeCode ?? null
  const formerCommuneCode = given.formerCommuneCode ?? null
  const place = await resolvePlace(tx, { communeCode, formerCommuneCode, formerDistrict: given.formerDistrict ?? null })
  const base = given.slug ?? slugOf(given.name)
  const id = newId('pro')
  const row = {
    id,
    slug: base,
    name: given.name,
    kind: given.kind,
    organisationId: given.organisationId ?? null,
    taxCode: given.taxCode ?? null,
    registrationNo: given.registrationNo ?? null,
    representative: given.representative ?? null,
    communeCode,
    formerCommuneCode,
    formerDistrictCode: place.formerDistrictCode,
    formerDistrict: place.formerDistrict,
    formerProvince: place.formerProvince,
    address: given.address ?? null,
    phone: given.phone ?? null,
    email: given.email ?? null,
    about: given.about ?? null,
    searchText: searchText(given.name, place.searchText),
    isSample: given.isSample ?? false,
    sourceUrl: given.sourceUrl ?? null,
  }
  const slugs = await insertWithSlugs(tx, 'producer', [row], (rows) => insertProducerRows(tx, rows))
  return { id, slug: slugs.get(id)! }
}
