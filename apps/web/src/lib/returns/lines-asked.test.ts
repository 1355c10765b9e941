import { expect, test } from 'vitest'
import { boxTick, linesAsked } from './lines-asked.ts'

const box = boxTick([
  { id: 'oln_a', left: 2 },
  { id: 'oln_b', left: 1 },
])

test('the tick of a box asks for all that is left of its lines, and a line beside it for what was written', () => {
  expect(linesAsked({ reason: 'damaged', 'hop-lst_1': box, 'so-oln_a': '', 'so-oln_b': '', 'so-oln_c': '3' })).toEqual([
    { orderLineId: 'oln_c', quantity: '3' },
    { orderLineId: 'oln_a', quantity: '2' },
    { orderLineId: 'oln_b', quantity: '1' },
  ])
})

test('a line that is in the box and was written too is asked for once, as the box says', () => {
  expect(linesAsked({ 'so-oln_a': '1', 'hop-lst_1': box })).toEqual([
    { orderLineId: 'oln_a', quantity: '2' },
    { orderLineId: 'oln_b', quantity: '1' },
  ])
})

test('a tick that was made up names nothing that is no number of a line', () => {
  expect(linesAsked({ 'hop-lst_1': 'oln_a', 'hop-x': box, 'so-x': '1' })).toEqual([{ orderLineId: 'oln_a', quantity: undefined }])
})
