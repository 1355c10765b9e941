import { expect, test } from 'vitest'
import { linkTypes, offeredTypes } from './link-types.ts'
import { linkTypeWords } from './words.ts'

test('the vocabulary has its sixty types of links, each once', () => {
  expect(new Set(linkTypes.map(({ name }) => name)).size).toBe(60)
})

test('a producer chooses from all of them in words of its own, but for those that the platform answers for and those that are given up', () => {
  expect(Object.keys(linkTypeWords).filter((type) => !offeredTypes.includes(type))).toEqual([])
  expect(linkTypes.map(({ name }) => name).filter((name) => !offeredTypes.includes(name))).toEqual([
    'certificationInfo',
    'defaultLink',
    'defaultLinkMulti',
    'epcis',
    'handledBy',
    'productSustainabilityInfo',
    'recallStatus',
    'traceability',
  ])
})
