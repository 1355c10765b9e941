import { expect, test } from 'vitest'
import { scanMemory } from './repeated-scan.ts'

const morning = new Date('2026-11-25T08:00:00+07:00')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const scan = { code: '4T7Q9', address: '203.0.113.7', device: 'a cheap telephone' }

test('a page that is opened again within half an hour is one scan, and after that another', () => {
  const isRepeated = scanMemory()
  expect([0, 1, 29, 30, 31].map((minutes) => isRepeated(scan, later(minutes)))).toEqual([false, true, true, false, true])
})

test('another code, another telephone and another address are scans of their own', () => {
  const isRepeated = scanMemory()
  const others = [scan, { ...scan, code: 'X' }, { ...scan, device: 'another' }, { ...scan, address: '203.0.113.8' }]
  expect(others.map((other) => isRepeated(other, morning))).toEqual([false, false, false, false])
})

test('C46: one address that pretends to be ever new telephones counts twenty times at most', () => {
  const isRepeated = scanMemory()
  const counted = Array.from({ length: 500 }, (_, n) => isRepeated({ ...scan, device: `telephone ${n}` }, morning)).filter(
    (repeated) => !repeated,
  )
  expect(counted).toHaveLength(20)
})

test('the memory of scans forgets the oldest under a flood of addresses and never grows', () => {
  const isRepeated = scanMemory()
  isRepeated(scan, morning)
  for (let n = 0; n < 20_000; n += 1) isRepeated({ ...scan, address: `2001:db8::${n.toString(16)}` }, morning)
  expect(isRepeated(scan, morning)).toBe(false)
})
