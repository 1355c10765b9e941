import { expect, test } from 'vitest'
import { productData } from './product-data.ts'

const place = { communeCode: '29341', commune: 'Xã Tiểu Cần', formerCommune: null, formerDistrict: null, formerProvince: null }
const product: Parameters<typeof productData>[0] = {
  id: 'prd_1',
  slug: 'duong-hoa-dua',
  name: 'Đường hoa dừa',
  setCode: 'QD26-07',
  aisle: 'food',
  stars: 5,
  standing: 'certified',
  potentialFive: false,
  certificateCode: '3981-86-29341-1-2023',
  certifiedFrom: null,
  certifiedUntil: '2027-02-21',
  certifiedYear: 2023,
  validityInferred: false,
  renewalUnderWay: false,
  photo: null,
  producer: { id: 'pro_1', slug: 'sokfarm', name: 'Trà Vinh Farm', kind: 'company', place },
  description: null,
  story: null,
  netContent: null,
  ingredients: null,
  storage: null,
  usageNote: null,
  brand: null,
  gtin: null,
  traceCode: '00000000000000',
  photos: [],
  inRegister: true,
  isSample: false,
  confidence: 'A',
  sourceUrl: null,
  sourceNote: null,
  version: 1,
}

const noReviews = { count: 0, average: null, histogram: [0, 0, 0, 0, 0] } as const
const origin = 'https://ocop.example'
const day = { today: '2026-11-28', renewalDays: 180, extensionDays: 180 }
const dataOf = (given: Partial<Parameters<typeof productData>[1]> & { product?: Partial<typeof product> } = {}) =>
  productData({ ...product, ...given.product }, { state: 'certified', day, offer: null, figures: noReviews, origin, ...given })

test('search engines read only what is known of a product', () => {
  expect(dataOf()).toMatchObject({
    '@type': 'Product',
    url: 'https://ocop.example/san-pham/duong-hoa-dua',
    manufacturer: { name: 'Trà Vinh Farm', address: { addressLocality: 'Xã Tiểu Cần' } },
    hasCertification: {
      certificationIdentification: '3981-86-29341-1-2023',
      expires: '2027-02-21',
      certificationRating: { ratingValue: 5 },
    },
  })
  expect(dataOf()).not.toHaveProperty('gtin14')
  expect(dataOf()).not.toHaveProperty('offers')
})

test('C24: a certificate that ended, was withdrawn or has no known end is not claimed', () => {
  for (const state of ['expired', 'withdrawn', 'undated', 'none'] as const) expect(dataOf({ state })).not.toHaveProperty('hasCertification')
})

test('an extended certificate is claimed until the end of its extension', () => {
  const renewing = { product: { renewalUnderWay: true }, day: { ...day, today: '2027-03-01' } }
  expect(dataOf({ ...renewing, state: 'extended' })).toMatchObject({ hasCertification: { expires: '2027-08-20' } })
})

test('the address of a certificate whose number no source gives is not told as its number', () => {
  const { hasCertification } = dataOf({ product: { certificateCode: '2023-duong-hoa-dua' } }) as { hasCertification: object }
  expect(hasCertification).not.toHaveProperty('certificationIdentification')
})

test('goods on sale have an offer with price, currency, availability and seller', () => {
  const seller = { name: 'HTX Sokfarm', slug: 'sokfarm', phone: null, place: null, registrationNo: null }
  const pack = {
    listingId: 'lst_1' as const,
    productId: 'prd_1' as const,
    priceVnd: 85_000 as never,
    unit: 'hũ',
    description: '',
    maxPerOrder: null,
    steps: [],
    leastQuantity: 1,
    multiple: 1,
    needsCold: false,
    lowStock: null,
    shelfLifeDays: null,
    packId: 'pck_1' as const,
    packName: 'Hũ 250 g',
    isDefault: true,
    gtin: '08938501234568',
    netContent: { value: 250, unit: 'GRM' as const },
    unitPrice: { perVnd: 340_000 as never, unit: 'kg' as const },
    available: 3,
    nextExpiry: null,
    ahead: null,
    box: null,
  }
  const onSale = { listings: [pack], orderingEnabled: true, starsHold: true, seller }
  expect(dataOf({ offer: onSale })).toMatchObject({
    offers: {
      '@type': 'Offer',
      price: 85_000,
      priceCurrency: 'VND',
      priceSpecification: { price: 340_000, referenceQuantity: { value: 1, unitCode: 'KGM' } },
      availability: 'https://schema.org/InStock',
      seller: { name: 'HTX Sokfarm', url: 'https://ocop.example/chu-the/sokfarm' },
    },
  })
  const outOfStock = { offers: { availability: 'https://schema.org/OutOfStock' } }
  expect(dataOf({ offer: { ...onSale, listings: [{ ...pack, available: 0 }] } })).toMatchObject(outOfStock)
  expect(dataOf({ offer: { ...onSale, orderingEnabled: false } })).toMatchObject(outOfStock)
})

test('packs on sale beside each other are offers of their own, each with its name, number and price', () => {
  const seller = { name: 'HTX Sokfarm', slug: 'sokfarm', phone: null, place: null, registrationNo: null }
  const common = {
    productId: 'prd_1',
    unit: 'hũ',
    description: '',
    maxPerOrder: null,
    steps: [],
    leastQuantity: 1,
    multiple: 1,
    needsCold: false,
    lowStock: null,
    shelfLifeDays: null,
    nextExpiry: null,
    ahead: null,
    unitPrice: null,
    netContent: null,
    box: null,
  } as const
  const small = { ...common, listingId: 'lst_1', packId: 'pck_1', packName: 'Hũ 250 g', gtin: '08938501234568', isDefault: true } as const
  const large = { ...common, listingId: 'lst_2', packId: 'pck_2', packName: 'Hũ 500 g', gtin: null, isDefault: false } as const
  const listings = [
    { ...small, priceVnd: 85_000 as never, available: 3 },
    { ...large, priceVnd: 160_000 as never, available: 0 },
  ]
  const data = dataOf({ offer: { listings, orderingEnabled: true, starsHold: true, seller } })
  expect(data).toMatchObject({
    offers: [
      { name: 'Hũ 250 g', gtin14: '08938501234568', price: 85_000, availability: 'https://schema.org/InStock' },
      { name: 'Hũ 500 g', price: 160_000, availability: 'https://schema.org/OutOfStock' },
    ],
  })
})

test('a mean of reviews is told once there are as many as the rule wants, with their number, and never before', () => {
  const few = { count: 2, average: null, histogram: [0, 0, 0, 0, 2] } as const
  expect(dataOf({ figures: few })).not.toHaveProperty('aggregateRating')
  const enough = { count: 3, average: 3.3, histogram: [1, 0, 0, 1, 1] } as const
  expect(dataOf({ figures: enough })).toMatchObject({
    aggregateRating: { ratingValue: 3.3, reviewCount: 3, bestRating: 5, worstRating: 1 },
  })
})
