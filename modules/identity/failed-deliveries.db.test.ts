import { setTimeout as delay } from 'node:timers/promises'
import { inTransaction } from '@dacsan/platform/context'
import { announceSubscribers, recordEvent } from '@dacsan/platform/events'
import { runJobs } from '@dacsan/platform/jobs'
import { carries, nameActs } from '@dacsan/decisions'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from './fixtures.ts'
import { subscribe } from '../work.ts'
import { listFailedDeliveries, retryDelivery, visitor } from './index.ts'

const { db, pool, as } = await testDatabase<Tables>()
const recall = { by: {}, event: 'lot.recalled', payload: carries<{ lotId: string }>(), says: 'Thu hồi lô hàng' }
const lotActs = nameActs('lot', { recall })
const ctx: Ctx = as(someoneWith('administrator'))

test('C60: a delivery that failed is listed, is retried by an administrator with a line in the trail, and is gone once it succeeded', async () => {
  let isBroken = true
  const heard: string[] = []
  const subscriber = subscribe(lotActs.recall, 'shop.recalled-orders', async ({ payload }) => {
    if (isBroken) throw new Error('the lot is locked')
    heard.push(payload.lotId)
  })
  announceSubscribers([subscriber])
  const runner = await runJobs({ pool, log: createLog('silent'), subscribers: [subscriber] })
  expect(await listFailedDeliveries(ctx)).toMatchObject({ deliveries: [], total: 0, may: { 'retry-delivery': true } })

  const event = { type: 'lot.recalled', payload: { lotId: 'lot_1' }, actorId: 'usr_1', at: new Date('2026-11-23T01:00:00Z') }
  const eventId = await inTransaction(ctx, (tx) => recordEvent(tx, event))
  let list = await listFailedDeliveries(ctx)
  for (; list.total === 0; list = await listFailedDeliveries(ctx)) await delay(20)
  expect(list).toMatchObject({
    total: 1,
    deliveries: [
      {
        eventId,
        type: 'lot.recalled',
        subscriber: 'shop.recalled-orders',
        happenedAt: event.at,
        attempts: 1,
        reason: 'the lot is locked',
        nextTryAt: expect.any(Date),
      },
    ],
  })

  isBroken = false
  const { jobId } = list.deliveries[0]!
  expect(await retryDelivery(ctx, jobId)).toEqual({ ok: true, value: null })
  while ((await listFailedDeliveries(ctx)).total > 0) await delay(20)
  await runner.stop()
  expect(heard).toEqual(['lot_1'])
  const lines = await db.selectFrom('audit_entry').selectAll().where('subject_id', '=', eventId).execute()
  expect(lines).toMatchObject([
    {
      action: 'event.delivery-retried',
      subject_type: 'event',
      detail: { type: 'lot.recalled', subscriber: 'shop.recalled-orders', attempts: 1 },
    },
  ])
  expect(await retryDelivery(ctx, jobId)).toEqual({ ok: false, refusal: { code: 'delivery-not-waiting' } })
})

test('only administrators see failed deliveries', async () => {
  for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
    await expect(listFailedDeliveries(as(actor))).rejects.toMatchObject({ name: 'Forbidden' })
})
