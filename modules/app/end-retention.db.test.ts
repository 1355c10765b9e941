import { inTransaction } from '@dacsan/platform/context'
import { createLog } from '@dacsan/platform/log'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from '../identity/fixtures.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { registerBreach } from '../privacy/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import { confirmPayment, handOver, placeOrder } from '../shop/index.ts'
import { endRetention } from './retention.ts'

const { db, owner, dataDir, as: asAt } = await testDatabase<Tables>()
const placed = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = placed) => asAt(actor, moment)
const night = (at: string) => endRetention({ db, log: createLog('silent'), config: { dataDir } }, new Date(`${at}T01:00:00+07:00`))

beforeAll(() => withLaw(as))

test('who bought is forgotten 36 months after the order, to the day, unless something of it is still open; goods and money stay', async () => {
  const shop = await aShop(as, { stock: 9, priceVnd: 85_000 })
  const order = async (buyerPhone: string) => {
    const form = anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone, buyerName: 'Lê Văn Khách' })
    return mustBe(await placeOrder(as(visitor), form)).orders[0]!
  }
  const done = await order('0912000001')
  mustBe(await confirmPayment(as(shop.person), { orderId: done.id, amountVnd: 85_000, reference: '', note: '', requestKey: newId('key') }))
  mustBe(await handOver(as(shop.person), { orderId: done.id, acceptShort: false, note: '' }))
  await order('0912000002')
  const phones = async () =>
    (await db.selectFrom('order_group').select(['buyer_phone', 'buyer_name']).orderBy('created_at').orderBy('id').execute()).map((row) =>
      Object.values(row),
    )
  expect(await night('2029-11-22')).toMatchObject({ buyers: 0 })
  expect(await night('2029-11-24')).toMatchObject({ buyers: 1 })
  expect((await phones()).toSorted()).toEqual([
    ['', 'Người mua (đã xóa dữ liệu)'],
    ['0912000002', 'Lê Văn Khách'],
  ])
  expect(await night('2029-11-25')).toMatchObject({ buyers: 0 })
  await stockMustBeIntact(db)
})

test('what a listing said is deleted a year after it was taken down, and a listing on sale keeps it', async () => {
  const [down, up] = [await aShop(as, { name: 'Cơ sở một' }), await aShop(as, { name: 'Cơ sở hai' })]
  await owner.pool.query("update listing set description = 'Ngon' where id = any($1)", [[down.listingId, up.listingId]])
  await owner.pool.query("update listing set status = 'paused', updated_at = $2 where id = $1", [down.listingId, new Date(placed)])
  expect(await night('2027-11-22')).toMatchObject({ listings: 0 })
  expect(await night('2027-11-24')).toMatchObject({ listings: 1 })
  const { rows } = await owner.pool.query('select id, description from listing where id = any($1)', [[down.listingId, up.listingId]])
  expect(Object.fromEntries(rows.map(({ id, description }) => [id, description]))).toEqual({ [down.listingId]: '', [up.listingId]: 'Ngon' })
})

test('how to reach whoever reported a doubt is forgotten 24 months after the answer, and the report stays', async () => {
  await sql`insert into doubt_report (id, case_code, code, text, contact, place, status, answer, handled_by, handled_at, at) values
    ('dbt_1', 'PA-1', 'x', 'Hàng lạ', '0911', 'Chợ', 'closed', 'Đã xem', 'Cán bộ', ${new Date(placed)}, ${new Date(placed)}),
    ('dbt_2', 'PA-2', 'x', 'Hàng lạ', '0922', null, 'new', null, null, null, ${new Date(placed)})`.execute(db)
  expect(await night('2028-11-22')).toMatchObject({ reporters: 0 })
  expect(await night('2028-11-24')).toMatchObject({ reporters: 1 })
  const rows = await db.selectFrom('doubt_report').select(['contact', 'place', 'text']).orderBy('id').execute()
  expect(rows).toEqual([
    { contact: null, place: null, text: 'Hàng lạ' },
    { contact: '0922', place: null, text: 'Hàng lạ' },
  ])
})

test('an account is forgotten 24 months after its last role ended; one with a role, and one that was used since, is not', async () => {
  const ctx = as(system('test'))
  const [gone, serves, used] = await inTransaction(ctx, async (tx) => [
    await aPerson(tx, { name: 'Người Đã Nghỉ', now: ctx.now }),
    await aPerson(tx, { name: 'Người Còn Làm', now: ctx.now }),
    await aPerson(tx, { name: 'Người Còn Vào', now: ctx.now }),
  ])
  await owner.pool.query("update auth_user set created_at = '2026-11-01'")
  await owner.pool.query("update membership set until = '2026-11-30' where user_id = any($1)", [[gone.userId, used.userId]])
  await sql`insert into known_device (digest, user_id, first_at, last_at) values ('d', ${used.userId}, now(), '2028-06-01')`.execute(db)
  expect(await night('2028-11-29')).toMatchObject({ accounts: 0 })
  expect(await night('2028-12-02')).toMatchObject({ accounts: 1 })
  const names = await db
    .selectFrom('auth_user')
    .select(['id', 'name'])
    .where('id', 'in', [gone.userId, serves.userId, used.userId])
    .execute()
  expect(Object.fromEntries(names.map(({ id, name }) => [id, name]))).toEqual({
    [gone.userId]: 'Người dùng đã xóa dữ liệu',
    [serves.userId]: 'Người Còn Làm',
    [used.userId]: 'Người Còn Vào',
  })
  const trail = await db
    .selectFrom('audit_entry')
    .select(['actor_name', 'action'])
    .where('subject_id', '=', gone.userId)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  expect(trail).toEqual({ actor_name: 'retention', action: 'person.forgotten' })
  expect(await night('2028-12-03')).toMatchObject({ accounts: 0 })
})

test('the dossier of a breach is deleted five years after it was closed', async () => {
  const facts = {
    detectedBy: 'Người trực',
    what: 'Gửi nhầm danh sách',
    kinds: ['contact' as const],
    persons: 3,
    consequences: '',
    measures: 'Đã thu hồi',
  }
  const { breachId } = mustBe(await registerBreach(as(someoneWith('administrator')), { ...facts, detectedAt: new Date(placed) }))
  await owner.pool.query("update data_breach set status = 'closed', reported_at = $2, closed_at = $2 where id = $1", [
    breachId,
    new Date(placed),
  ])
  expect(await night('2031-11-22')).toMatchObject({ breachDossiers: 0 })
  expect(await night('2031-11-24')).toMatchObject({ breachDossiers: 1 })
})
