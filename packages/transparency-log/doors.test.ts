import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const { exports: doors, dependencies } = JSON.parse(source('package.json')) as {
  exports: Record<string, string>
  dependencies: Record<string, string>
}

/** What a file imports when it runs, its own imports' imports included. */
function packagesOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, , from = ''] of source(path).matchAll(/^(import|export) (?!type\b)[^;]*? from '([^']+)'/gm)) {
    if (from.startsWith('.')) packagesOf(from, seen)
    else seen.add(from)
  }
  return seen
}

const brought = Object.entries(doors).map(
  ([door, path]) => [door, [...packagesOf(path)].filter((name) => !name.startsWith('./')).toSorted()] as const,
)

test('an entry point imports only what it needs: a verifier gets no JOSE, and only the file store needs Node', () => {
  expect(Object.fromEntries(brought)).toEqual({
    '.': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './note': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './log': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './tlog-proof': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './witness': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './add-checkpoint': ['@dacsan/decisions', '@noble/hashes/sha2.js'],
    './canonical-json': ['@dacsan/decisions', 'canonicalize'],
    './status-list': ['@dacsan/decisions'],
    './credential': ['@dacsan/decisions', 'jose'],
    './file-store': ['node:fs/promises', 'node:path'],
  })
})

test('the package declares every dependency that it imports', () => {
  const names = brought.flatMap(([, packages]) => packages).filter((name) => !name.startsWith('node:'))
  const roots = new Set(
    names.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
  expect([...roots].toSorted()).toEqual(Object.keys(dependencies).toSorted())
})
