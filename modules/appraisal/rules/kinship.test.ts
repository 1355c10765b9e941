import fc from 'fast-check'
import { stripAccents } from '@dacsan/vietnam'
import { describe, expect, test } from 'vitest'
import { compareAddresses, familyNameOf, isSameFamily, namesIn } from './kinship.ts'

const names = ['Nguyễn Thị Ánh', 'Thạch Sa Rây', 'Đặng Văn Được', 'Lê Đình Ưu', 'Huỳnh Thị Bé Sáu', 'Kim Thị Sô Phia', 'Võ Nguyên Đức']
const lines = ['12 Nguyễn Huệ, khóm 3', 'Số 7, ấp Ô Chích', 'Ấp Cây Hẹ', '45/2 đường 30 tháng 4, khóm Đỉnh', 'Tổ 5, ấp Chợ']
const anyName = fc.constantFrom(...names)
const anyLine = fc.constantFrom(...lines)
/** The same letters as another keyboard, an older machine or another hand would leave them. */
const anyHand = fc.constantFrom(
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => stripAccents(text),
  (text: string) => `  ${text.replaceAll(' ', '   ')} `,
)
const at = (address: string, communeCode = '29308') => ({ address, communeCode, communeName: 'Xã Cầu Kè' })

describe('names', () => {
  test('whatever the accents, the case and the keyboard, a name has its family name first', () => {
    fc.assert(
      fc.property(anyName, anyHand, (name, hand) => {
        expect(familyNameOf(hand(name))).toBe(familyNameOf(name))
        expect(isSameFamily(name, hand(name))).toBe(true)
        expect(namesIn(`Mua lúa của ${hand(name)}, bán cho đại lý`, name)).toBe(true)
      }),
    )
  })

  test('a title is no family name, and a single word may be a given name', () => {
    expect(familyNameOf('Bà Thạch Thị Bưởi')).toBe('thach')
    expect(familyNameOf('ThS. Đỗ Văn Tám')).toBe('do')
    expect(familyNameOf('Tám')).toBeNull()
    expect(isSameFamily('Tám', 'Tám')).toBe(false)
    expect(isSameFamily('Huỳnh Văn A', 'Hoàng Văn B')).toBe(false)
  })

  test('a text names somebody by all their words in one row: no part of a word, no single word', () => {
    expect(namesIn('Bán cho Công ty TNHH Dừa Xanh ở chợ', 'Công ty TNHH Dừa xanh')).toBe(true)
    expect(namesIn('Dừa xanh, công ty TNHH', 'Công ty TNHH Dừa Xanh')).toBe(false)
    expect(namesIn('Lê Anh', 'Lê An')).toBe(false)
    expect(namesIn('Dừa', 'Dừa')).toBe(false)
  })
})

describe('addresses', () => {
  test('an address is the same by any hand, with or without the levels above, in one commune alone', () => {
    fc.assert(
      fc.property(anyLine, anyHand, (line, hand) => {
        const same = compareAddresses(at(line), at(line))
        expect(same).not.toBeNull()
        expect(compareAddresses(at(line), at(hand(line)))).toBe(same)
        expect(compareAddresses(at(`${line}, xã Cầu Kè, tỉnh Vĩnh Long, Việt Nam`), at(hand(line)))).toBe(same)
        expect(compareAddresses(at(line), at(line, '29341'))).toBeNull()
      }),
    )
  })

  test('comparing is the same from either side', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        expect(compareAddresses(at(one), at(other))).toBe(compareAddresses(at(other), at(one)))
      }),
    )
  })

  test.each([
    ['12 Nguyễn Huệ, khóm 3', 'số nhà 12, đường Nguyễn Huệ, Khóm 3', 'same'],
    ['12 Nguyễn Huệ, khóm 3', 'Khóm 3, 12 Nguyễn Huệ', 'same'],
    ['12 Nguyễn Huệ, khóm 3', '14 Nguyễn Huệ, khóm 3', 'near'],
    ['12 Nguyễn Huệ', '12 Nguyễn Huệ Phường 5 TP Trà Vinh', 'same'],
    // A hamlet has no numbers: two families of it are not one house.
    ['Ấp Cây Hẹ', 'ấp Cây Hẹ', 'near'],
    ['Ấp 1', 'Ấp 2', null],
    ['45/2 đường 30 tháng 4', '45/3 đường 30 tháng 4', 'near'],
    ['', '', null],
    ['Xã Cầu Kè', 'xã Cầu Kè, huyện Cầu Kè', null],
  ] as const)('“%s” against “%s” reads as %s', (one, other, expected) => {
    expect(compareAddresses(at(one), at(other))).toBe(expected)
  })

  test('names of before 1 July 2025 stay the same place, and two old communes of one new one do not become each other', () => {
    expect(compareAddresses(at('Số 3, ấp 1, xã Hòa Ân (cũ), huyện Cầu Kè'), at('Số 3, ấp 1, xã Cầu Kè'))).toBe('same')
    expect(compareAddresses(at('Số 3, ấp 1, xã Hòa Ân'), at('Số 3, ấp 1, xã Hoà Ân cũ'))).toBe('same')
    expect(compareAddresses(at('Số 3, ấp 1, xã Hòa Ân'), at('Số 3, ấp 1, xã Châu Điền'))).toBeNull()
  })
})
