import { z } from 'zod'
import type { OpenDataSet } from '../open-data.ts'
import { listRegister, registerDay, registerQuery } from './list-register.ts'
import { certificateNumber, certificateState } from './rules.ts'
import type { CertificateState, ProductCard } from './rules.ts'
import { openProductFields } from './words.ts'

const openProductShape = z.object({
  slug: z.string(),
  name: z.string(),
  url: z.url().describe(openProductFields.url),
  set: z.string().describe(openProductFields.set),
  stars: z.number().int().min(3).max(5).nullable().describe(openProductFields.stars),
  state: z.string().describe(openProductFields.state),
  certificate: z.string().nullable().describe(openProductFields.certificate),
  certificateUrl: z.url().nullable().describe(openProductFields.certificateUrl),
  certifiedFrom: z.iso.date().nullable(),
  certifiedUntil: z.iso.date().nullable(),
  validityInferred: z.boolean().describe(openProductFields.validityInferred),
  producer: z.string(),
  producerKind: z.string(),
  commune: z.string().nullable().describe(openProductFields.commune),
  communeCode: z.string().nullable(),
  formerCommune: z.string().nullable(),
  formerDistrict: z.string().nullable(),
  formerProvince: z.string().nullable(),
  isSample: z.boolean().describe(openProductFields.isSample),
})
type OpenProduct = z.infer<typeof openProductShape>

/** The public register. */
export const openProducts: OpenDataSet = {
  name: 'products',
  item: 'Product',
  about: 'The register of products, in pages or as one CSV file',
  row: openProductShape,
  list: {
    filter: registerQuery,
    file: 'san-pham-ocop',
    async page({ ctx, addressOf, onSale }, filter) {
      const [day, ids] = await Promise.all([registerDay(ctx), onSale()])
      const { items, total, samples, page, pages, approximate } = await listRegister(ctx, filter, { onSale: ids })
      const open = (product: ProductCard) =>
        openProduct(product, {
          state: certificateState(product, day),
          url: addressOf.product(product.slug),
          certificateUrl: product.certificateCode === null ? null : addressOf.certificate(product.certificateCode),
        })
      return { items: items.map(open), total, samples, page, pages, approximate }
    },
  },
}

function openProduct(
  product: ProductCard,
  { state, url, certificateUrl }: { state: CertificateState; url: string; certificateUrl: string | null },
): OpenProduct {
  const { place } = product.producer
  return {
    slug: product.slug,
    name: product.name,
    url,
    set: product.setCode,
    stars: product.stars,
    state,
    certificate: certificateNumber(product.certificateCode),
    certificateUrl,
    certifiedFrom: product.certifiedFrom,
    certifiedUntil: product.certifiedUntil,
    validityInferred: product.validityInferred,
    producer: product.producer.name,
    producerKind: product.producer.kind,
    commune: place.commune,
    communeCode: place.communeCode,
    formerCommune: place.formerCommune,
    formerDistrict: place.formerDistrict,
    formerProvince: place.formerProvince,
    isSample: product.isSample,
  }
}
