import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { newId } from '@dacsan/platform/ids'
import type { ReadDb, Tx } from '../context.ts'
import type { Recognition, RegisterProducer } from './group-register.ts'
import { insertWithSlugs } from './insert-with-slug.ts'
import { matchRegister, unknownPlaces } from './match-register.ts'
import { resolvePlace } from './place.ts'
import type { GivenPlace, ResolvedPlace } from './place.ts'
import { insertProducerRows } from './producer.store.ts'
import type { Producer } from './producer.store.ts'
import { insertProductRows } from './product.store.ts'
import type { RecordedStanding } from './product.store.ts'
import { findProductSet } from './product-sets.ts'
import type { RegisterRejected } from './read-register.ts'
import { recordStandings } from './record-standing.ts'
import { isValidityInferred } from './register-columns.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import { searchText } from './search-text.ts'
import { isRecognition, standingAfter } from './standing-after.ts'

/** A certificate that the register tells of; the module of certificates puts it on file. */
export type RegisterCertificate = {
  productId: ProductId
  productSlug: string
  productName: string
  producerName: string
  /** What a producer made for trying out has is made for trying out. */
  isSample?: boolean
  stars: 3 | 4 | 5
  decisionNumber: string | null
  decisionDate: string | null
  authority: string | null
  issuedOn: string | null
  validUntil: string | null
  validityInferred: boolean
  year: number | null
  sourceUrl: string | null
  sourceNote: string | null
  /** Where the product stands by this file, with the last certificate that the file tells of; null with one that a later one replaced. */
  standing: Omit<RecordedStanding, 'certificateCode'> | null
}

export type ImportedRegister = { producers: number; products: number; certificates: RegisterCertificate[] }

/** Places that were resolved already, for an import in several steps: hundreds of producers lie in a handful of communes. */
export type ResolvedPlaces = Map<string, ResolvedPlace>

/**
 * Puts what a register tells of into the catalogue, in the caller's transaction, a few statements for all of it. What is on file already is left
 * alone, so it may be run again after decisions have changed it. Every certificate of the file is given back: which of them is new, and which
 * stands now, is for the module of certificates to say.
 */
export async function importRegister(
  tx: Tx,
  producers: readonly RegisterProducer[],
  places: ResolvedPlaces = new Map(),
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Outcome<ImportedRegister, RegisterRejected>> {
  const problems = await unknownPlaces(tx, producers)
  if (problems.length > 0) return refuse('register-rejected', { problems })
  const matched = await matchRegister(tx, producers)
  const resolve = resolver(tx, places)

  const newProducers = await inTurn(
    matched.filter(({ known }) => !known),
    async ({ producer }) => ({ producer, row: { ...producerRow(producer, await resolve(placeOf(producer))), isSample } }),
  )
  await insertWithSlugs(
    tx,
    'producer',
    newProducers.map(({ row }) => row),
    (rows) => insertProducerRows(tx, rows),
  )
  const idOf = new Map(newProducers.map(({ producer, row }) => [producer, row.id]))

  const newProducts = (
    await inTurn(matched, async ({ producer, known, products }) => {
      const unknown = products.filter((product) => !product.known)
      if (unknown.length === 0) return []
      const place = await resolve(known ? placeOnFile(known) : placeOf(producer))
      const of = {
        producerId: known?.id ?? idOf.get(producer)!,
        producerName: known?.name ?? producer.name,
        isSample: known?.isSample ?? isSample,
      }
      return unknown.map(({ product }) => ({ product, row: productRow(product, of, place) }))
    })
  ).flat()
  const slugs = await insertWithSlugs(
    tx,
    'product',
    newProducts.map(({ row }) => row),
    (rows) => insertProductRows(tx, rows),
  )
  const made = new Map(newProducts.map(({ product, row }) => [product, { id: row.id, slug: slugs.get(row.id)!, name: row.name }]))

  await recordStandings(
    tx,
    [...made].map(([product, { id }]) => ({ productId: id, ...standingAfter(product.recognitions), certificateCode: null })),
  )
  const certificates = matched.flatMap(({ producer, known: maker, products }) =>
    products.flatMap(({ product, known }) => {
      const { id, slug } = known ?? made.get(product)!
      const paper = {
        productId: id,
        productSlug: slug,
        productName: product.name,
        producerName: maker?.name ?? producer.name,
        isSample: maker?.isSample ?? isSample,
      }
      const standing = { productId: id, ...standingAfter(product.recognitions) }
      const current = product.recognitions.findLast(isRecognition)
      return product.recognitions.flatMap((recognition) => {
        const { stars } = recognition
        if (stars === null) return []
        return [{ ...paper, stars, ...decisionOf(recognition), standing: recognition === current ? standing : null }]
      })
    }),
  )
  return done({ producers: newProducers.length, products: newProducts.length, certificates })
}

/** One after the other: they share the connection of the transaction. */
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

const resolver = (db: ReadDb, places: ResolvedPlaces) => async (given: GivenPlace) => {
  const key = JSON.stringify(given)
  const place = places.get(key) ?? (await resolvePlace(db, given))
  places.set(key, place)
  return place
}

function placeOf(producer: RegisterProducer): GivenPlace {
  const { communeCode, formerCommuneCode, formerDistrictCode: code, formerDistrict: name, formerProvince } = producer
  return {
    communeCode,
    formerCommuneCode,
    formerDistrict: code === null || name === null ? null : { code, name, provinceName: formerProvince ?? '' },
  }
}

function placeOnFile({ place, formerCommuneCode, formerDistrictCode: code }: Producer): GivenPlace {
  const { communeCode, formerDistrict, formerProvince } = place
  return {
    communeCode,
    formerCommuneCode,
    formerDistrict: code === null ? null : { code, name: formerDistrict ?? '', provinceName: formerProvince ?? '' },
  }
}

function producerRow(producer: RegisterProducer, { searchText: placeText, ...place }: ResolvedPlace) {
  return {
    id: newId('pro'),
    slug: producer.key,
    name: producer.name,
    kind: producer.producerKind ?? ('unknown' as const),
    communeCode: producer.communeCode,
    formerCommuneCode: producer.formerCommuneCode,
    ...place,
    searchText: searchText(producer.name, placeText),
    sourceUrl: producer.sourceUrl,
    ...unknownOfRegister,
  }
}

/** A register tells neither how to reach a producer nor who works for it. */
const unknownOfRegister = {
  organisationId: null,
  taxCode: null,
  registrationNo: null,
  representative: null,
  address: null,
  phone: null,
  email: null,
  about: null,
} as const

function productRow(
  product: RegisterProducer['products'][number],
  { producerId, producerName, isSample }: { producerId: ProducerId; producerName: string; isSample: boolean },
  place: ResolvedPlace,
) {
  const last = product.recognitions.at(-1)!
  return {
    id: newId('prd'),
    slug: product.key,
    producerId,
    name: product.name,
    setCode: product.setCode,
    traceCode: newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count))),
    searchText: searchText(product.name, producerName, place.searchText, findProductSet(product.setCode)?.name),
    description: null,
    netContent: null,
    isSample,
    confidence: last.confidence,
    sourceUrl: last.sourceUrl,
    sourceNote: last.note,
  }
}

function decisionOf({ decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis, year, sourceUrl, note }: Recognition) {
  const validityInferred = isValidityInferred(validityBasis)
  return { decisionNumber, decisionDate, authority, issuedOn, validUntil, validityInferred, year, sourceUrl, sourceNote: note }
}
