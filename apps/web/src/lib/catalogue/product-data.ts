import { holdsRank } from '@dacsan/modules/catalogue/rules'
import type { ProductView } from '@dacsan/modules/catalogue/rules'
import { largest, photoHref } from './photo-address.ts'

/** The product in the words of schema.org, as search engines read them. Only what is known; a lost certificate is not claimed. */
export function productData(product: ProductView, origin: string): object {
  const { producer, photos } = product
  const address = `${origin}/san-pham/${product.slug}`
  const held = holdsRank(product)
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': address,
    url: address,
    name: product.name,
    ...(product.description && { description: product.description }),
    ...(photos.length > 0 && { image: photos.map((photo) => origin + photoHref(largest(photo))) }),
    ...(product.gtin && { gtin14: product.gtin }),
    ...(product.brand && { brand: { '@type': 'Brand', name: product.brand } }),
    manufacturer: {
      '@type': 'Organization',
      name: producer.name,
      url: `${origin}/chu-the/${producer.slug}`,
      address: {
        '@type': 'PostalAddress',
        ...(producer.place.commune && { addressLocality: producer.place.commune }),
        addressCountry: 'VN',
      },
    },
    countryOfOrigin: 'VN',
    ...(held && {
      hasCertification: {
        '@type': 'Certification',
        name: `OCOP ${product.stars} sao`,
        ...(product.certificateCode && { certificationIdentification: product.certificateCode }),
        ...(product.certifiedFrom && { validFrom: product.certifiedFrom }),
        ...(product.certifiedUntil && { expires: product.certifiedUntil }),
        certificationRating: { '@type': 'Rating', ratingValue: product.stars, bestRating: 5 },
      },
    }),
  }
}
