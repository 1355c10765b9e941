import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { topicsNotUsed } from './unimplemented-topics.ts'
import { topics } from './topics.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const aboutTopics = /^modules\/law\/(topics|words|unimplemented-topics)\.ts$|\.test\.ts$|\.svelte-kit|\/build\/|node_modules/

test('a legal value that no code reads is told as such, and no other', () => {
  const code = globSync('{modules,apps}/**/*.{ts,svelte}', { cwd: root })
    .filter((path) => !aboutTopics.test(path))
    .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
    .join('\n')
  expect(code).toContain("'order.hold-minutes'")
  expect(Object.keys(topics).filter((topic) => !code.includes(`'${topic}'`))).toEqual(topicsNotUsed)
})
