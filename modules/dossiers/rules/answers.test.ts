import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswers } from './answers.ts'
import { answerProblems, missingFields } from './forms.ts'

describe('a whole number', () => {
  test.each([
    ['1.250.000', 1_250_000],
    ['1 250 000', 1_250_000],
    ['1250000', 1_250_000],
    ['1.250.000 đồng', 1_250_000],
    ['1250000đ', 1_250_000],
    ['0', 0],
  ])('a whole number typed as %s is read', (typed, value) => {
    expect(readAnswers('plan', { planRevenue: typed })).toEqual({ answers: { planRevenue: value }, faults: {} })
  })

  test.each(['12,5', '1.25', '1.2500', '12 kg', '-5', '1e3', '١٢', 'mười'])(
    'a whole number typed as %s is refused, never guessed',
    (typed) => {
      expect(readAnswers('plan', { planRevenue: typed }).faults).toEqual({ planRevenue: { code: 'not-a-whole-number' } })
    },
  )

  test('a number beyond what is kept exactly is refused', () => {
    expect(readAnswers('plan', { planRevenue: '9007199254740993' }).faults).toEqual({ planRevenue: { code: 'number-too-large' } })
  })

  test('a loss can be written, a negative output cannot', () => {
    expect(readAnswers('business', { profitLastYear: '-12.000.000' }).answers.profitLastYear).toBe(-12_000_000)
    expect(readAnswers('business', { outputLastYear: '-12' }).faults).toEqual({ outputLastYear: { code: 'not-a-whole-number' } })
  })

  test('every amount grouped by dots is read as it was meant', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (amount) => {
        const typed = String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
        expect(readAnswers('plan', { planRevenue: typed }).answers.planRevenue).toBe(amount)
      }),
    )
  })
})

test('a blank is neither an answer nor a fault: a draft may have gaps', () => {
  expect(readAnswers('producer', { organisationName: '  ', phone: '' })).toEqual({ answers: { disability: false }, faults: {} })
})

test('text of any kind is kept as it is, in NFC', () => {
  const naughty = `<script>alert('x')</script> 'or 1=1--\u202e «ẤP» 🥥 ខ្មែរ`
  expect(readAnswers('business', { materials: naughty }).answers.materials).toBe(naughty.normalize('NFC'))
  expect(readAnswers('business', { materials: 'Dừa'.normalize('NFD') }).answers.materials).toBe('Dừa')
})

test('a field that does not belong to the part is not taken', () => {
  expect(readAnswers('plan', { organisationName: 'HTX', status: 'recognised' })).toEqual({ answers: {}, faults: {} })
})

test('too long a text says by how much', () => {
  expect(readAnswers('producer', { position: 'x'.repeat(101) }).faults).toEqual({ position: { code: 'too-long', limit: 100, length: 101 } })
})

test.each([
  ['0912 345 678', true],
  ['+84 912 345 678', true],
  ['(0294) 3855 246', true],
  ['12345', false],
  ['gọi chị Ba', false],
])('%s as a telephone number: %s', (phone, good) => {
  expect('phone' in readAnswers('producer', { phone }).faults).toBe(!good)
})

test('what is required and empty is told by name', () => {
  expect(missingFields('registration', { productName: 'Mứt dừa', hasFoodSafety: true })).toEqual(['productDescription'])
  expect(missingFields('registration', { productName: 'Mứt dừa', productDescription: 'Mứt' })).toEqual([])
})

test('more local workers than workers is an error at that field', () => {
  expect(answerProblems('business', { labourTotal: 10, labourLocal: 11, labourFemale: 10 }, 'first')).toEqual([
    { code: 'labour-exceeds-total', field: 'labourLocal' },
  ])
})

test('an upgrade or a renewal has to say what changed, a first filing has not', () => {
  expect(answerProblems('registration', {}, 'first')).toEqual([])
  expect(answerProblems('registration', {}, 'upgrade')).toEqual([{ code: 'changes-missing', field: 'changes' }])
  expect(answerProblems('registration', { changes: 'Bao bì mới' }, 'renewal')).toEqual([])
})
