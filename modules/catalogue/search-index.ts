import type { ReadDb, Tx } from '../context.ts'
import { resolvePlace } from './place.ts'
import type { Producer } from './producer.store.ts'
import { selectCardsOfProducer, updateSearchText } from './product.store.ts'
import { findProductSet } from './product-sets.ts'
import { searchText } from './search-text.ts'

/** What a product is found by: its name, its producer, the place by its old and new names, and the name of its set. */
export async function productSearchText(db: ReadDb, product: { name: string; setCode: string; producer: Producer }): Promise<string> {
  const { producer } = product
  const { communeCode, formerDistrict, formerProvince } = producer.place
  const place = await resolvePlace(db, {
    communeCode,
    formerCommuneCode: producer.formerCommuneCode,
    formerDistrict:
      producer.formerDistrictCode === null
        ? null
        : { code: producer.formerDistrictCode, name: formerDistrict ?? '', provinceName: formerProvince ?? '' },
  })
  return searchText(product.name, producer.name, place.searchText, findProductSet(product.setCode)?.name)
}

/** After a producer changed its name or place, its products are found by the new ones. */
export async function reindexProducts(tx: Tx, producer: Producer): Promise<void> {
  for (const product of await selectCardsOfProducer(tx, producer.id, false)) {
    await updateSearchText(tx, product.id, await productSearchText(tx, { ...product, producer }))
  }
}
