import { foldText, spellingOf } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import type { RegisterProducer, RegisterProduct } from './group-register.ts'
import { selectAllProducers, selectKnownPlaces } from './producer.store.ts'
import type { Producer } from './producer.store.ts'
import { selectNamesOf } from './product.store.ts'
import { registerColumns } from './register-columns.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import type { RegisterProblem } from './rules/register-row.ts'

type NamedProduct = { id: ProductId; slug: string; producerId: ProducerId; name: string }

export type MatchedProduct = {
  product: RegisterProduct
  /** The product of this producer with the same spelling; undefined where it is new. */
  known: NamedProduct | undefined
  /** Where it is new: a product of this producer whose name differs in nothing but accents. */
  near: NamedProduct | undefined
}
export type MatchedProducer = {
  producer: RegisterProducer
  known: Producer | undefined
  /** Somebody who works on this platform has the same name, in this commune or in another. */
  onPlatform: Producer | undefined
  products: MatchedProduct[]
}

/** Whom and what a register means of those that are on file: by the key that the file itself gives, else by name and commune. */
export async function matchRegister(db: ReadDb, producers: readonly RegisterProducer[]): Promise<MatchedProducer[]> {
  const all = await selectAllProducers(db)
  const bySlug = new Map(all.map((producer) => [producer.slug, producer]))
  const bySpelling = Map.groupBy(all, ({ name }) => spellingOf(name))
  const matched = producers.map((producer) => {
    const namesakes = bySpelling.get(spellingOf(producer.name)) ?? []
    const here = producer.communeCode === null ? undefined : namesakes.find(({ place }) => place.communeCode === producer.communeCode)
    const slugged = bySlug.get(producer.key)
    const known = (producer.isKeyed || namesakes.includes(slugged!) ? slugged : undefined) ?? here
    return { producer, known, onPlatform: [known, ...namesakes].find((namesake) => namesake && namesake.organisationId !== null) }
  })
  const products = await selectNamesOf(db, [...new Set(matched.flatMap(({ known }) => known?.id ?? []))])
  const byProducer = Map.groupBy(products, ({ producerId }) => producerId)
  return matched.map((match) => ({
    ...match,
    products: matchProducts(match.producer.products, (match.known && byProducer.get(match.known.id)) ?? []),
  }))
}

function matchProducts(products: readonly RegisterProduct[], onFile: readonly NamedProduct[]): MatchedProduct[] {
  const bySlug = new Map(onFile.map((product) => [product.slug, product]))
  const bySpelling = new Map(onFile.map((product) => [spellingOf(product.name), product]))
  const byLetters = new Map(onFile.map((product) => [foldText(spellingOf(product.name)), product]))
  return products.map((product) => {
    const known = (product.isKeyed ? bySlug.get(product.key) : undefined) ?? bySpelling.get(spellingOf(product.name))
    return { product, known, near: known ? undefined : byLetters.get(foldText(spellingOf(product.name))) }
  })
}

/** Codes that name no place, each where it stands. */
export async function unknownPlaces(db: ReadDb, producers: readonly RegisterProducer[]): Promise<RegisterProblem[]> {
  const codesOf = (column: 'communeCode' | 'formerCommuneCode') => [...new Set(producers.flatMap((producer) => producer[column] ?? []))]
  const known = await selectKnownPlaces(db, { communes: codesOf('communeCode'), formers: codesOf('formerCommuneCode') })
  const wrong = (row: number, column: 'communeCode' | 'formerCommuneCode', value: string): RegisterProblem => {
    const { heading, expected } = registerColumns[column]
    return { code: 'cell-wrong', row, column: heading, value, expected }
  }
  return producers.flatMap(({ row, communeCode, formerCommuneCode }) => [
    ...(communeCode !== null && !known.communes.has(communeCode) ? [wrong(row, 'communeCode', communeCode)] : []),
    ...(formerCommuneCode !== null && !known.formers.has(formerCommuneCode) ? [wrong(row, 'formerCommuneCode', formerCommuneCode)] : []),
  ])
}
