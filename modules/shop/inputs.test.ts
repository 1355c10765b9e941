import { describe, expect, test } from 'vitest'
import { cartLineInput, saveSellerInput, returnPaperInput } from './inputs.ts'

const quantityOf = (typed: unknown) => cartLineInput.safeParse({ listingId: 'lst_1', quantity: typed })

describe('a whole number', () => {
  test.each([
    ['5', 5],
    [' 12 ', 12],
    ['1.500', 1500],
    ['12 000', 12_000],
    ['1.000.0', null],
    ['1.5', null],
    ['0.500', null],
    ['1,5', null],
    ['1e3', null],
    ['0x10', null],
    ['-1', null],
    ['', null],
    [7, 7],
    [7.5, null],
    [Number.NaN, null],
  ])('a whole number typed as "%s" is read as %s', (typed, expected) => {
    const read = quantityOf(typed)
    expect(read.success ? read.data.quantity : null).toBe(expected)
  })

  test('a text that is not a whole number is answered with what to type', () => {
    expect(quantityOf('1.5').error?.issues[0]?.message).toBe('Nhập số lượng bằng số nguyên.')
  })
})

describe('a line of text', () => {
  test('L13: a name typed with marks of direction is kept as it is seen', () => {
    const read = returnPaperInput.parse({ paperId: 'spa_1', reason: ' Bán\u00a0hàng \u202egnàh\u202c giả\u2069 ' })
    expect(read.reason).toBe('Bán hàng gnàh giả')
    expect(returnPaperInput.safeParse({ paperId: 'spa_1', reason: '\u202e\u202c \u200b' }).success).toBe(false)
  })

  test('case 10: a garbled account name is asked for again', () => {
    const named = (accountName: string) => saveSellerInput.safeParse({ bankBin: '970436', bankAccount: '0123456789', accountName })
    expect(named('NGUYỄN THỊ THỬ').success).toBe(true)
    expect(named('C¬ së MÉu').error?.issues[0]?.message).toContain('phông')
  })
})
