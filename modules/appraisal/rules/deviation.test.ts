import { expect, test } from 'vitest'
import { spreadToName } from '../rules.ts'
import type { CouncilMemberId } from './ids.ts'

const criteria = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7']
const sheet = (memberId: CouncilMemberId, ...points: number[]) => ({
  memberId,
  lines: points.map((given, at) => ({ criterion: criteria[at]!, points: given })),
})
const alike = [3, 3, 3, 3, 3, 3, 3]
const sheets = [sheet('cmb_1', ...alike), sheet('cmb_2', ...alike), sheet('cmb_3', ...alike), sheet('cmb_4', 2, 3, 0, 1, 2, 2, 2)]
const over = sheets.map(({ memberId }) => memberId)

test('the five criteria that lie furthest apart are named, the widest first, then in the order of the set', () => {
  const named = spreadToName({ disclosed: { deviation: 'exceeds', over }, sheets }, criteria)
  expect(named.map(({ criterion, range }) => [criterion, range?.lowest, range?.highest])).toEqual([
    ['1.3', 0, 3],
    ['1.4', 1, 3],
    ['1.1', 2, 3],
    ['1.5', 2, 3],
    ['1.6', 2, 3],
  ])
})
test('a sheet that nothing was disclosed over is not looked at', () => {
  expect(spreadToName({ disclosed: { deviation: 'exceeds', over: over.slice(0, 3) }, sheets }, criteria)).toEqual([])
})
test('over fewer than four sheets a criterion is named without its marks: everybody knows one of them', () => {
  const named = spreadToName({ disclosed: { deviation: 'exceeds', over: over.slice(1) }, sheets }, criteria)
  expect(named.map(({ range }) => range)).toEqual(Array(5).fill(null))
})
test('nothing is named where the points lie within the limit or nothing could be disclosed', () => {
  expect(spreadToName({ disclosed: { deviation: 'within', over }, sheets }, criteria)).toEqual([])
  expect(spreadToName({ disclosed: null, sheets }, criteria)).toEqual([])
})
