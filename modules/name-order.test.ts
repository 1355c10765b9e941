import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url)
/** Names of programs, checks and rules, which nobody reads as words. */
const technical = ['modules/app/integrity-check.store.ts', 'modules/notifications/text.store.ts']

test('every list that the database orders by a name is in Vietnamese order', async () => {
  const bare: string[] = []
  for await (const path of glob('modules/**/*.store.ts', { cwd: root })) {
    const text = await readFile(new URL(path, root), 'utf8')
    if (!technical.includes(path) && /orderBy\('(\w+\.)?\w*name'(\)|, '(asc|desc)')/i.test(text)) bare.push(path)
  }
  expect(bare).toEqual([])
})
