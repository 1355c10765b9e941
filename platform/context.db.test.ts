import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { beforeCommit, inTransaction } from './context.ts'
import { runningRole } from './running-role.ts'
import { testDatabase } from './testing.ts'

const { db, pool, owner, as } = await testDatabase<{ jar: { id: number; stock: number } }>()
const ctx = as(null)

test('an error rolls back everything that the transaction wrote', async () => {
  await owner.pool.query(`create table jar (id int primary key, stock int not null); grant all on jar to ${runningRole}`)
  await expect(
    inTransaction(ctx, async (tx) => {
      await tx.insertInto('jar').values({ id: 1, stock: 1 }).execute()
      throw new Error('second thoughts')
    }),
  ).rejects.toThrow('second thoughts')
  expect(await db.selectFrom('jar').selectAll().execute()).toEqual([])
})

test('C3: two deadlocked transactions both succeed in the end', async () => {
  await pool.query('insert into jar values (1, 0), (2, 0)')
  let waiting = 2
  let release = () => {}
  const bothHoldOne = new Promise<void>((resolve) => (release = resolve))
  const take = (first: number, second: number) =>
    inTransaction(ctx, async (tx) => {
      await tx
        .updateTable('jar')
        .set({ stock: sql`stock + 1` })
        .where('id', '=', first)
        .execute()
      if (--waiting === 0) release()
      await bothHoldOne
      await tx
        .updateTable('jar')
        .set({ stock: sql`stock + 1` })
        .where('id', '=', second)
        .execute()
    })
  await Promise.all([take(1, 2), take(2, 1)])
  expect(await db.selectFrom('jar').selectAll().orderBy('id').execute()).toEqual([
    { id: 1, stock: 2 },
    { id: 2, stock: 2 },
  ])
})

test('work deferred to the commit runs last and in order, and never after a rollback', async () => {
  const said: string[] = []
  const say = (word: string) => async () => void said.push(word)
  await inTransaction(ctx, async (tx) => {
    await beforeCommit(tx, say('second'))
    await beforeCommit(tx, say('third'))
    await say('first')()
  })
  await inTransaction(ctx, async (tx) => {
    await beforeCommit(tx, say('never'))
    throw new Error('undone')
  }).catch(() => {})
  await db.transaction().execute((tx) => beforeCommit(tx, say('at once')))
  expect(said).toEqual(['first', 'second', 'third', 'at once'])
})
