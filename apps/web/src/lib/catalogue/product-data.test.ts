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
  certificateCode: 'cc-1',
  certifiedFrom: null,
  certifiedUntil: '2027-02-21',
  certifiedYear: 2023,
  validityInferred: false,
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

test('the data for search engines hold only what is known of a product', () => {
  expect(productData(product, 'https://ocop.example')).toMatchObject({
    '@type': 'Product',
    url: 'https://ocop.example/san-pham/duong-hoa-dua',
    manufacturer: { name: 'Trà Vinh Farm', address: { addressLocality: 'Xã Tiểu Cần' } },
    hasCertification: { certificationIdentification: 'cc-1', expires: '2027-02-21', certificationRating: { ratingValue: 5 } },
  })
  expect(productData(product, 'https://ocop.example')).not.toHaveProperty('gtin14')
})

test('the data for search engines do not claim a withdrawn certificate', () => {
  expect(productData({ ...product, standing: 'withdrawn' }, 'https://ocop.example')).not.toHaveProperty('hasCertification')
})
