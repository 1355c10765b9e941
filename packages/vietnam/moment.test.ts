import { expect, test } from 'vitest'
import { spanOf } from './index.ts'

const at = (text: string) => ({ from: Date.parse(text), to: Date.parse(text) })

test('a moment is one moment, whatever the zone that it is written in', () => {
  expect(spanOf('2026-11-23T10:00:00+07:00')).toEqual(at('2026-11-23T03:00:00Z'))
  expect(spanOf('2026-11-23T03:00:00Z')).toEqual(at('2026-11-23T03:00:00Z'))
  expect(spanOf('2026-11-23T04:00:00.250+0100')).toEqual(at('2026-11-23T03:00:00.250Z'))
})

test('a time without a zone is Vietnamese time', () => {
  expect(spanOf('2026-11-23 10:00')).toEqual(at('2026-11-23T03:00:00Z'))
  expect(spanOf('2026-11-23T10:00:05')).toEqual(at('2026-11-23T03:00:05Z'))
})

test('a date without a time is its whole day in Việt Nam', () => {
  expect(spanOf('2026-11-23')).toEqual({ from: Date.parse('2026-11-22T17:00:00Z'), to: Date.parse('2026-11-23T16:59:59.999Z') })
})

test('what is no moment is not read', () => {
  for (const text of [
    '',
    '23/11/2026',
    '2026-02-30',
    '2026-11-23T25:00',
    '2026-11-23T10',
    'hôm qua',
    '2026-11-23T10:00:00+99:00',
    '2026-11',
  ])
    expect(spanOf(text), text).toBeUndefined()
})
