import { expect, test } from 'vitest'
import { certificateNumber } from './certificate-number.ts'

test('the numbers of certificates of this platform are known, province’s and ministry’s', () => {
  for (const code of ['3981-86-29308-1-2026', '12a-86-29308-14-2027', '41-bnnmt-86-29308-1-2026'])
    expect(certificateNumber(code)).toBe(code)
})

test('the address of a certificate that is older than the platform is not taken for its number', () => {
  for (const code of ['2023-mat-hoa-dua-tuoi-organic-sokfarm', 'chua-ro-nam-ruou-xuan-thanh', '2024-gao-st-25', '2023-keo-dua-86-2'])
    expect(certificateNumber(code)).toBeNull()
  expect(certificateNumber(null)).toBeNull()
})
