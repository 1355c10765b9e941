import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { beforeCommit, inTransaction, sendWaiting, withCommit } from './context.ts'
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

const jarOf = (id: number) => sql`insert into jar values (${id}, (select count(*) from jar))`.compile(db)

test('what goes with the commit is done behind all else and in order, what is to be last behind it, and nothing after a rollback', async () => {
  await pool.query('delete from jar')
  await inTransaction(ctx, async (tx) => {
    await beforeCommit(tx, jarOf(3))
    await withCommit(tx, jarOf(1))
    await withCommit(tx, jarOf(2))
    await tx.executeQuery(jarOf(0))
    expect(await tx.selectFrom('jar').select('id').execute()).toEqual([{ id: 0 }])
  })
  await inTransaction(ctx, async (tx) => {
    await withCommit(tx, jarOf(8))
    await beforeCommit(tx, jarOf(9))
    throw new Error('undone')
  }).catch(() => {})
  await db.transaction().execute(async (tx) => {
    await withCommit(tx, jarOf(4))
    await beforeCommit(tx, jarOf(5))
    expect(await tx.selectFrom('jar').where('id', '>', 3).select('id').orderBy('id').execute()).toEqual([{ id: 4 }, { id: 5 }])
  })
  const jars = await db.selectFrom('jar').selectAll().orderBy('id').execute()
  expect(jars).toEqual([0, 1, 2, 3, 4, 5].map((id) => ({ id, stock: id })))
})

test('what fails beside the commit undoes everything, is what is thrown, and leaves the connection fit for others', async () => {
  await pool.query('delete from jar')
  const failing = inTransaction(ctx, async (tx) => {
    await tx.executeQuery(jarOf(1))
    await withCommit(tx, jarOf(2))
    await withCommit(tx, jarOf(1))
    await withCommit(tx, jarOf(3))
    await beforeCommit(tx, jarOf(4))
  })
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'jar_pkey' })
  expect(await db.selectFrom('jar').selectAll().execute()).toEqual([])
  await Promise.all(Array.from({ length: 12 }, (_, id) => inTransaction(ctx, (tx) => withCommit(tx, jarOf(20 + id)))))
  expect(await db.selectFrom('jar').selectAll().execute()).toHaveLength(12)
})

test('what gives way beside the commit is done again', async () => {
  await pool.query('delete from jar')
  let tries = 0
  const givesWay = () => sql`select case when ${++tries}::int < 3 then jar_gives_way() end`.compile(db)
  await owner.pool.query(
    `create function jar_gives_way() returns int language plpgsql as $$ begin raise exception 'busy' using errcode = '40001'; end $$`,
  )
  await inTransaction(ctx, async (tx) => {
    await withCommit(tx, jarOf(1))
    await withCommit(tx, givesWay())
  })
  expect(tries).toBe(3)
  expect(await db.selectFrom('jar').select('id').execute()).toEqual([{ id: 1 }])
})

test('whoever needs what waits for the commit has it sent before', async () => {
  await pool.query('delete from jar')
  await inTransaction(ctx, async (tx) => {
    await withCommit(tx, jarOf(1))
    await sendWaiting(tx)
    expect(await tx.selectFrom('jar').select('id').execute()).toEqual([{ id: 1 }])
  })
  expect(await db.selectFrom('jar').select('id').execute()).toEqual([{ id: 1 }])
})
