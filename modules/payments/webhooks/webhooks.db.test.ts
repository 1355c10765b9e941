import { testDatabase } from '@dacsan/platform/testing'
import { newId } from '@dacsan/platform/ids'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { system } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { mustBe, withLaw } from '../../shop/fixtures.ts'
import { findSellerOrder } from '../../shop/index.ts'
import { ordersOf, sepayMessage, statementFile } from '../fixtures.ts'
import { connectSource, findConnections, findQueue, hearWebhook, readStatementIn, rotateSecret, takeStatement } from '../index.ts'
import { processEvents } from './process-events.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const now = new Date(morning)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const told: object[] = []
const door = { db, newId, log: { warn: (about: object) => void told.push(about) } as never }

beforeAll(() => withLaw(as))

let serial = 0
/** A seller that has connected SePay. */
async function connected(count = 1) {
  const world = await ordersOf(as, count)
  const secret = `sepay-secret-${++serial}`
  const { sourceId } = mustBe(await connectSource(world.seller, { provider: 'sepay', secret }))
  const work = () => processEvents(as(system('payments')), world.shop.producerId)
  return { ...world, secret, sourceId, work }
}
type Connected = Awaited<ReturnType<typeof connected>>

const anEvent = (world: Connected, more: object = {}) => ({
  id: ++serial,
  gateway: 'VietinBank',
  transactionDate: '2026-11-23 09:58:00',
  accountNumber: '0011001932418',
  content: `CT DEN ${world.orders[0]!.code}`,
  transferType: 'in',
  transferAmount: 170_000,
  accumulated: 0,
  referenceCode: `FT${serial}`,
  ...more,
})
const send = (world: Connected, event: object, at = now, secret = world.secret) =>
  hearWebhook(door, 'sepay', sepayMessage(event, { secret, now: at }))
const received = async (world: Connected, at = 0) => (await findSellerOrder(world.seller, world.orders[at]!.id)).receivedVnd as number
const statesOf = async ({ sourceId }: Connected) =>
  (
    await db
      .selectFrom('webhook_event')
      .where('source_id', '=', sourceId)
      .select(['state', 'why'])
      .orderBy('received_at')
      .orderBy('id')
      .execute()
  ).map(({ state, why }) => why ?? state)

describe('a message of a provider', () => {
  test('C10, B10: that comes a hundred times at once has one effect and is taken a hundred times', async () => {
    const world = await connected()
    const event = anEvent(world)
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(world, event)))
    expect(new Set(answers)).toEqual(new Set(['stored']))
    await Promise.all([world.work(), world.work(), world.work()])
    expect(await statesOf(world)).toEqual(['taken'])
    expect(await received(world)).toBe(170_000)
    expect((await findSellerOrder(world.seller, world.orders[0]!.id)).payment).toBe('paid')
  })

  test('C16: that is sent again after a lost answer changes nothing', async () => {
    const world = await connected()
    const event = anEvent(world)
    await send(world, event)
    expect(await world.work()).toBe(1)
    expect(await send(world, event, minutes(3))).toBe('stored')
    expect(await world.work()).toBe(0)
    expect(await received(world)).toBe(170_000)
  })

  test('B13: is queued in the transaction in which it is stored: the job finds it', async () => {
    const world = await connected()
    await send(world, anEvent(world))
    const key = `payments.process-events:${world.shop.producerId}`
    const { rows } = await sql`select from graphile_worker.jobs where key = ${key}`.execute(db)
    expect(rows).toHaveLength(1)
  })

  test('C12: of which a byte was changed is turned away, counted, and nothing of it is kept', async () => {
    const world = await connected()
    const message = sepayMessage(anEvent(world), { secret: world.secret, now })
    const changed = new TextEncoder().encode(new TextDecoder().decode(message.body).replace('170000', '170001'))
    expect(await hearWebhook(door, 'sepay', { ...message, body: changed })).toBe('rejected')
    expect(await hearWebhook(door, 'sepay', { ...message, headers: {} })).toBe('rejected')
    expect(await statesOf(world)).toEqual([])
    const { rejections } = await findConnections(world.seller)
    expect(rejections.map(({ why, count }) => [why, count > 0])).toEqual([
      ['not-signed', true],
      ['signature', true],
    ])
  })

  test('C13: that is six minutes old or early is turned away, and whoever watches is told after some', async () => {
    const world = await connected()
    const stale = (at: Date) => hearWebhook(door, 'sepay', sepayMessage(anEvent(world), { secret: world.secret, now, at }))
    told.length = 0
    for (let times = 0; times < 5; times++) expect(await stale(minutes(-6))).toBe('rejected')
    expect(await stale(minutes(6))).toBe('rejected')
    expect(told).toContainEqual({ provider: 'sepay', why: 'too-old', count: 5 })
    expect(await statesOf(world)).toEqual([])
  })

  test('C14: after a rotation both secrets are good, and the old one no more when its hours are over', async () => {
    const world = await connected(2)
    const { until } = mustBe(await rotateSecret(world.seller, { sourceId: world.sourceId, secret: 'a-new-secret-of-sepay' }))
    expect(await send(world, anEvent(world))).toBe('stored')
    expect(await send(world, anEvent(world, { content: world.orders[1]!.code }), now, 'a-new-secret-of-sepay')).toBe('stored')
    const after = new Date(until.getTime() + 1000)
    expect(await send(world, anEvent(world), after)).toBe('rejected')
    expect(await send(world, anEvent(world), after, 'a-new-secret-of-sepay')).toBe('stored')
    expect(await rotateSecret(world.seller, { sourceId: world.sourceId, secret: 'a-new-secret-of-sepay' })).toMatchObject({
      refusal: { code: 'secret-same' },
    })
  })

  test('C11: messages that come in another order leave the orders as those in order do', async () => {
    const [one, two] = [await connected(), await connected()]
    const parts = (world: Connected) => [
      anEvent(world, { transactionDate: '2026-11-23 09:50:00', transferAmount: 100_000 }),
      anEvent(world, { transactionDate: '2026-11-23 09:55:00', transferAmount: 70_000 }),
      anEvent(world, { transactionDate: '2026-11-23 09:59:00', transferAmount: 5_000 }),
    ]
    for (const event of parts(one)) await send(one, event)
    for (const event of parts(two).toReversed()) await send(two, event)
    await one.work()
    await two.work()
    const statesIn = async (world: Connected) =>
      (await findQueue(world.seller)).lines.map(({ state, amountVnd }) => [state, amountVnd as number])
    expect(await statesIn(one)).toEqual(await statesIn(two))
    expect(await received(one)).toBe(await received(two))
  })

  test('C15: a flood after an outage is all stored and all worked on, in the order of the transfers', async () => {
    const world = await connected(3)
    const events = Array.from({ length: 9_997 }, (_, index) =>
      anEvent(world, { content: `tien hang ${index}`, transferAmount: 1000 + index }),
    )
    const paying = world.orders.map(({ code }, index) => anEvent(world, { content: code, transactionDate: `2026-11-23 09:0${index}:00` }))
    const all = [...events.slice(0, 5_000), ...paying, ...events.slice(5_000)]
    for (let from = 0; from < all.length; from += 50)
      expect(new Set(await Promise.all(all.slice(from, from + 50).map((event) => send(world, event))))).toEqual(new Set(['stored']))
    expect(await world.work()).toBe(10_000)
    expect((await statesOf(world)).filter((state) => state !== 'taken')).toEqual([])
    for (const { id } of world.orders) expect((await findSellerOrder(world.seller, id)).payment).toBe('paid')
  }, 120_000)

  test('B15: that comes again with another amount is kept and shown, and moves no money', async () => {
    const world = await connected()
    const event = anEvent(world)
    await send(world, event)
    await world.work()
    expect(await send(world, { ...event, transferAmount: 999_000 })).toBe('stored')
    await world.work()
    expect((await statesOf(world)).toSorted()).toEqual(['other-contents', 'taken'])
    expect((await findConnections(world.seller)).unknown).toMatchObject([{ state: 'conflict', why: 'other-contents' }])
    expect(await received(world)).toBe(170_000)
  })

  test('B19: that nothing can be made of is kept and shown: another shape, another account, no transfer', async () => {
    const world = await connected()
    expect(await send(world, { hello: 'world' })).toBe('stored')
    expect(await send(world, anEvent(world, { accountNumber: '999999999999' }))).toBe('stored')
    expect(await send(world, anEvent(world, { transferAmount: 0 }))).toBe('stored')
    await world.work()
    expect((await statesOf(world)).toSorted()).toEqual(['no-transfer', 'other-account', 'other-shape'])
    expect((await findConnections(world.seller)).unknown).toHaveLength(3)
  })

  test('C9: of money that went out, or of the wrong amount, waits or is noted like a line of a statement', async () => {
    const world = await connected()
    await send(world, anEvent(world, { transferType: 'out', transferAmount: 20_000 }))
    await send(world, anEvent(world, { transferAmount: 160_000 }))
    await world.work()
    expect((await findQueue(world.seller)).lines.map(({ state }) => state)).toEqual(['under'])
    expect(await received(world)).toBe(0)
  })

  test('to a provider that nobody connected is for nobody here', async () => {
    expect(await hearWebhook(door, 'casso', { body: new Uint8Array(), headers: {}, now })).toBe('not-connected')
  })
})

describe('one transfer that a provider and a bank tell of', () => {
  const bank = (world: Connected) =>
    statementFile([{ day: '23/11/2026', doc: '777', content: `MBVCB.1.${world.orders[0]!.code}.CT tu 0123`, amount: 170_000 }])
  const takeFile = async (world: Connected) => {
    const { statementId } = mustBe(await readStatementIn(world.seller, bank(world)))
    return mustBe(await takeStatement(world.seller, { statementId }))
  }
  const event = (world: Connected) => anEvent(world, { content: `MBVCB.1.${world.orders[0]!.code}.CT tu 0123`, referenceCode: 'FT-other' })

  test('is one line: by the message first, then by the statement, which knows it again', async () => {
    const world = await connected()
    await send(world, event(world))
    await world.work()
    expect(await takeFile(world)).toEqual({ added: 0, known: 1, booked: 0 })
    expect(await takeFile(world)).toEqual({ added: 0, known: 1, booked: 0 })
    expect(await received(world)).toBe(170_000)
  })

  test('is one line: by the statement first, then by the message', async () => {
    const world = await connected()
    expect(await takeFile(world)).toEqual({ added: 1, known: 0, booked: 1 })
    await send(world, event(world))
    await world.work()
    expect(await statesOf(world)).toEqual(['known'])
    expect(await received(world)).toBe(170_000)
  })
})
