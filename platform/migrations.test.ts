import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations, whatIsWaiting } from './migrations.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dacsan-migrations-'))
})
afterAll(() => rm(root, { recursive: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const migration = (name: string, sha256 = name) => ({ name, sha256, sql: '' })

test('the migrations of all modules are ordered by name, whatever their folders', async () => {
  await write('modules/shop/migrations/2026-01-02-0100-order.sql', 'a')
  await write('modules/appraisal/migrations/2026-01-03-0100-sheet.sql', 'b')
  await write('platform/migrations/2026-01-01-0900-event.sql', 'c')
  const names = (await readMigrations(root)).map(({ name }) => name)
  expect(names).toEqual(['2026-01-01-0900-event.sql', '2026-01-02-0100-order.sql', '2026-01-03-0100-sheet.sql'])
})

test('a migration without a date, or with the name of another, stops the start', async () => {
  await write('modules/dossiers/migrations/2026-01-02-0100-order.sql', 'd')
  await expect(readMigrations(root)).rejects.toThrow('two migrations are named 2026-01-02-0100-order.sql')
  await write('modules/dossiers/migrations/fix.sql', 'e')
  await expect(readMigrations(root)).rejects.toThrow(/fix\.sql: a migration is named like/)
})

test('an applied migration is not applied again', () => {
  const written = [migration('1-a'), migration('2-b'), migration('3-c')]
  expect(whatIsWaiting(written, [migration('1-a')])).toEqual([written[1], written[2]])
})

test('a migration file that changed after it was applied is named', () => {
  expect(() => whatIsWaiting([migration('1-a', 'new')], [migration('1-a', 'old')])).toThrow('migration 1-a was changed')
})

test('C58: a database of a newer version is refused', () => {
  expect(() => whatIsWaiting([migration('1-a')], [migration('1-a'), migration('2-b')])).toThrow('newer version')
})

test('a migration that comes before an applied one is refused', () => {
  expect(() => whatIsWaiting([migration('1-a'), migration('2-b')], [migration('2-b')])).toThrow('migration 1-a comes before 2-b')
})
