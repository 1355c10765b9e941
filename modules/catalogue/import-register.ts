import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Tx } from '../context.ts'
import { findCommune, findFormerCommune } from '../law/index.ts'
import { insertProducer } from './insert-producer.ts'
import { insertProduct } from './insert-product.ts'
import { selectProducer } from './producer.store.ts'
import { selectProductIdByName } from './product.store.ts'
import type { RecordedStanding } from './product.store.ts'
import type { Recognition, RegisterProducer, RegisterProduct } from './group-register.ts'
import type { RegisterRejected } from './read-register.ts'
import { recordStanding } from './record-standing.ts'
import { isValidityInferred, registerColumns } from './register-columns.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import type { RegisterProblem } from './rules/register-row.ts'
import { isRecognition, standingAfter } from './standing-after.ts'

/** A certificate that the register tells of; the module of certificates puts it on file. */
export type RegisterCertificate = {
  productId: ProductId
  productSlug: string
  productName: string
  producerName: string
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
  /** What stands in the catalogue, for the certificate that holds now; null for one that a later recognition replaced. */
  standing: Omit<RecordedStanding, 'certificateCode'> | null
}

export type ImportedRegister = { producers: number; products: number; certificates: RegisterCertificate[] }

/**
 * Puts what a register tells of into the catalogue, in the caller's transaction. What is on file already is left alone, so it may be run
 * again after decisions have changed it; certificates are given back only for products that came in now.
 */
export async function importRegister(tx: Tx, producers: readonly RegisterProducer[]): Promise<Outcome<ImportedRegister, RegisterRejected>> {
  const problems = (await Promise.all(producers.map((producer) => unknownPlaces(tx, producer)))).flat()
  if (problems.length > 0) return refuse('register-rejected', { problems })
  const imported: ImportedRegister = { producers: 0, products: 0, certificates: [] }
  for (const producer of producers) {
    const known = await selectProducer(tx, 'slug', producer.key)
    const producerId = known?.id ?? (await insertProducer(tx, producerOf(producer))).id
    if (!known) imported.producers++
    for (const product of producer.products) {
      if (await selectProductIdByName(tx, producerId, product.name)) continue
      imported.products++
      imported.certificates.push(...(await importProduct(tx, producer, producerId, product)))
    }
  }
  return done(imported)
}

async function unknownPlaces(tx: Tx, { row, communeCode, formerCommuneCode }: RegisterProducer): Promise<RegisterProblem[]> {
  const wrong = (column: 'communeCode' | 'formerCommuneCode', value: string): RegisterProblem => {
    const { heading, expected } = registerColumns[column]
    return { code: 'cell-wrong', row, column: heading, value, expected }
  }
  return [
    ...(communeCode !== null && !(await findCommune(tx, communeCode)) ? [wrong('communeCode', communeCode)] : []),
    ...(formerCommuneCode !== null && !(await findFormerCommune(tx, formerCommuneCode))
      ? [wrong('formerCommuneCode', formerCommuneCode)]
      : []),
  ]
}

function producerOf(producer: RegisterProducer) {
  const { formerDistrictCode: code, formerDistrict: name, formerProvince } = producer
  return {
    slug: producer.key,
    name: producer.name,
    kind: producer.producerKind ?? ('unknown' as const),
    communeCode: producer.communeCode,
    formerCommuneCode: producer.formerCommuneCode,
    formerDistrict: code === null || name === null ? null : { code, name, provinceName: formerProvince ?? '' },
    sourceUrl: producer.sourceUrl,
  }
}

async function importProduct(
  tx: Tx,
  producer: RegisterProducer,
  producerId: ProducerId,
  product: RegisterProduct,
): Promise<RegisterCertificate[]> {
  const last = product.recognitions.at(-1)!
  const { id, slug } = await insertProduct(tx, {
    producerId,
    slug: product.key,
    name: product.name,
    setCode: product.setCode,
    confidence: last.confidence,
    sourceUrl: last.sourceUrl,
    sourceNote: last.note,
  })
  const standing = { productId: id, ...standingAfter(product.recognitions) }
  await recordStanding(tx, { ...standing, certificateCode: null })
  const current = product.recognitions.findLast(isRecognition)
  return product.recognitions.flatMap((recognition) => {
    const { stars } = recognition
    if (stars === null) return []
    const paper = { productId: id, productSlug: slug, productName: product.name, producerName: producer.name, stars }
    return [{ ...paper, ...decisionOf(recognition), standing: recognition === current ? standing : null }]
  })
}

function decisionOf({ decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis, year, sourceUrl, note }: Recognition) {
  const validityInferred = isValidityInferred(validityBasis)
  return { decisionNumber, decisionDate, authority, issuedOn, validUntil, validityInferred, year, sourceUrl, sourceNote: note }
}
