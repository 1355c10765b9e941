import type { CertificateState, ProductCard } from '@dacsan/modules/catalogue'
import { z } from 'zod'

/** A product as open data: flat, every gap a null, never a guess. */
export const openProductShape = z.object({
  slug: z.string(),
  name: z.string(),
  url: z.url().describe('The public page'),
  set: z.string().describe('Product set of Decision 26/2026/QĐ-TTg'),
  stars: z.number().int().min(3).max(5).nullable().describe('Null where no source gives the rank'),
  state: z.string().describe('certified, expiring, undated, potential-five, expired, withdrawn or none, on the day of the answer'),
  certificate: z.string().nullable(),
  certifiedFrom: z.iso.date().nullable(),
  certifiedUntil: z.iso.date().nullable(),
  validityInferred: z.boolean().describe('The dates were computed from the rule of their time, not read from the paper'),
  producer: z.string(),
  producerKind: z.string(),
  commune: z.string().nullable().describe('Since 1 July 2025'),
  communeCode: z.string().nullable(),
  formerCommune: z.string().nullable(),
  formerDistrict: z.string().nullable(),
  formerProvince: z.string().nullable(),
})
export type OpenProduct = z.infer<typeof openProductShape>
export const openProductFields = Object.keys(openProductShape.shape) as (keyof OpenProduct)[]

export function openProduct(origin: string, stateOf: (product: ProductCard) => CertificateState): (product: ProductCard) => OpenProduct {
  return (product) => ({
    slug: product.slug,
    name: product.name,
    url: `${origin}/san-pham/${product.slug}`,
    set: product.setCode,
    stars: product.stars,
    state: stateOf(product),
    certificate: product.certificateCode,
    certifiedFrom: product.certifiedFrom,
    certifiedUntil: product.certifiedUntil,
    validityInferred: product.validityInferred,
    producer: product.producer.name,
    producerKind: product.producer.kind,
    commune: product.producer.place.commune,
    communeCode: product.producer.place.communeCode,
    formerCommune: product.producer.place.formerCommune,
    formerDistrict: product.producer.place.formerDistrict,
    formerProvince: product.producer.place.formerProvince,
  })
}
