import { expect, test } from 'vitest'
import { z } from 'zod'
import { countryFacts, findFacts, provinceNamed, readFacts } from './facts.ts'

const banks = countryFacts('banks/banks.json', z.object({ banks: z.array(z.object({ bin: z.string() })) }))

test('a facts file is read and judged once per process', () => {
  expect(readFacts(banks).banks.length).toBeGreaterThan(20)
  expect(readFacts(banks)).toBe(readFacts(banks))
})

test('a missing facts file is named, unless it may be missing', () => {
  const file = countryFacts('law/absent.json', z.unknown())
  expect(() => readFacts(file)).toThrow(new Error('data/law/absent.json is missing'))
  expect(findFacts(file)).toBeNull()
})

test('the name of a province cannot lead out of its folder', () => {
  for (const name of ['../law', 'vinh-long/', 'Vĩnh Long', '.']) expect(() => provinceNamed(name)).toThrow('is not the name of a folder')
  expect(provinceNamed()).toBe('vinh-long')
})
