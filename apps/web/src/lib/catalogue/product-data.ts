import { certificateNumber, extensionOf, isInForce } from '@dacsan/modules/catalogue/rules'
import type { CertificateDay, CertificateState, ProductView } from '@dacsan/modules/catalogue/rules'
import type { Figures } from '@dacsan/modules/reviews/rules'
import type { ProductOffer } from '@dacsan/modules/shop/rules'
import { largest, photoHref } from './photo-address.ts'

type Facts = { state: CertificateState; day: CertificateDay; offer: ProductOffer | null; figures: Figures; origin: string }

/**
 * The product in the words of schema.org, as search engines read them. Only what is known: a certificate that ended, was taken back or has no
 * known end is not claimed, goods are offered while the shop sells them. No mean is told of fewer reviews than the rule wants: the page says none either.
 */
export function productData(product: ProductView, { state, day, offer, figures, origin }: Facts): object {
  const { producer, photos } = product
  const address = `${origin}/san-pham/${product.slug}`
  const held = isInForce(state) && product.stars !== null
  const number = certificateNumber(product.certificateCode)
  const end = extensionOf(product, day) ?? product.certifiedUntil
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
        ...(number && { certificationIdentification: number }),
        ...(product.certifiedFrom && { validFrom: product.certifiedFrom }),
        ...(end && { expires: end }),
        certificationRating: { '@type': 'Rating', ratingValue: product.stars, bestRating: 5 },
      },
    }),
    ...(figures.average !== null && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: figures.average,
        bestRating: 5,
        worstRating: 1,
        reviewCount: figures.count,
      },
    }),
    ...(offer && { offers: offersData(offer, { address, origin }) }),
  }
}

/** schema.org ItemAvailability. */
const availabilityAhead = { stock: 'InStock', 'pre-order': 'PreOrder', 'made-to-order': 'MadeToOrder' } as const

/** One offer a pack; where there are several, each says which. */
function offersData({ listings, seller, orderingEnabled }: ProductOffer, { address, origin }: { address: string; origin: string }) {
  const offers = listings.map(({ priceVnd, available, ahead, packName, gtin, unitPrice }) => ({
    '@type': 'Offer',
    url: address,
    ...(listings.length > 1 && { ...(packName && { name: packName }), ...(gtin && { gtin14: gtin }) }),
    price: priceVnd,
    priceCurrency: 'VND',
    ...(unitPrice && {
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price: unitPrice.perVnd,
        priceCurrency: 'VND',
        // UN/ECE Recommendation 20.
        referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: unitPrice.unit === 'kg' ? 'KGM' : 'LTR' },
      },
    }),
    availability: `https://schema.org/${available === 0 || !orderingEnabled ? 'OutOfStock' : availabilityAhead[ahead?.kind ?? 'stock']}`,
    seller: { '@type': 'Organization', name: seller.name, url: `${origin}/chu-the/${seller.slug}` },
  }))
  return offers.length === 1 ? offers[0] : offers
}
