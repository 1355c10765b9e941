import { expect, test } from 'vitest'
import { fillIn, keepable, putBack, sumOf, typedIn } from './fields.ts'

const text = (name: string, value: string, defaultValue = '') => ({ name, type: 'text', value, defaultValue })
const tick = (name: string, checked: boolean, defaultChecked = false) => ({ name, type: 'checkbox', value: 'yes', checked, defaultChecked })
const choice = (name: string, ...options: [value: string, selected: boolean, defaultSelected: boolean][]) => ({
  name,
  type: 'select-one',
  value: options.find(([, selected]) => selected)?.[0] ?? '',
  options: options.map(([value, selected, defaultSelected]) => ({ value, selected, defaultSelected })),
})

test('only what differs from the page as it came is kept, and nothing secret, hidden or of a file', () => {
  const form = [
    text('name', 'Mứt dừa', 'Mứt'),
    text('amount', '60', '60'),
    { name: 'version', type: 'hidden', value: '4', defaultValue: '3' },
    { name: 'password', type: 'password', value: 'secret', defaultValue: '' },
    { name: 'photo', type: 'file', value: 'C:\\fakepath\\a.jpg', defaultValue: '' },
    tick('agrees', true),
    choice('unit', ['hũ', false, true], ['kg', true, false]),
  ]
  expect(typedIn(form)).toEqual([
    { name: 'name', place: 0, value: 'Mứt dừa', before: 'Mứt' },
    { name: 'agrees', place: 0, value: 'chosen', before: '' },
    { name: 'unit', place: 0, value: 'kg', before: 'hũ' },
  ])
})

test('a list of choices whose first is shown because none is chosen counts as untouched', () => {
  expect(typedIn([choice('unit', ['hũ', true, false], ['kg', false, false])])).toEqual([])
})

test('fields of one name are told apart by their place', () => {
  expect(keepable([text('note', ''), text('note', ''), text('', '')]).map(({ place }) => place)).toEqual([0, 1])
})

test('what was typed comes back into the same fields of a page that is as it was', () => {
  const before = [text('name', 'Mứt dừa sáp', 'Mứt'), tick('agrees', true), choice('unit', ['hũ', false, true], ['kg', true, false])]
  const again = [text('name', 'Mứt', 'Mứt'), tick('agrees', false), choice('unit', ['hũ', true, true], ['kg', false, false])]
  const { restored, changed } = putBack(again, typedIn(before))
  expect(changed).toEqual([])
  expect(restored).toHaveLength(3)
  expect(typedIn(again)).toEqual(typedIn(before))
})

test('C50: a field that was changed elsewhere meanwhile stays as the page has it until somebody chooses', () => {
  const typed = typedIn([text('name', 'Mứt dừa sáp', 'Mứt'), text('amount', '60', '50')])
  const again = [text('name', 'Mứt dừa non', 'Mứt dừa non'), text('amount', '50', '50')]
  const { restored, changed } = putBack(again, typed)
  expect(again.map(({ value }) => value)).toEqual(['Mứt dừa non', '60'])
  expect([restored.length, changed.map(({ name }) => name)]).toEqual([1, ['name']])
  putBack(again, changed, { force: true })
  expect(again[0]!.value).toBe('Mứt dừa sáp')
})

test('C51: what was sent from an older form fills the fields that are there still; what has no place, or is no choice any more, is named', () => {
  const form = [
    text('title', ''),
    text('note', ''),
    text('note', ''),
    tick('agrees', true),
    { ...tick('way', false), type: 'radio', value: 'bus' },
    choice('unit', ['hũ', true, true], ['kg', false, false]),
    choice('kind', ['1', true, true]),
    { name: 'requestKey', type: 'hidden', value: 'new', defaultValue: 'new' },
  ]
  const { unfit } = fillIn(form, [
    ['title', 'Giấy phép'],
    ['note', 'một'],
    ['note', 'hai'],
    ['note', 'ba'],
    ['way', 'bus'],
    ['unit', 'kg'],
    ['kind', '7'],
    ['room', 'P. 12'],
    ['gone', ' '],
    ['requestKey', 'old'],
  ])
  expect(form.slice(0, 3).map(({ value }) => value)).toEqual(['Giấy phép', 'một', 'hai'])
  expect([form[3], form[4]].map((one) => one && 'checked' in one && one.checked)).toEqual([false, true])
  expect(form[5] && 'options' in form[5] && form[5].options.filter(({ selected }) => selected).map(({ value }) => value)).toEqual(['kg'])
  expect(form[7]!.value).toBe('new')
  expect(unfit).toEqual([
    ['note', 'ba'],
    ['kind', '7'],
    ['room', 'P. 12'],
  ])
})

test('the sum of what is sent differs with every text, name and file, and not with the time of day', () => {
  const sums = [
    [['a', 'b']],
    [['ab', '']],
    [['a', 'c']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [['a', { name: 'b', size: 1, lastModified: 1 }]],
    [['a', { name: 'b', size: 2, lastModified: 1 }]],
  ].map((entries) => sumOf(entries as [string, string][]))
  expect(new Set(sums).size).toBe(sums.length)
  expect(sumOf([['a', 'b']])).toBe(sums[0])
})
