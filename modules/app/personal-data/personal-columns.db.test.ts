import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { purposes } from '../../personal-data.ts'
import { holdings, personalDataOf } from './holdings.ts'

const { db } = await testDatabase<Tables>()

/** Columns that can hold what somebody typed or was called: text and its like, without keys, references to keys and columns of a few words that the database checks. */
const { rows: columns } = await sql<{ name: string }>`
  select c.relname || '.' || a.attname as name
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('schema_migration')
    and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'json', 'bytea', 'character varying', 'inet')
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('f', 'p') and array[a.attnum] <@ k.conkey)
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '= ANY')
  order by 1`.execute(db)
const open = columns.map(({ name }) => name)

test('every column that can hold personal data is either given to its person or named as holding none', () => {
  const said = new Set<string>(
    personalDataOf.flatMap(({ data }) => [...data.others, ...Object.values(data.holdings).flatMap(({ columns }) => columns)]),
  )
  expect(open.filter((name) => !said.has(name))).toEqual([])
})

test('no column is both said to hold personal data and to hold none, and every one that is said exists', async () => {
  const { rows } = await sql<{
    name: string
  }>`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(db)
  const all = new Set(rows.map(({ name }) => name))
  const personal = holdings.flatMap(({ columns }) => columns)
  const others = personalDataOf.flatMap(({ data }) => data.others)
  expect([...personal, ...others].filter((name) => !all.has(name))).toEqual([])
  expect(others.filter((name) => personal.includes(name))).toEqual([])
  expect(others.filter((name) => !open.includes(name))).toEqual([])
  expect(new Set(others).size).toBe(others.length)
})

test('every kind of thing that is held has a name of its own and a purpose that the notice explains', () => {
  expect(new Set(holdings.map(({ name }) => name)).size).toBe(holdings.length)
  expect(holdings.filter(({ purpose }) => !purposes.includes(purpose))).toEqual([])
  expect(holdings.filter(({ columns, fields, says }) => columns.length === 0 || says === '' || Object.keys(fields).length === 0)).toEqual(
    [],
  )
})
