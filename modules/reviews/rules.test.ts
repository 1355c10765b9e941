import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresOf, hasContact, nameAs, plainText, refuseWriting } from './rules.ts'

describe('the figures of a product', () => {
  test('no average is said while there are fewer reviews than the rule wants, however good they are', () => {
    expect(figuresOf([{ rating: 5, count: 2 }], { least: 3 })).toEqual({ count: 2, average: null, histogram: [0, 0, 0, 0, 2] })
    expect(figuresOf([], { least: 3 })).toEqual({ count: 0, average: null, histogram: [0, 0, 0, 0, 0] })
  })

  test('the average is that of all reviews, to a tenth, and lies between the least and the most that was given', () => {
    expect(figuresOf([{ rating: 5, count: 2 }, { rating: 2, count: 1 }], { least: 3 }).average).toBe(4) // prettier-ignore
    const given = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(given, (points) => {
        const counted = [1, 2, 3, 4, 5].map((rating) => ({ rating, count: points.filter((one) => one === rating).length }))
        const { count, average, histogram } = figuresOf(counted, { least: 3 })
        expect(count).toBe(points.length)
        expect(histogram.reduce((sum, one) => sum + one, 0)).toBe(count)
        expect(Math.abs(average! - points.reduce((sum, one) => sum + one, 0) / count)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })
})

describe('what strangers write', () => {
  test('the whole name of a buyer is never shown, whatever it is', () => {
    expect(nameAs('initials', 'Nguyễn Thị Mua')).toBe('N. T. M.')
    expect(nameAs('given', 'Nguyễn Thị Mua')).toBe('Mua')
    expect(nameAs('given', 'Ánh')).toBe('Á.')
    expect(nameAs('none', 'Nguyễn Thị Mua')).toBe('')
    expect(nameAs('initials', '  ')).toBe('')
    expect(nameAs('initials', 'đặng ơn')).toBe('Đ. Ơ.')
    const word = fc.string({ minLength: 2, maxLength: 12 }).filter((text) => /^\p{L}{2,}$/u.test(text))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.constantFrom('initials', 'given', 'none'), (words, style) => {
        expect(nameAs(style as 'given', words.join(' '))).not.toBe(words.join(' '))
      }),
    )
  })

  test('telephone numbers, addresses and links are found however they are written, and prices and dates are not', () => {
    for (const words of [
      'gọi 0912 345 678 nhé',
      'zalo 0912.345.678',
      '+84 912 345 678',
      'xem https://x.vn',
      'www.x.vn',
      'a@b.vn',
      'zalo.me/x',
    ])
      expect([words, hasContact(words)]).toEqual([words, true])
    for (const words of ['mua 2 hộp giá 85.000 đ', 'nhận ngày 23/11/2026', 'hộp 200 g, hạn 30 ngày', '10 điểm', 'lô L2026-11'])
      expect([words, hasContact(words)]).toEqual([words, false])
  })

  test('what turns a line around, hides in it or piles up on a letter does not reach a page', () => {
    expect(plainText('ngon\u202Egnort\u200B lắm\u0000')).toBe('ngongnort lắm')
    expect(plainText('a\r\nb\n\n\n\nc')).toBe('a\nb\n\nc')
    expect(plainText('Mu\u031B\u0301t')).toBe('Mứt')
    expect(plainText('e\u0301\u0323\u0323\u0323\u0323\u0323\u0323\u0323').length).toBeLessThan(6)
  })
})

test('only who bought by their own hand writes, once the goods are there, and not for ever', () => {
  const now = new Date('2026-11-30T00:00:00Z')
  const purchase = { handedOverAt: new Date('2026-11-20T00:00:00Z'), source: 'buyer', isSellersOwn: false } as const
  const terms = { now, writeDays: 10 }
  expect(refuseWriting(purchase, terms)).toBeNull()
  expect(refuseWriting(purchase, { ...terms, now: new Date(now.getTime() + 1) })).toMatchObject({ refusal: { code: 'too-late', days: 10 } })
  expect(refuseWriting({ ...purchase, handedOverAt: null }, terms)).toMatchObject({ refusal: { code: 'not-delivered' } })
  expect(refuseWriting({ ...purchase, isSellersOwn: true }, terms)).toMatchObject({ refusal: { code: 'sellers-own' } })
  expect(refuseWriting({ ...purchase, source: 'seller' }, terms)).toMatchObject({ refusal: { code: 'typed-by-seller' } })
})
