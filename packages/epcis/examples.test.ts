import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as hash from './hash.ts'
import * as epcis from './index.ts'
import * as query from './query.ts'
import * as trace from './trace.ts'
import * as validate from './validate.ts'
import * as xml from './xml.ts'
import { canonicalNumber, canonicalText, canonicalTime } from './hash/canonical-value.ts'
import { joinByCodePoints, joinSorted } from './hash/join-sorted.ts'
import { pointer, quote } from './validate/problem.ts'
import { isDateTime, isUri } from './validate/formats.ts'
import { escapeXml } from './xml/escape.ts'

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /^[^.]*(?:\/[^.]*)?\.ts$/.test(name) && !name.startsWith('fixtures'),
)

const published = { ...epcis, ...hash, ...query, ...trace, ...validate, ...xml }
const everything = {
  ...published,
  canonicalNumber,
  canonicalText,
  canonicalTime,
  escapeXml,
  isDateTime,
  isUri,
  joinByCodePoints,
  joinSorted,
  pointer,
  quote,
}

/** Each `@example`, up to the next tag or the end of the comment, without the stars in front. */
const examples = files.flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('/**')
    .slice(1)
    .flatMap((comment) =>
      comment
        .split('*/', 1)[0]!
        .replaceAll(/\n\s*\* ?/g, '\n')
        .split(/@example\s/)
        .slice(1),
    )
    .map((text) => [file, text.split('\n@', 1)[0]!.trim()] as const),
)

test('every function that the package publishes has an example', () => {
  const functions = Object.entries(published).filter(([, value]) => typeof value === 'function')
  const shown = examples.map(([, text]) => text).join('\n')
  expect(functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`))).toEqual([])
})

test.each(examples)('the example of %s holds: %s', async (_file, text) => {
  const [, code = '', expected = ''] = /^([\s\S]*?)\s*\/\/ ([\s\S]*)$/.exec(text) ?? []
  const names = Object.keys(everything)
  const run = (body: string): unknown => new Function(...names, `return (async () => {${body}})()`)(...Object.values(everything))
  const lines = code.split('\n')
  const last = lines.pop()!
  const found = await run([...lines, `return ${last}`].join('\n'))
  expect(found).toEqual(
    await run(
      `return (${expected
        .split('\n')
        .map((line) => line.replace(/^\/\/ /, ''))
        .join('\n')})`,
    ),
  )
})
