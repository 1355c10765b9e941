import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { to as copyTo } from 'pg-copy-streams'
import { afterAll, expect, test, vi } from 'vitest'
import type { ReadDb, WriteTx } from './context.ts'
import type { Slots } from './prepare.ts'

// Which statements have names, and that names are given up, a process knows once and for all: this one begins anew, and so does whoever comes after.
vi.resetModules()
afterAll(() => void vi.resetModules())
const { inTransaction } = await import('./context.ts')
const { insertRows, insertTogether } = await import('./insert-rows.ts')
const { byItself } = await import('./pipelined-client.ts')
const { prepare } = await import('./prepare.ts')
const { testDatabase } = await import('./testing.ts')

type Things = { thing: { id: number; name: string; at: Date | null; facts: string }; part: { thing_id: number; name: string } }
const { owner, as } = await testDatabase<Things>()
const { db, pool } = owner
await pool.query('create table thing (id int primary key, name text not null, at timestamptz, facts jsonb)')
await pool.query('create table part (thing_id int not null references thing, name text not null)')
const ctx = { ...as(null), db }
const add = (tx: WriteTx<Things>, id: number, name = `t${id}`) =>
  tx.insertInto('thing').values({ id, name, at: null, facts: '{}' }).execute()

test('statements asked together reach the server in the order in which they were asked', async () => {
  await inTransaction(ctx, async (tx) => {
    const [, first, , second] = await Promise.all([
      add(tx, 1),
      sql<{ count: number }>`select count(*) as count from thing`.execute(tx),
      add(tx, 2),
      tx.selectFrom('thing').select('id').orderBy('id').execute(),
    ])
    expect([first.rows, second]).toEqual([[{ count: 1 }], [{ id: 1 }, { id: 2 }]])
  })
})

test('one of several statements that fails undoes them all, and what is told is the first fault', async () => {
  const broken = inTransaction(ctx, (tx) => Promise.all([add(tx, 3), add(tx, 3), add(tx, 4), sql`select nonsense`.execute(tx)]))
  await expect(broken).rejects.toMatchObject({ code: '23505' })
  expect(await db.selectFrom('thing').where('id', '>', 2).selectAll().execute()).toEqual([])
  await inTransaction(ctx, (tx) => add(tx, 3))
})

test('a statement asked often is kept by the server under a name, and answers the same', async () => {
  const ask = (id: number) => db.selectFrom('thing').where('id', '=', id).select('name').execute()
  for (let round = 0; round < 8; round++) expect(await ask(1)).toEqual([{ name: 't1' }])
  expect(await ask(2)).toEqual([{ name: 't2' }])
  const named = await pool.query('select statement from pg_prepared_statements where statement like \'%from "thing" where "id"%\'')
  expect(named.rows.length).toBeGreaterThan(0)
})

test('a named statement that the server has lost, as behind a pooler, is asked again without its name', async () => {
  const rename = (tx: WriteTx<Things>) => tx.updateTable('thing').set({ name: 'again' }).where('id', '=', 2).execute()
  for (let round = 0; round < 8; round++) await inTransaction(ctx, rename)
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
  for (const client of clients) await client.query('deallocate all')
  for (const client of clients) client.release()
  await inTransaction(ctx, rename)
  expect(await db.selectFrom('thing').where('id', '=', 2).select('name').execute()).toEqual([{ name: 'again' }])
})

test('a COPY has the connection to itself', async () => {
  const client = await pool.connect()
  const copied = await byItself(client, () => text(client.query(copyTo('copy (select id from thing order by id) to stdout'))))
  expect([copied, (await client.query('select 1 as one')).rows]).toEqual(['1\n2\n3\n', [{ one: 1 }]])
  client.release()
})

const byIds = prepare((read: ReadDb<Things>, { ids, most }: Slots<{ ids: number[]; most: number }>) =>
  read.selectFrom('thing').where('id', 'in', ids).where('id', '<', most).select('id').orderBy('id'),
)

test('a prepared statement takes lists of any length, none included, and values of its own each time', async () => {
  const idsOf = async (ids: number[], most = 100) => (await byIds(db, { ids, most })).map(({ id }) => id)
  expect(await idsOf([])).toEqual([])
  expect(await idsOf([3])).toEqual([3])
  expect(await idsOf([3, 1, 2])).toEqual([1, 2, 3])
  expect(await idsOf([3, 1, 2], 3)).toEqual([1, 2])
  expect(await idsOf([1, 1, 1, 1, 9])).toEqual([1])
})

test('rows inserted together keep moments, JSON, quotes and what is missing', async () => {
  const at = new Date('2026-11-28T07:08:09.123Z')
  await inTransaction(ctx, (tx) =>
    insertRows(tx, 'thing', [
      { id: 11, name: 'Dừa sáp “Cầu Kè” \\ \' " 🥥', at, facts: { a: [1, 'hai'] } },
      { id: 12, name: '', at: null, facts: {} },
    ]),
  )
  await inTransaction(ctx, (tx) => insertRows(tx, 'thing', []))
  expect(await db.selectFrom('thing').where('id', '>', 10).selectAll().orderBy('id').execute()).toEqual([
    { id: 11, name: 'Dừa sáp “Cầu Kè” \\ \' " 🥥', at, facts: { a: [1, 'hai'] } },
    { id: 12, name: '', at: null, facts: {} },
  ])
})

test('rows of two tables are inserted by one statement, and none of them where one of them may not stand', async () => {
  await inTransaction(ctx, (tx) =>
    insertTogether(tx, {
      part: [
        { thing_id: 21, name: 'nắp' },
        { thing_id: 21, name: 'hũ' },
      ],
      thing: [{ id: 21, name: 'Hũ mứt', at: null, facts: {} }],
    }),
  )
  const parts = () => db.selectFrom('part').select(['thing_id', 'name']).orderBy('name').execute()
  expect(await parts()).toEqual([
    { thing_id: 21, name: 'hũ' },
    { thing_id: 21, name: 'nắp' },
  ])
  const homeless = { thing: [{ id: 22, name: '', at: null, facts: {} }], part: [{ thing_id: 23, name: 'nắp' }] }
  await expect(inTransaction(ctx, (tx) => insertTogether(tx, homeless))).rejects.toThrow('part_thing_id_fkey')
  expect(await db.selectFrom('thing').where('id', '=', 22).select('id').execute()).toEqual([])
  await inTransaction(ctx, (tx) => insertTogether(tx, { thing: [], part: [] }))
  expect(await parts()).toHaveLength(2)
})
