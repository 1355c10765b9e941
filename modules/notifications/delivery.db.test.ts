import { inTransaction } from '@dacsan/platform/context'
import { openMailer } from '@dacsan/platform/mail'
import { testDatabase } from '@dacsan/platform/testing'
import { testMailServer } from '@dacsan/platform/testing-mail'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from '../identity/fixtures.ts'
import { system } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import type { Recipient } from '../message.ts'
import { aProvider, aRule, sendingWith } from './fixtures.ts'
import { chooseReach, listInbox, openMessage, readAll, sendDue, tellFacts, unreadCount } from './index.ts'
import { everyChannel } from './tell.ts'

const { db, as, owner } = await testDatabase<Tables>()
const morning = new Date('2026-12-01T09:00:00+07:00')
const ctx = as(system('test'), morning)
await inTransaction(ctx, loadLaw)
const mai = await inTransaction(ctx, (tx) => aPerson(tx, { name: 'Thạch Thị Mai', email: 'mai@example.vn' }))
const son = await inTransaction(ctx, (tx) => aPerson(tx, { name: 'Sơn Văn Ba', email: 'ba@example.vn', role: 'commune-officer' }))
beforeEach(async () => {
  await db.deleteFrom('message').execute()
  for (const table of ['reach', 'message_preference', 'refused_address'] as const) await db.deleteFrom(table).execute()
})

const about = (fact: string, to: readonly Recipient[], product = 'Mật hoa dừa') => ({
  fact,
  to,
  path: '/van-phong/ho-so/dos_1',
  object: ['dossier', 'dos_1'] as const,
  values: { product },
})
const tellAt = (now: Date, on = everyChannel) => ({ db, now, on })
const deliveries = () =>
  db
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select(['message.subject', 'delivery.channel', 'delivery.state', 'delivery.due_at as dueAt', 'delivery.why', 'delivery.tries'])
    .orderBy('seq')
    .execute()
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

describe('one fact', () => {
  test('B14: a fact reaches each person once, also when three workers hear of it at once and every job runs again', async () => {
    const told = [about('evt_1', [mai.userId, son.userId, mai.userId])]
    const counts = await Promise.all([1, 2, 3].map(() => tellFacts(tellAt(morning), aRule(), told)))
    await tellFacts(tellAt(later(5)), aRule(), told)
    expect(counts.reduce((sum, count) => sum + count)).toBe(2)
    const { senders, provider } = aProvider()
    await Promise.all([1, 2, 3].map(() => sendDue(sendingWith(db, senders, { clock: () => later(6) }))))
    await sendDue(sendingWith(db, senders, { clock: () => later(600) }))
    expect(provider.asked.map(({ to }) => to).toSorted()).toEqual(['ba@example.vn', 'mai@example.vn'])
  })

  test('lies in the inbox of its person alone, is counted until it is opened, and leads to what it speaks of', async () => {
    await tellFacts(tellAt(morning), aRule(), [about('evt_1', [mai.userId]), about('evt_2', [mai.userId], 'Kẹo dừa')])
    const own = as(mai, morning)
    expect(await unreadCount(own)).toBe(2)
    const { messages } = await listInbox(own, { unread: false, search: 'kẹo', page: 1 })
    expect(messages.map(({ subject }) => subject)).toEqual(['Hồ sơ “Kẹo dừa”'])
    await expect(openMessage(as(son, morning), messages[0]!.id)).rejects.toThrow('No such message')
    expect(await openMessage(own, messages[0]!.id)).toEqual({ path: '/van-phong/ho-so/dos_1' })
    expect(await unreadCount(own)).toBe(1)
    await readAll(own)
    expect([await unreadCount(own), await unreadCount(as(son, morning))]).toEqual([0, 0])
  })

  test('is mailed as a real mail with a link, to a real server', async () => {
    const server = await testMailServer()
    const mailer = openMailer({ url: server.url, from: 'tin@dacsan.test' })
    afterAll(() => (mailer.close(), server.close()))
    await tellFacts(tellAt(morning), aRule({ kind: 'law' }), [about('evt_1', [mai.userId])])
    await sendDue(sendingWith(db, { mail: mailer }, { clock: () => later(1) }))
    const mail = await PostalMime.parse(server.box[0]!.raw)
    expect(mail.subject).toBe('[Đặc Sản Thử] Hồ sơ “Mật hoa dừa”')
    expect(mail.text).toContain('Kính gửi Thạch Thị Mai,')
    expect(mail.text).toContain('https://dacsan.test/van-phong/ho-so/dos_1')
    expect(await deliveries()).toMatchObject([{ channel: 'mail', state: 'taken' }])
  })

  test('comes in the language that its person chose, and in Vietnamese where nobody wrote that one', async () => {
    await chooseReach(as(mai, morning), mai.userId, { language: 'km', phone: '', quietFrom: null, quietTo: null, wanted: ['work:mail'] })
    await chooseReach(as(son, morning), son.userId, { language: 'en', phone: '', quietFrom: null, quietTo: null, wanted: ['work:mail'] })
    await tellFacts(tellAt(morning), aRule(), [about('evt_1', [mai.userId, son.userId])])
    const rows = await db.selectFrom('message').select(['subject', 'language']).orderBy('subject').execute()
    expect(rows).toEqual([
      { subject: 'Hồ sơ “Mật hoa dừa”', language: 'vi' },
      { subject: 'ឯកសារ “Mật hoa dừa”', language: 'km' },
    ])
  })

  test('with a channel that is off stays in the inbox and in the list of what went out', async () => {
    await tellFacts(tellAt(morning, new Set()), aRule({ kind: 'law' }), [about('evt_1', [mai.userId])])
    expect(await unreadCount(as(mai, morning))).toBe(1)
    expect(await deliveries()).toMatchObject([{ channel: 'mail', state: 'off' }])
    // Turned on weeks later, what is old does not go out.
    const { senders, provider } = aProvider()
    await sendDue(sendingWith(db, senders, { clock: () => later(30 * 1440) }))
    expect(provider.asked).toEqual([])
  })
})

describe('a provider', () => {
  const tellThree = async () => {
    for (const n of [1, 2, 3]) await tellFacts(tellAt(later(n)), aRule({ kind: 'law' }), [about(`evt_${n}`, [mai.userId], `Món ${n}`)])
  }
  const subjects = ['Món 1', 'Món 2', 'Món 3'].map((product) => `[Đặc Sản Thử] Hồ sơ “${product}”`)

  test('C61: a provider that is down gets everything later, in its order and once', async () => {
    await tellThree()
    const { senders, provider } = aProvider()
    provider.answer = { outcome: 'later', why: 'ECONNREFUSED' }
    for (const minutes of [5, 6, 10, 60]) await sendDue(sendingWith(db, senders, { clock: () => later(minutes) }))
    expect((await deliveries()).map(({ state, why }) => [state, why])).toEqual([
      ['waiting', 'ECONNREFUSED'],
      ['waiting', null],
      ['waiting', null],
    ])
    // It waits longer each time.
    expect(provider.asked.length).toBe(3)
    provider.answer = { outcome: 'taken', providerId: 'x' }
    await Promise.all([1, 2].map(() => sendDue(sendingWith(db, senders, { clock: () => later(200) }))))
    await sendDue(sendingWith(db, senders, { clock: () => later(400) }))
    expect(provider.taken).toEqual(subjects)
  })

  test('that took a mail and never said so is not asked again, and the office sees it', async () => {
    await tellThree()
    const { senders, provider } = aProvider()
    provider.answer = { outcome: 'unknown', why: 'ETIMEDOUT' }
    await sendDue(sendingWith(db, senders, { clock: () => later(5) }))
    provider.answer = { outcome: 'taken', providerId: null }
    await sendDue(sendingWith(db, senders, { clock: () => later(5000) }))
    expect(provider.asked.length).toBe(3)
    expect((await deliveries()).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('a process that died while it sent leaves a mail unknown, and a text message, which is taken once, goes on', async () => {
    await chooseReach(as(mai, morning), mai.userId, {
      language: 'vi',
      phone: '0912 345 678',
      quietFrom: null,
      quietTo: null,
      wanted: ['law:sms'],
    })
    await tellFacts(tellAt(morning), aRule({ kind: 'law' }), [about('evt_1', [mai.userId])])
    await db.updateTable('delivery').set({ state: 'sending', began_at: morning }).execute()
    const { senders, provider } = aProvider()
    await sendDue(sendingWith(db, senders, { clock: () => later(5) }))
    expect(provider.asked).toEqual([])
    await sendDue(sendingWith(db, senders, { clock: () => later(20) }))
    expect((await deliveries()).map(({ channel, state }) => [channel, state])).toEqual([
      ['mail', 'unknown'],
      ['sms', 'taken'],
    ])
  })

  test('that refuses an address for good is not asked for it again until it changes', async () => {
    await tellThree()
    const { senders, provider } = aProvider()
    provider.answer = { outcome: 'refused', why: 'smtp-550', badAddress: true }
    await sendDue(sendingWith(db, senders, { clock: () => later(5) }))
    expect(provider.asked.length).toBe(1)
    expect((await deliveries()).map(({ state, why }) => [state, why])).toEqual([
      ['refused', 'smtp-550'],
      ['dropped', 'address-refused'],
      ['dropped', 'address-refused'],
    ])
    await owner.db.updateTable('auth_user').set({ email: 'moi@example.vn' }).where('id', '=', mai.userId).execute()
    provider.answer = { outcome: 'taken', providerId: null }
    await tellFacts(tellAt(later(9)), aRule(), [about('evt_9', [mai.userId])])
    await sendDue(sendingWith(db, senders, { clock: () => later(10) }))
    expect(provider.asked.at(-1)?.to).toBe('moi@example.vn')
    await owner.db.updateTable('auth_user').set({ email: 'mai@example.vn' }).where('id', '=', mai.userId).execute()
  })

  test('nothing of what is said, and no address, stands in the log', async () => {
    await tellThree()
    const lines: unknown[] = []
    const log = { info: (...line: unknown[]) => void lines.push(line), warn: (...line: unknown[]) => void lines.push(line) }
    const { senders, provider } = aProvider()
    provider.answer = { outcome: 'refused', why: 'smtp-550', badAddress: true }
    await sendDue(sendingWith(db, senders, { clock: () => later(5), log: log as never }))
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toMatch(/Món|example\.vn|Mai/)
  })
})

describe('the hours', () => {
  const phone = (wanted: string[]) =>
    chooseReach(as(mai, morning), mai.userId, { language: 'vi', phone: '0912345678', quietFrom: null, quietTo: null, wanted })
  const smsDue = async () => (await deliveries()).find(({ channel }) => channel === 'sms')?.dueAt.toISOString()

  test.for([
    ['23:30 in the evening', '2026-12-01T23:30:00+07:00', '2026-12-02T07:00:00+07:00'],
    ['half past midnight', '2026-12-02T00:30:00+07:00', '2026-12-02T07:00:00+07:00'],
    ['06:59', '2026-12-02T06:59:59+07:00', '2026-12-02T07:00:00+07:00'],
    ['07:00', '2026-12-02T07:00:00+07:00', '2026-12-02T07:00:00+07:00'],
    ['21:59', '2026-12-01T21:59:00+07:00', '2026-12-01T21:59:00+07:00'],
    ['New Year’s Eve', '2026-12-31T22:00:00+07:00', '2027-01-01T07:00:00+07:00'],
  ] as const)('a telephone does not ring at night in Vietnam: %s', async ([, at, due]) => {
    await phone(['work:sms', 'work:mail'])
    await tellFacts(tellAt(new Date(at)), aRule(), [about('evt_1', [mai.userId])])
    expect(await smsDue()).toBe(new Date(due).toISOString())
  })

  test('it rings at night for a recall, and mail does not wait for the morning', async () => {
    await phone([])
    const night = new Date('2026-12-01T23:30:00+07:00')
    await tellFacts(tellAt(night), aRule({ kind: 'safety' }), [about('evt_1', [mai.userId])])
    expect((await deliveries()).map(({ channel, dueAt }) => [channel, dueAt])).toEqual([
      ['mail', night],
      ['sms', night],
    ])
  })

  test('what is not urgent comes as one mail in the morning, without what was read before', async () => {
    for (const n of [1, 2, 3]) await tellFacts(tellAt(later(n)), aRule({ pace: 'digest' }), [about(`evt_${n}`, [mai.userId], `Món ${n}`)])
    const { messages } = await listInbox(as(mai, later(4)), { unread: true, search: 'Món 2', page: 1 })
    await openMessage(as(mai, later(4)), messages[0]!.id)
    const { senders, provider } = aProvider()
    await sendDue(sendingWith(db, senders, { clock: () => later(60) }))
    expect(provider.asked).toEqual([])
    await sendDue(sendingWith(db, senders, { clock: () => new Date('2026-12-02T07:00:00+07:00') }))
    expect(provider.asked.map(({ text }) => text)).toEqual(['[Đặc Sản Thử] 2 tin trong ngày'])
    expect((await deliveries()).map(({ state }) => state)).toEqual(['taken', 'taken', 'taken'])
  })

  test('after three days of standstill everything goes out once, in its order', async () => {
    for (const n of [1, 2]) await tellFacts(tellAt(later(n)), aRule({ kind: 'law' }), [about(`evt_${n}`, [mai.userId], `Món ${n}`)])
    const { senders, provider } = aProvider()
    const after = later(3 * 1440)
    await Promise.all([1, 2].map(() => sendDue(sendingWith(db, senders, { clock: () => after }))))
    expect(provider.taken).toEqual(['Món 1', 'Món 2'].map((product) => `[Đặc Sản Thử] Hồ sơ “${product}”`))
  })
})

describe('what its person chose', () => {
  test.for(['security', 'safety', 'law'] as const)('%s cannot be silenced by mail', async (kind) => {
    await chooseReach(as(mai, morning), mai.userId, { language: 'vi', phone: '', quietFrom: null, quietTo: null, wanted: [] })
    await tellFacts(tellAt(morning), aRule({ kind }), [about('evt_1', [mai.userId])])
    expect((await deliveries()).map(({ channel }) => channel)).toContain('mail')
  })

  test('work is silenced, and news come only to who asked for them, at most three a day to a telephone', async () => {
    await chooseReach(as(mai, morning), mai.userId, { language: 'vi', phone: '', quietFrom: null, quietTo: null, wanted: [] })
    await tellFacts(tellAt(morning), aRule(), [about('evt_1', [mai.userId])])
    await tellFacts(tellAt(morning), aRule({ kind: 'news', name: 'test.news' }), [about('evt_1', [mai.userId, son.userId])])
    expect(await deliveries()).toEqual([])
    expect(await unreadCount(as(mai, morning))).toBe(2)
    await chooseReach(as(mai, morning), mai.userId, {
      language: 'vi',
      phone: '0912345678',
      quietFrom: null,
      quietTo: null,
      wanted: ['news:sms'],
    })
    for (const n of [2, 3, 4, 5])
      await tellFacts(tellAt(later(n)), aRule({ kind: 'news', name: 'test.news' }), [about(`evt_${n}`, [mai.userId])])
    expect((await deliveries()).map(({ channel }) => channel)).toEqual(['sms', 'sms', 'sms'])
    const { short } = await db.selectFrom('message').select('short').where('fact', '=', 'evt_2').executeTakeFirstOrThrow()
    expect(short).toBe('[QC] San pham Mat hoa dua co viec moi.')
  })

  test('the mobile number lies locked in the database', async () => {
    await chooseReach(as(mai, morning), mai.userId, { language: 'vi', phone: '0912 345 678', quietFrom: null, quietTo: null, wanted: [] })
    const { phone } = await db.selectFrom('reach').select('phone').where('user_id', '=', mai.userId).executeTakeFirstOrThrow()
    expect(phone).toMatch(/^locked:/)
    expect(
      await chooseReach(as(mai, morning), mai.userId, {
        language: 'vi',
        phone: '0294 3855 246',
        quietFrom: null,
        quietTo: null,
        wanted: [],
      }),
    ).toEqual({
      ok: false,
      refusal: { code: 'phone-not-mobile' },
    })
  })
})
