import type { ProductCard } from '@dacsan/modules/catalogue/rules'
import { describe, expect, test } from 'vitest'
import { en } from '../messages/portal/en.ts'
import { vi } from '../messages/portal/vi.ts'
import { placeWords, shortPlace } from './place-words.ts'
import { rankWords, validityWords } from './validity-words.ts'

const place = {
  communeCode: '29431',
  commune: 'Xã Vinh Kim',
  formerCommune: 'Xã Kim Hòa',
  formerDistrict: 'Huyện Cầu Ngang',
  formerProvince: 'Tỉnh Trà Vinh',
}
const nowhere = { communeCode: null, commune: null, formerCommune: null, formerDistrict: null, formerProvince: null }
const product: ProductCard = {
  id: 'prd_1',
  slug: 'banh-tet',
  name: 'Bánh tét',
  setCode: 'QD26-06',
  aisle: 'food',
  stars: 4,
  standing: 'certified',
  potentialFive: false,
  certificateCode: null,
  certifiedFrom: '2024-02-21',
  certifiedUntil: '2027-02-21',
  certifiedYear: 2023,
  validityInferred: false,
  renewalUnderWay: false,
  isSample: false,
  photo: null,
  producer: { id: 'pro_1', slug: 'hai-ly', name: 'Cơ sở Hai Lý', kind: 'household', place },
}

describe('a place', () => {
  test('a place is shown with its present and its former names', () => {
    expect(placeWords(place, vi.former)).toBe('Xã Vinh Kim (Xã Kim Hòa, Huyện Cầu Ngang, Tỉnh Trà Vinh cũ)')
    expect(shortPlace(place, vi.former)).toBe('Xã Vinh Kim')
  })

  test('a place known only by its former district is shown as former, and an unknown place is not shown', () => {
    expect(shortPlace({ ...nowhere, formerDistrict: 'Huyện Cầu Kè', formerProvince: 'Tỉnh Trà Vinh' }, vi.former)).toBe('Huyện Cầu Kè cũ')
    expect([placeWords(nowhere, vi.former), shortPlace(nowhere, vi.former)]).toEqual([null, null])
  })
})

describe('the validity of a certificate', () => {
  test('the validity of a certificate is shown with its last day', () => {
    expect(validityWords(product, 'certified', 'vi', vi)).toBe('Có hiệu lực đến 21/02/2027')
  })

  test('the validity in English has the month as a word, because day and month could be confused', () => {
    expect(validityWords(product, 'certified', 'en', en)).toContain('21 Feb 2027')
  })

  test('the validity of a certificate discloses how an inferred day was found', () => {
    expect(validityWords({ ...product, validityInferred: true }, 'expired', 'vi', vi)).toBe('Hết hạn ngày 21/02/2027 (suy ra từ ngày cấp)')
    const fromYear = { ...product, validityInferred: true, certifiedFrom: null, certifiedUntil: '2024-12-31', certifiedYear: 2020 }
    expect(validityWords(fromYear, 'expired', 'vi', vi)).toBe('Hết hạn muộn nhất ngày 31/12/2024 (suy ra từ năm đánh giá 2020)')
  })

  test('of a withdrawn one is not said at all, and its stars are history', () => {
    expect(validityWords({ ...product, standing: 'withdrawn' }, 'withdrawn', 'vi', vi)).toBeNull()
    expect(rankWords({ ...product, standing: 'withdrawn' }, 'withdrawn', vi)).toBe('Từng đạt 4 sao')
    expect(rankWords(product, 'expired', vi)).toBe('Từng đạt 4 sao')
  })

  test('that the law made longer says the day on the paper as passed', () => {
    expect(validityWords(product, 'extended', 'vi', vi)).toBe('Hết hạn ngày 21/02/2027')
  })

  test('stays open where no source gives it', () => {
    expect(validityWords({ ...product, certifiedUntil: null }, 'undated', 'vi', vi)).toBe('Nguồn không ghi ngày hết hạn')
  })
})

test('a rank that nobody knows is not guessed', () => {
  expect(rankWords(product, 'certified', vi)).toBe('4 sao')
  expect(rankWords({ ...product, stars: null }, 'undated', vi)).toBe('Chưa rõ hạng')
  expect(rankWords({ stars: null, potentialFive: true, standing: 'none' }, 'potential-five', vi)).toBe('Tiềm năng 5 sao')
})
