import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { privacyWorld } from './fixtures.ts'
import { agree, agrees, consentsOf, supersedeText, withdrawConsent } from './index.ts'

const { as, owner: database } = await testDatabase<Tables>()
const purpose = 'programme-invitations' as const
let owner: Person
let administrator: Person
const on = (day: string) => `${day}T09:00:00+07:00`
const asker = () => ({ kind: 'account', userId: owner.userId }) as const
const now = async (day: string) => (await consentsOf(as(owner, on(day)), asker(), [purpose]))[0]!

beforeAll(async () => {
  const world = await privacyWorld((actor) => as(actor, on('2026-12-01')))
  owner = world.owner
  administrator = world.people.administrator
})

test('nobody has agreed to anything before they did', async () => {
  expect(await now('2026-12-01')).toMatchObject({ last: null, inForce: false, asked: { version: 1 } })
})

test('C68: a consent keeps the text that was agreed to when another follows, and only a text that goes further is asked anew', async () => {
  const first = await agree(as(owner, on('2026-12-01')), asker(), { purpose, version: 1 })
  expect(first).toMatchObject({ ok: true })
  const agreedTo = (await now('2026-12-01')).agreedTo!.text
  const clearer = {
    purpose,
    language: 'vi' as const,
    text: 'Lời hỏi số hai: rõ hơn, không đi xa hơn lời trước.',
    effectiveFrom: '2026-12-05',
    asksAgain: false,
  }
  expect(await supersedeText(as(administrator, on('2026-12-02')), clearer)).toEqual({ ok: true, value: { version: 2 } })
  // Before its day the first is asked; from then on the second. What was agreed to is the first, and carries.
  expect((await now('2026-12-04')).asked).toMatchObject({ version: 1 })
  expect(await now('2026-12-05')).toMatchObject({
    asked: { version: 2 },
    last: { version: 1 },
    agreedTo: { text: agreedTo },
    inForce: true,
  })
  const further = { ...clearer, text: 'Lời hỏi số ba: dùng cả số điện thoại để gọi.', effectiveFrom: '2026-12-10', asksAgain: true }
  expect(await supersedeText(as(administrator, on('2026-12-06')), further)).toMatchObject({ ok: true })
  expect(await agrees(as(owner).db, new Date(on('2026-12-09')), asker(), purpose)).toBe(true)
  expect(await now('2026-12-10')).toMatchObject({ asked: { version: 3 }, agreedTo: { text: agreedTo }, inForce: false })
  expect(await agree(as(owner, on('2026-12-10')), asker(), { purpose, version: 1 })).toEqual({
    ok: false,
    refusal: { code: 'text-superseded' },
  })
  expect(await agree(as(owner, on('2026-12-10')), asker(), { purpose, version: 3 })).toMatchObject({ ok: true })
  expect(await now('2026-12-10')).toMatchObject({ last: { version: 3 }, inForce: true })
  const { rows } = await database.pool.query(
    'select version, text from consent_text join consent using (purpose, version, language) order by version',
  )
  expect(rows).toEqual([
    { version: 1, text: agreedTo },
    { version: 3, text: further.text },
  ])
})

test('C68: a text that somebody agreed to can be changed by nobody', async () => {
  await expect(as(owner).db.updateTable('consent_text').set({ text: 'khác' }).execute()).rejects.toThrow(/permission denied/)
  await expect(database.pool.query("update consent_text set text = 'khác'")).rejects.toThrow('append only')
})

test('a consent is withdrawn in one step, carries nothing from then on, and stays proved', async () => {
  const { last } = await now('2026-12-11')
  expect(await withdrawConsent(as(owner, on('2026-12-11')), asker(), last!.id)).toEqual({ ok: true, value: null })
  expect(await now('2026-12-11')).toMatchObject({ inForce: false, last: { version: 3, status: 'withdrawn' } })
  expect(await withdrawConsent(as(owner, on('2026-12-11')), asker(), last!.id)).toMatchObject({ refusal: { code: 'consent-withdrawn' } })
})

test('a text that begins yesterday, and one that says the same, is refused', async () => {
  const ctx = as(administrator, on('2026-12-12'))
  const text = {
    purpose,
    language: 'vi' as const,
    text: 'Một lời hỏi khác, đủ dài để đọc được.',
    effectiveFrom: '2026-12-11',
    asksAgain: false,
  }
  expect(await supersedeText(ctx, text)).toMatchObject({ refusal: { code: 'too-early' } })
  expect(
    await supersedeText(ctx, { ...text, text: 'Lời hỏi số ba: dùng cả số điện thoại để gọi.', effectiveFrom: '2026-12-12' }),
  ).toMatchObject({
    refusal: { code: 'same-text' },
  })
})

test('a buyer is asked in the language in which they read, and what they agreed to there is what is kept', async () => {
  const [day, groupId] = [on('2026-12-03'), 'grp_01hzkhmerbuyer0000000000000'] as const
  await database.pool.query(
    `insert into order_group (id, buyer_name, buyer_phone, link_secret, request_key, request_hash, created_at) values ($1, 'Sok', '0912345678', 's', 'k', 'h', now())`,
    [groupId],
  )
  const buyer = { kind: 'purchase', groupId, link: true } as const
  const inKhmer = async () => (await consentsOf(as(visitor, day), buyer, ['news-from-seller'], 'km'))[0]!
  const { asked } = await inKhmer()
  expect(asked).toMatchObject({ language: 'km', version: 1 })
  expect(await agree(as(visitor, day), buyer, { purpose: 'news-from-seller', version: 1 }, 'km')).toMatchObject({ ok: true })
  expect(await inKhmer()).toMatchObject({ agreedTo: { text: asked!.text }, inForce: true })
  // What has no words in a language is asked in Vietnamese, and kept as that.
  expect((await consentsOf(as(visitor, day), buyer, ['programme-invitations'], 'km'))[0]!.asked).toMatchObject({ language: 'vi' })
})
