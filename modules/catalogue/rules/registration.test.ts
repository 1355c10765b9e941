import { expect, test } from 'vitest'
import { registerProducerInput, registerProductInput } from './registration.ts'

const product = (name: string) => registerProductInput.safeParse({ name, setCode: 'QD26-08' })
const producer = (name: string) =>
  registerProducerInput.safeParse({ name, kind: 'cooperative', communeCode: '29434', address: 'Ấp 1\u202e', representative: '\u2066' })

test('L13: a name typed in a form is kept as it is seen, without marks of direction', () => {
  expect(product(' Tôm\u00a0 khô \u202e5 sao\u202c').data?.name).toBe('Tôm khô 5 sao')
  expect(producer('HTX \u2067Kim Hòa\u2069\u200b').data).toMatchObject({ name: 'HTX Kim Hòa', address: 'Ấp 1', representative: null })
  expect(product('\u202e\u202c').success).toBe(false)
})

test.each(['M\ufffdm mẫu', 'Mắm\u0007 mẫu', 'M¾m c¸ mÉu', 'Máº¯m máº«u', 'Maém caù loùc'])(
  'case 10: the garbled name %j of a product or a producer is asked for again',
  (name) => {
    expect(product(name).error?.issues[0]?.message).toContain('phông')
    expect(producer(name).success).toBe(false)
  },
)
