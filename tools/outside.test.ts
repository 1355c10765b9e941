// What is asked of somebody far away takes as long as it likes: no transaction, and with it no lock on goods, waits for it.
import { expect, test } from 'vitest'
import ts from 'typescript'
import { isForTests, listSources, read, scriptsOf, visit } from './checks/sources.ts'

const files = listSources('{modules,platform,apps/cli,apps/front}/**/*.ts').filter((file) => !isForTests(file))
const speaks = /\b(fetch|request|askOutside|postOutside|sendMail|sendNotification)\(/
const begin = /^(export )?(?:async )?(?:function|const) (\w+)/m
/** What a file exports that asks somebody outside, by itself or by what stands beside it. */
function asksOf(file: string): string[] {
  const parts = read(file)
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .split(/^(?=(?:export )?(?:async )?(?:function|const) \w)/m)
  const own = parts.flatMap((text) => {
    const [, exported, name] = begin.exec(text) ?? []
    return name === undefined ? [] : [{ name, isExported: exported !== undefined, text }]
  })
  const loud = new Set(own.flatMap(({ name, text }) => (speaks.test(text) ? [name] : [])))
  for (let before = -1; before !== loud.size;) {
    before = loud.size
    for (const { name, text } of own) if ([...loud].some((other) => new RegExp(`\\b${other}\\(`).test(text))) loud.add(name)
  }
  return own.flatMap(({ name, isExported }) => (isExported && loud.has(name) ? [name] : []))
}
const asks = new Set(files.flatMap(asksOf))
/** A token is good for one renewal: whoever needs it waits for it, and holds nothing but its row. */
const meant = ['renewZnsTokens']

/** The calls within what runs in a transaction. */
function callsWithin(file: string): string[] {
  const found: string[] = []
  for (const script of scriptsOf(file))
    visit(script, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'inTransaction') return
      const look = (inner: ts.Node): void => {
        if (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression)) found.push(inner.expression.text)
        ts.forEachChild(inner, look)
      }
      node.arguments.forEach(look)
    })
  return found
}

test('B11: nothing that runs in a transaction asks somebody outside', () => {
  expect([...asks]).toEqual(expect.arrayContaining(['askCarrier', 'askOutside', 'postOutside', 'renewZnsTokens']))
  const calls = files.flatMap((file) => callsWithin(file).map((name) => ({ file, name })))
  expect(calls.length).toBeGreaterThan(500)
  expect(calls.filter(({ name }) => (asks.has(name) || speaks.test(`${name}(`)) && !meant.includes(name))).toEqual([])
})
