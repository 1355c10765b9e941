import { expect, test } from 'vitest'
import { judgeProducerKind } from './producer-kind.ts'

// Quyết định 26/2026/QĐ-TTg, Điều 2, as domain.md 2.1 gives it.
const law = {
  kinds: ['cooperative', 'cooperative-group', 'company', 'farm', 'household'],
  kindsOfSets: { 'QD26-26': ['tourism-association'] },
  withRegistration: ['household'],
}

test('an association takes part with services of tourism and with nothing else', () => {
  expect(judgeProducerKind(law, { kind: 'tourism-association' })).toBeNull()
  expect(judgeProducerKind(law, { kind: 'tourism-association' }, { setCode: 'QD26-26' })).toBeNull()
  expect(judgeProducerKind(law, { kind: 'tourism-association' }, { setCode: 'QD26-07' })).toEqual({
    code: 'kind-not-for-set',
    kind: 'tourism-association',
    setCode: 'QD26-07',
  })
  expect(judgeProducerKind({ ...law, kindsOfSets: {} }, { kind: 'tourism-association' })).toMatchObject({ code: 'kind-not-allowed' })
})

test('a household without any registration is no producer, and a group without one is', () => {
  const numbers = { judgesNumbers: true }
  expect(judgeProducerKind(law, { kind: 'household' }, numbers)).toMatchObject({ code: 'registration-missing' })
  expect(judgeProducerKind(law, { kind: 'household', registrationNo: '58A8001234' }, numbers)).toBeNull()
  expect(judgeProducerKind(law, { kind: 'household', taxCode: '084085001234' }, numbers)).toBeNull()
  expect(judgeProducerKind(law, { kind: 'household' })).toBeNull()
  expect(judgeProducerKind(law, { kind: 'cooperative-group' }, numbers)).toBeNull()
})

test('of whom no source says what it is nothing is held against it', () => {
  expect(judgeProducerKind(law, { kind: 'unknown' }, { setCode: 'QD26-07', judgesNumbers: true })).toBeNull()
})
