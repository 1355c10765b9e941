import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { opened } from './opened.ts'

test('a part that shall be open says so, and one that need not says nothing', () => {
  expect([opened(true), opened(false)]).toEqual([{ open: true }, {}])
})

test('no page shuts, when its script arrives, what its reader has opened before', () => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const pages = globSync('**/*.svelte', { cwd })
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.filter((file) => /<details[^>]*\sopen=/u.test(readFileSync(`${cwd}/${file}`, 'utf8')))).toEqual([])
})
