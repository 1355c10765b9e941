import { parseDigitalLink } from '@dacsan/gs1'
import { expect, test } from 'vitest'
import { levelsOf } from './levels.ts'

const levels = (path: string) => {
  const read = parseDigitalLink(`https://id.example${path}`)
  if (!read.ok) throw new Error(read.refusal.code)
  return levelsOf(read.value)
}

test('a thing has the links of every level above it, and the key is the last', () => {
  expect(levels('/01/08938501234568')).toEqual(['/01/08938501234568'])
  expect(levels('/01/08938501234568/10/A1/21/7')).toEqual([
    '/01/08938501234568/10/A1/21/7',
    '/01/08938501234568/21/7',
    '/01/08938501234568/10/A1',
    '/01/08938501234568',
  ])
})

test('a variant that nobody registered does not hide the lot that somebody did', () => {
  expect(levels('/01/08938501234568/22/V/10/A1')).toEqual([
    '/01/08938501234568/22/V/10/A1',
    '/01/08938501234568/10/A1',
    '/01/08938501234568/22/V',
    '/01/08938501234568',
  ])
})

test('the way in which an address was written does not matter: stem, and signs that need no escape', () => {
  expect(levels('/stem/01/08938501234568/10/A%2d1')).toEqual(['/01/08938501234568/10/A-1', '/01/08938501234568'])
  expect(levels('/414/9506000134376/254/32a')).toEqual(['/414/9506000134376/254/32a', '/414/9506000134376'])
})
