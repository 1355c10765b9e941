import { expect, test } from 'vitest'
import { phoneOf, registrationOf } from './seller-facts.ts'

test('the tax code of a household, which is a person’s number, never stands in for its registration', () => {
  const facts = { registrationNo: null, taxCode: '084190000001' }
  expect(registrationOf({ ...facts, producerKind: 'household' })).toBeNull()
  expect(registrationOf({ ...facts, producerKind: 'cooperative' })).toBe('084190000001')
  expect(registrationOf({ ...facts, registrationNo: '58A8000001', producerKind: 'household' })).toBe('58A8000001')
})

test('a seller is reached at the number for orders, else at the producer’s own', () => {
  expect(phoneOf({ phone: '0909123456', producerPhone: '0900000001' })).toBe('0909123456')
  expect(phoneOf({ phone: null, producerPhone: '0900000001' })).toBe('0900000001')
})
