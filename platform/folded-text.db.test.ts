import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldText, searchWords } from '@dacsan/vietnam'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { folded, holdsCode, holdsWords } from './folded-text.ts'
import { testDatabase } from './testing.ts'

const {
  owner: { db },
} = await testDatabase<object>()

const ofProvince = (file: string) => readFileSync(fileURLToPath(new URL(`../data/provinces/vinh-long/${file}`, import.meta.url)), 'utf8')
const names = [...new Set(`${ofProvince('units.csv')},${ofProvince('register.csv')}`.split(/[,\n]/))].filter((text) => /\p{L}/u.test(text))

test('a column is folded as the words of a search are, for every place and every product of the province', async () => {
  expect(names.length).toBeGreaterThan(200)
  const { rows } = await sql<{ name: string; folded: string }>`
    select name, ${folded(sql.ref('name'))} as folded from unnest(${[...names, 'ĐẶC SẢN Ðồng Ɖ', 'ត្រាវិញ']}::text[]) as given(name)`.execute(
    db,
  )
  expect(rows.filter((row) => row.folded !== foldText(row.name))).toEqual([])
})

const found = async (text: string, typed: string) => {
  const { rows } = await sql<{ words: boolean; code: boolean }>`
    select ${holdsWords(sql.ref('text'), searchWords(typed))} as words, ${holdsCode(sql.ref('text'), searchWords(typed).join(''))} as code
    from (values (${text}::text)) as given(text)`.execute(db)
  return rows[0]!
}

test.each([
  ['Thạch Thị Mẫu', 'mau thach', { words: true, code: false }],
  ['Thạch Thị Mẫu', 'Thạch Văn', { words: false, code: false }],
  ['VL-29242-2026-0007', 'vl 29242.2026', { words: true, code: true }],
  ['0912 345 678', '0912345678', { words: false, code: true }],
  ['giảm 50%', '%', { words: false, code: false }],
  ['Dừa sáp', '…', { words: false, code: false }],
])('%s is looked for by %s', async (text, typed, expected) => {
  expect(await found(text, typed)).toEqual(expected)
})
