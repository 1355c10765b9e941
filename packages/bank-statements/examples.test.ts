import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as everything from './index.ts'

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

/** Each `@example`, up to the next tag or the end of the comment, without the stars in front. */
const examples = files.flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('/**')
    .slice(1)
    .flatMap((comment) =>
      comment
        .split('*/', 1)[0]!
        .replaceAll(/\n\s*\* ?/g, '\n')
        .split('@example ')
        .slice(1),
    )
    .map((text) => [file, text.split('\n@', 1)[0]!.trim()] as const),
)

test('every function that the package exports has an example', () => {
  const functions = Object.entries(everything).filter(([, value]) => typeof value === 'function')
  const shown = examples.map(([, text]) => text).join('\n')
  expect(functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`))).toEqual([])
})

test.each(examples)('the example of %s holds: %s', async (_file, text) => {
  const [, code = '', expected = ''] = /^([\s\S]*?)\s*\/\/ ([\s\S]*)$/.exec(text) ?? []
  const run = (body: string) =>
    new Function(...Object.keys(everything), `return (async () => (${body}))()`)(...Object.values(everything)) as Promise<unknown>
  expect(await run(code)).toEqual(await run(expected))
})
