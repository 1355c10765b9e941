import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { inTransaction } from './context.ts'
import { processName } from './database.ts'
import { type RecordedEvent, type Subscriber, announceSubscribers, recordEvent } from './events.ts'
import { addJob } from './add-job.ts'
import { jobsDue, listFailedDeliveries, retryDelivery, runJobs, watchClock } from './jobs.ts'
import { createLog } from './log.ts'
import { testDatabase } from './testing.ts'

const { db, pool, url, as } = await testDatabase()
const log = createLog('silent')
const at = new Date('2026-11-23T01:02:03.456Z')
const submitted = { type: 'dossier.submitted', payload: { dossierId: 'dos_1', note: '"\\ \u0001 é' }, actorId: 'usr_1', at }

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await what()); await delay(10))
    if (Date.now() > deadline) throw new Error('it never came to pass')
}

test('an event is recorded only if its change is committed', async () => {
  announceSubscribers([{ name: 'notices', type: 'dossier.submitted' }])
  await inTransaction(as(null), async (tx) => {
    await recordEvent(tx, submitted)
    throw new Error('undone')
  }).catch(() => {})
  expect((await pool.query('select from event')).rowCount).toBe(0)
  expect((await pool.query('select from graphile_worker.jobs')).rowCount).toBe(0)
})

test('an event that nobody subscribes to is kept and queues nothing', async () => {
  announceSubscribers([{ name: 'labels', type: 'lot.opened' }])
  await inTransaction(as(null), (tx) => recordEvent(tx, { ...submitted, type: 'nobody.listens' }))
  expect((await pool.query("select from event where type = 'nobody.listens'")).rowCount).toBe(1)
  expect((await pool.query('select from graphile_worker.jobs')).rowCount).toBe(0)
})

test('two subscribers of one name are refused at the start', () => {
  const twice = { name: 'labels', type: 'lot.opened' }
  expect(() => announceSubscribers([twice, twice])).toThrow('two subscribers have the same name')
})

test('every subscriber receives an event of its type as it was recorded', async () => {
  const heard: [string, RecordedEvent][] = []
  const subscribers: Subscriber[] = [
    { name: 'notices', type: 'dossier.submitted', hear: async (event) => void heard.push(['notices', event]) },
    { name: 'figures', type: 'dossier.submitted', hear: async (event) => void heard.push(['figures', event]) },
    { name: 'labels', type: 'lot.opened', hear: async (event) => void heard.push(['labels', event]) },
  ]
  announceSubscribers(subscribers)
  const runner = await runJobs({ pool, log, subscribers })
  const id = await inTransaction(as(null), (tx) => recordEvent(tx, submitted))
  await until(() => heard.length === 2)
  await runner.stop()
  expect(heard.map(([name]) => name).toSorted()).toEqual(['figures', 'notices'])
  expect(heard[0]?.[1]).toEqual({ ...submitted, id, version: 1 })
})

test('C60: a failed delivery is listed with its reason and can be retried, without a repeat for other subscribers', async () => {
  const told = { steady: 0, failing: 0 }
  const subscribers: Subscriber[] = [
    { name: 'steady', type: 'dossier.submitted', hear: async () => void told.steady++ },
    {
      name: 'failing',
      type: 'dossier.submitted',
      hear: async () => {
        if (++told.failing === 1) throw new Error('the first time')
      },
    },
  ]
  announceSubscribers(subscribers)
  const runner = await runJobs({ pool, log, subscribers })
  const eventId = await inTransaction(as(null), (tx) => recordEvent(tx, submitted))
  let failed = await listFailedDeliveries(db)
  for (; failed.length === 0; failed = await listFailedDeliveries(db)) await delay(20)
  expect(failed).toEqual([
    expect.objectContaining({ eventId, subscriber: 'failing', type: 'dossier.submitted', attempts: 1, reason: 'the first time' }),
  ])
  expect(await inTransaction(as(null), (tx) => retryDelivery(tx, failed[0]!.jobId))).toBe(true)
  await until(() => told.failing === 2)
  while ((await listFailedDeliveries(db)).length > 0) await delay(20)
  expect(await inTransaction(as(null), (tx) => retryDelivery(tx, failed[0]!.jobId))).toBe(false)
  expect(await inTransaction(as(null), (tx) => retryDelivery(tx, 'x'))).toBe(false)
  await runner.stop()
  expect(told).toEqual({ steady: 1, failing: 2 })
})

test('the same job requested twice under one key is done once', async () => {
  const done: string[] = []
  await inTransaction(as(null), async (tx) => {
    await addJob(tx, 'remind', { dossierId: 'dos_1' }, { key: 'remind:dos_1' })
    await addJob(tx, 'remind', { dossierId: 'dos_1' }, { key: 'remind:dos_1' })
    await addJob(tx, 'remind', { dossierId: 'dos_2' }, { key: 'remind:dos_2' })
    await addJob(tx, 'remind', { dossierId: 'dos_3' }, { runAt: new Date(Date.now() + 60_000) })
  })
  const runner = await runJobs({ pool, log, jobs: { remind: async (payload) => void done.push(JSON.stringify(payload)) } })
  await until(() => done.length === 2)
  await runner.stop()
  // Two are done at a time: which ends first is nobody's promise.
  expect(done.toSorted()).toEqual(['{"dossierId":"dos_1"}', '{"dossierId":"dos_2"}'])
})

test('C59: the jobs of a worker that was killed are free again when the next one starts', async () => {
  await inTransaction(as(null), (tx) => addJob(tx, 'taken-by-a-dead-worker', {}))
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'taken-by-a-dead-worker')`)
  let done = 0
  const runner = await runJobs({ pool, log, jobs: { 'taken-by-a-dead-worker': async () => void done++ } })
  await until(() => done === 1)
  await runner.stop()
  expect(done).toBe(1)
})

test('C59: the jobs of a worker that still works in another process stay its own', async () => {
  const other = new pg.Client({ connectionString: url, application_name: 'dacsan 1' })
  await other.connect()
  await inTransaction(as(null), (tx) => addJob(tx, 'taken-by-another', {}))
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-alive', locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'taken-by-another')`)
  const runner = await runJobs({ pool, log, jobs: { 'taken-by-another': async () => {} } })
  await delay(500)
  await runner.stop()
  const { rows } = await pool.query(`select locked_by from graphile_worker.jobs where task_identifier = 'taken-by-another'`)
  expect(rows).toEqual([{ locked_by: 'worker-alive' }])
  await other.end()
})

test('what a worker holds bears the name by which the database knows its process', async () => {
  await inTransaction(as(null), (tx) => addJob(tx, 'looks-at-its-lock', {}))
  const seen: string[] = []
  const look = async () => {
    const { rows } = await pool.query(`select locked_by from graphile_worker.jobs where task_identifier = 'looks-at-its-lock'`)
    seen.push(rows[0].locked_by.split(' #')[0])
  }
  const runner = await runJobs({ pool, log, jobs: { 'looks-at-its-lock': look } })
  await until(() => seen.length === 1)
  await runner.stop()
  expect(seen).toEqual([processName])
})

test('C59: while one worker goes on, the jobs of another that was killed are free within its next look', async () => {
  const killed = new pg.Client({ connectionString: url, application_name: 'dacsan 2-killed' })
  await killed.connect()
  await inTransaction(as(null), (tx) => addJob(tx, 'taken-by-a-killed-one', {}))
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'dacsan 2-killed #1', locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'taken-by-a-killed-one')`)
  let done = 0
  const runner = await runJobs({ pool, log, jobs: { 'taken-by-a-killed-one': async () => void done++ }, freeEvery: 50 })
  await delay(300)
  expect(done).toBe(0)
  await killed.end()
  await until(() => done === 1)
  await runner.stop()
})

test('C59: what waits is counted, with the age of the oldest job that is due and those that were given up', async () => {
  await pool.query(`delete from graphile_worker._private_jobs`)
  await inTransaction(as(null), async (tx) => {
    await addJob(tx, 'late', {}, { runAt: new Date(Date.now() - 90_000) })
    await addJob(tx, 'later', {}, { runAt: new Date(Date.now() + 3_600_000) })
    await addJob(tx, 'hopeless', {})
  })
  await pool.query(`update graphile_worker._private_jobs set attempts = max_attempts
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'hopeless')`)
  const { waiting, oldestSeconds, givenUp } = await jobsDue(db)
  expect({ waiting, givenUp }).toEqual({ waiting: 2, givenUp: 1 })
  expect(oldestSeconds).toBeGreaterThanOrEqual(90)
})

test('C22: schedules that ran by a clock a day ahead run again as soon as the clock is right', async () => {
  await pool.query(`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('each-minute', now() + interval '1 day', now() + interval '1 day')`)
  const schedules = [{ at: '* * * * *', name: 'each-minute' }]
  const runner = await runJobs({ pool, log, jobs: { 'each-minute': async () => {} }, schedules })
  const { rows } = await pool.query(
    `select last_execution <= now() as due from graphile_worker._private_known_crontabs where identifier = 'each-minute'`,
  )
  await runner.stop()
  expect(rows).toEqual([{ due: true }])
})

test('C22: a clock that is set while the product runs is noticed, and the jobs go on by it', async () => {
  let ahead = 0
  const [jumps, done] = [[] as number[], [] as unknown[]]
  const clock = { wall: () => Date.now() + ahead, every: 20 }
  const endWatch = watchClock((ms) => jumps.push(Math.round(ms / 60_000)), clock)
  const runner = await runJobs({ pool, log, jobs: { 'after-the-jump': async (payload) => void done.push(payload) }, clock })
  await pool.query(`update graphile_worker._private_known_crontabs set last_execution = now() + interval '1 day'`)
  const asleep = async () =>
    (await pool.query(`select from graphile_worker._private_known_crontabs where last_execution > now() + interval '1 minute'`)).rowCount
  expect(await asleep()).toBe(1)
  ahead = -24 * 3_600_000
  await until(async () => (await asleep()) === 0)
  await until(() => jumps.length > 0)
  endWatch()
  expect(jumps).toEqual([-24 * 60])
  await inTransaction(as(null), (tx) => addJob(tx, 'after-the-jump', { n: 1 }))
  await until(() => done.length === 1)
  await runner.stop()
})
