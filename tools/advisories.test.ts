import { expect, test } from 'vitest'
import { advisoriesOf, affected } from './advisories.ts'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/sharp': { version: '0.35.3' },
    'node_modules/a/node_modules/fast-uri': { version: '3.1.1' },
    'node_modules/fast-uri': { version: '3.1.2' },
    'node_modules/@dacsan/vietqr': { link: true },
    'node_modules/beta': { version: '2.0.0-rc.2' },
  },
}
const list = (...advisories: Parameters<typeof affected>[1]['advisories']) => ({
  source: '',
  licence: '',
  asOf: '2026-11-28',
  covers: '',
  advisories,
})

test('a locked version in a listed range is named with what mends it, wherever in the tree it stands', () => {
  const range = { introduced: '0', summary: 's' }
  expect(
    affected(
      lock,
      list(
        { ...range, id: 'GHSA-1', package: 'sharp', fixed: '0.35.4' },
        { ...range, id: 'GHSA-2', package: 'fast-uri', fixed: '3.1.2' },
        { ...range, id: 'GHSA-3', package: 'sharp', introduced: '0.35.4', fixed: null },
        { ...range, id: 'GHSA-4', package: 'beta', fixed: '2.0.0' },
        { ...range, id: 'GHSA-5', package: 'beta', fixed: '2.0.0-rc.2' },
        { ...range, id: 'GHSA-6', package: 'absent', fixed: null },
      ),
    ),
  ).toEqual([
    'sharp 0.35.3: GHSA-1 (s), fixed in 0.35.4',
    'fast-uri 3.1.1: GHSA-2 (s), fixed in 3.1.2',
    'beta 2.0.0-rc.2: GHSA-4 (s), fixed in 2.0.0',
  ])
})

test('a list is made of the database in the OSV format: of npm, of locked packages, not withdrawn', () => {
  const about = (name: string, events: object[], ecosystem = 'npm') => [{ package: { ecosystem, name }, ranges: [{ events }] }]
  const entries = [
    { id: 'GHSA-2', affected: about('sharp', [{ introduced: '0' }, { last_affected: '0.35.3' }]) },
    { id: 'GHSA-1', summary: 'x', affected: about('fast-uri', [{ introduced: '3.0.0' }, { fixed: '3.1.2' }]) },
    { id: 'GHSA-3', withdrawn: '2026-01-01T00:00:00Z', affected: about('sharp', [{ introduced: '0' }]) },
    { id: 'GHSA-4', affected: about('sharp', [{ introduced: '0' }], 'PyPI') },
    { id: 'GHSA-5', affected: about('left-pad', [{ introduced: '0' }]) },
  ]
  const advisories = advisoriesOf(lock, entries)
  expect(advisories.map(({ id, introduced, fixed }) => [id, introduced, fixed])).toEqual([
    ['GHSA-1', '3.0.0', '3.1.2'],
    ['GHSA-2', '0', '0.35.3.1'],
  ])
  expect(affected(lock, list(...advisories))).toHaveLength(2)
})
