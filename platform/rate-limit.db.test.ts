import { expect, test } from 'vitest'
import { consume } from './rate-limit.ts'
import type { Limit } from './rate-limit.ts'
import { testDatabase } from './testing.ts'

const { db } = await testDatabase()
const limit: Limit = { bucket: 'trial', most: 10, minutes: 15 }
const noon = new Date('2026-11-28T05:00:00Z')
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

test('C22: uses that were counted by a clock a day ahead close no door until then', async () => {
  for (let n = 0; n < 12; n++) await consume(db, after(24), { limit, subject: 'an@demo.vn' })
  expect(await consume(db, after(24), { limit, subject: 'an@demo.vn' })).toBe(15)
  expect(await consume(db, noon, { limit, subject: 'an@demo.vn' })).toBe(0)
})

test('C22: a clock that goes an hour ahead or back opens a door an hour early at most and never keeps it closed longer', async () => {
  for (let n = 0; n < 12; n++) await consume(db, noon, { limit, subject: 'binh@demo.vn' })
  expect(await consume(db, after(0.1), { limit, subject: 'binh@demo.vn' })).toBe(9)
  expect(await consume(db, after(-1), { limit, subject: 'binh@demo.vn' })).toBe(0)
  expect(await consume(db, after(1), { limit, subject: 'binh@demo.vn' })).toBe(0)
})

test('clocks of two machines that differ by some seconds count one window', async () => {
  const seconds = (n: number) => new Date(noon.getTime() + n * 1000)
  for (let n = 0; n < 10; n++) await consume(db, seconds(n % 2 === 0 ? 20 : 0), { limit, subject: 'chi@demo.vn' })
  expect(await consume(db, seconds(0), { limit, subject: 'chi@demo.vn' })).toBeGreaterThan(0)
})
