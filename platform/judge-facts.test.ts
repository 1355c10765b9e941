import { expect, test } from 'vitest'
import { z } from 'zod'
import { judgeFacts } from './judge-facts.ts'
import { lineInJson } from './json-line.ts'

const rules = {
  form: 'json',
  shape: z.object({ rules: z.array(z.object({ topic: z.string(), days: z.number('is not a number') })) }),
} as const
const units = { form: 'rows', shape: z.array(z.object({ code: z.string().regex(/^\d{5}$/, 'is not a code'), name: z.string() })) } as const

test('a fault in a JSON file is reported with file, line and field', () => {
  const text = '{\n  "rules": [\n    { "topic": "a", "days": 3 },\n    { "topic": "b",\n      "days": "five" }\n  ]\n}\n'
  expect(() => judgeFacts(rules, 'rules.json', text)).toThrow(new Error('rules.json:5: rules.1.days: is not a number'))
})

test('a missing field is reported with the line of what should hold it', () => {
  const text = '{\n  "rules": [\n    { "topic": "a" }\n  ]\n}\n'
  expect(() => judgeFacts(rules, 'rules.json', text)).toThrow('rules.json:3: rules.0.days')
})

test('a JSON file that does not parse is reported with its line', () => {
  const text = '{\n  "rules": [\n    { "topic" "a" }\n  ]\n}\n'
  expect(() => judgeFacts(rules, 'rules.json', text)).toThrow('rules.json:3: ')
})

test('a fault in a CSV file is reported with its line, also after a cell of two lines', () => {
  const text = '\uFEFFcode,name\n00001,"Xã\nMột"\n2,Xã Hai\n'
  expect(() => judgeFacts(units, 'units.csv', text)).toThrow(new Error('units.csv:4: 1.code: is not a code'))
  expect(() => judgeFacts(units, 'units.csv', 'code,name\n00001,Xã,Một\n')).toThrow('units.csv:2: ')
})

test('facts that fit their shape come as the shape makes them', () => {
  expect(judgeFacts(units, 'units.csv', 'code,name\n00001,Xã Một\n')).toEqual([{ code: '00001', name: 'Xã Một' }])
  expect(judgeFacts({ form: 'table', shape: z.array(z.array(z.string())) }, 'a.csv', 'a,b\n1,2\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(judgeFacts({ form: 'lines', shape: z.array(z.string()) }, 'a.txt', 'x\ny')).toEqual(['x', 'y'])
})

test('the line of a value is found through escaped quotes, nested brackets and empty lists', () => {
  const text = '{\n "a": "x\\"}]",\n "b": [],\n "c": {\n  "d": [1,\n   {"e": null}]}\n}'
  expect(JSON.parse(text)).toBeTruthy()
  expect(lineInJson(text, [])).toBe(1)
  expect(lineInJson(text, ['b'])).toBe(3)
  expect(lineInJson(text, ['c', 'd', 1, 'e'])).toBe(6)
  expect(lineInJson(text, ['c', 'missing'])).toBe(4)
})
