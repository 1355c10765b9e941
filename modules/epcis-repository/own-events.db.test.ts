import { eventHash } from '@dacsan/epcis/hash'
import { namespacesOf } from '@dacsan/epcis'
import type { EpcisEvent } from '@dacsan/epcis'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { aPartner } from './fixtures.ts'
import { defineQuery, findEvents, happenedAt, listCaptures, recordOwnEvents, subscribeTo } from './index.ts'
import { organisationOf } from './policy.ts'

const { db, as, owner } = await testDatabase<Tables>()
const at = new Date('2026-11-23T08:30:00.000Z')
const lot = 'https://id.gs1.org/01/08938501234568/10/L1'
const made = (quantity: number): EpcisEvent => ({
  type: 'ObjectEvent',
  ...happenedAt(at),
  action: 'ADD',
  bizStep: 'commissioning',
  quantityList: [{ epcClass: lot, quantity }],
})
/** An act of the platform in the name of a partner. */
const record = (partner: Ctx, ...events: { act: string; event: EpcisEvent }[]) => {
  const ctx = as(system('test'), at)
  return inTransaction(ctx, (tx) => recordOwnEvents(tx, ctx, { organisationId: organisationOf(partner.actor)!, events }))
}
async function eventsOf(partner: Ctx): Promise<EpcisEvent[]> {
  const found = await findEvents(partner, { query: { conditions: [] }, perPage: 30 })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value.events
}

test('an event of our own is found by the keys of its organisation, under its Event Hash ID and with its act, and came by no job', async () => {
  const [maker, other] = [await aPartner(as, 'htx-mot'), await aPartner(as, 'htx-hai')]
  await record(maker, { act: 'lot_1', event: made(60) })
  const [found] = await eventsOf(maker)
  expect(found).toMatchObject({ ...made(60), 'dacsan:act': 'lot_1', recordTime: at.toISOString() })
  const { eventID, recordTime: _, ...said } = found!
  expect(eventID).toBe(eventHash(said as EpcisEvent, { namespaces: namespacesOf({ dacsan: `${testOrigin}/epcis/ns/` }) }))
  expect(eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
  expect(await eventsOf(other)).toEqual([])
  expect(await listCaptures(maker, { perPage: 30, before: null })).toEqual({ jobs: [], next: null })
})

test('an act that is recorded again is recorded once; two acts that say the same at one moment are two events', async () => {
  const maker = await aPartner(as, 'htx-ba')
  await record(maker, { act: 'ent_1', event: made(1) })
  await record(maker, { act: 'ent_1', event: made(1) })
  await record(maker, { act: 'ent_2', event: made(1) }, { act: 'ent_2', event: made(1) })
  expect((await eventsOf(maker)).map((event) => event['dacsan:act'])).toEqual(['ent_1', 'ent_2'])
})

test('an event that is not valid undoes its act, and so does an act that fails undo its event', async () => {
  const maker = await aPartner(as, 'htx-bon')
  await expect(record(maker, { act: 'lot_1', event: { ...made(1), eventTime: 'yesterday' } })).rejects.toThrow(
    'an event of lot_1 is not valid: /eventTime',
  )
  const ctx = as(system('test'), at)
  const organisationId = organisationOf(maker.actor)!
  const failing = inTransaction(ctx, async (tx) => {
    await recordOwnEvents(tx, ctx, { organisationId, events: [{ act: 'lot_1', event: made(1) }] })
    throw new Error('the act failed')
  })
  await expect(failing).rejects.toThrow('the act failed')
  expect(await eventsOf(maker)).toEqual([])
})

test('acts of one organisation that are the first at one moment are those of one partner', async () => {
  const maker = await aPartner(as, 'htx-nam')
  await Promise.all([1, 2, 3, 4].map((count) => record(maker, { act: `lot_${count}`, event: made(count) })))
  expect(await eventsOf(maker)).toHaveLength(4)
  const { rows } = await sql<{
    count: number
  }>`select count(distinct partner_id)::integer as count from epcis_event where document like '%lot_%'
    and partner_id in (select id from epcis_partner where organisation_id = ${organisationOf(maker.actor)!})`.execute(db)
  expect(rows).toEqual([{ count: 1 }])
})

test('whoever subscribed is told of an event of our own as of any other', async () => {
  const maker = await aPartner(as, 'htx-sau')
  await defineQuery(maker, { name: 'all', query: { EQ_bizStep: ['commissioning'] } })
  const subscribed = await subscribeTo(maker, 'all', { dest: 'http://127.0.0.1:9/', stream: true }, { privateHosts: ['127.0.0.1'] })
  if (!subscribed.ok) throw new Error(subscribed.refusal.code)
  const queued = async () => {
    const { rows } = await sql<{ runs: number }>`
      select count(*)::integer as runs from graphile_worker.jobs where key = ${`epcis-repository.deliver:${subscribed.value.id}`}`.execute(
      db,
    )
    return rows[0]!.runs
  }
  await sql`delete from graphile_worker._private_jobs`.execute(owner.db)
  expect(await queued()).toBe(0)
  await record(maker, { act: 'lot_1', event: made(60) })
  expect(await queued()).toBe(1)
})
