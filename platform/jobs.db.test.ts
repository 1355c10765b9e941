import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTransaction } from './context.ts'
import { type RecordedEvent, recordEvent } from './events.ts'
import { addJob, runJobs } from './jobs.ts'
import { createLog } from './log.ts'
import { testDatabase } from './testing.ts'

const { pool, as } = await testDatabase()
const log = createLog('silent')
const at = new Date('2026-11-23T01:02:03.456Z')
const submitted = { type: 'dossier.submitted', payload: { dossierId: 'dos_1', note: '"\\ \u0001 é' }, actorId: 'usr_1', at }

async function until(what: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !what(); await delay(10)) if (Date.now() > deadline) throw new Error('it never came to pass')
}

test('an event exists only with the change that it tells of', async () => {
  await inTransaction(as(null), async (tx) => {
    await recordEvent(tx, submitted)
    throw new Error('undone')
  }).catch(() => {})
  expect((await pool.query('select from event')).rowCount).toBe(0)
  expect((await pool.query('select from graphile_worker.jobs')).rowCount).toBe(0)
})

test('every subscriber hears of an event of its type as it was recorded', async () => {
  const heard: [string, RecordedEvent][] = []
  const runner = await runJobs({
    pool,
    log,
    subscribers: [
      { name: 'notices', type: 'dossier.submitted', hear: async (event) => void heard.push(['notices', event]) },
      { name: 'figures', type: 'dossier.submitted', hear: async (event) => void heard.push(['figures', event]) },
      { name: 'labels', type: 'lot.opened', hear: async (event) => void heard.push(['labels', event]) },
    ],
  })
  const id = await inTransaction(as(null), (tx) => recordEvent(tx, submitted))
  await until(() => heard.length === 2)
  await runner.stop()
  expect(heard.map(([name]) => name).toSorted()).toEqual(['figures', 'notices'])
  expect(heard[0]?.[1]).toEqual({ ...submitted, id, version: 1 })
})

test('a subscriber that fails is told again, the others are not', async () => {
  const told = { steady: 0, failing: 0 }
  const runner = await runJobs({
    pool,
    log,
    subscribers: [
      { name: 'steady', type: 'dossier.submitted', hear: async () => void told.steady++ },
      {
        name: 'failing',
        type: 'dossier.submitted',
        hear: async () => {
          if (++told.failing === 1) throw new Error('the first time')
        },
      },
    ],
  })
  await inTransaction(as(null), (tx) => recordEvent(tx, submitted))
  await until(() => told.failing === 1 && told.steady === 1)
  while (told.failing < 2) {
    await pool.query(
      'select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where last_error is not null',
    )
    await delay(50)
  }
  await runner.stop()
  expect(told).toEqual({ steady: 1, failing: 2 })
})

test('the same request twice under one key is one job', async () => {
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
