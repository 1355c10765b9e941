import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { updateProducer } from '../../catalogue/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { addEvidence, startDossier } from '../../dossiers/index.ts'
import { sampleEvidence } from '../../dossiers/fixtures.ts'
import { aPerson as anAccountOf, someoneWith } from '../../identity/fixtures.ts'
import { noteSecurity, renewAccess, system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { askRequest, findRequest } from '../../privacy/index.ts'
import { aShop, anAccount, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../../shop/fixtures.ts'
import { changeOrder, confirmPayment, findOrderByLink, findPurchase, findSellerOrder, handOver, placeOrder } from '../../shop/index.ts'
import { holdings } from './holdings.ts'
import { carryOutRequest, exportData, previewErasure, printData, reapplyErasures, showData } from './index.ts'
import { erasuresFile } from './erasures.ts'

const { db, owner, dataDir, as: asAt } = await testDatabase<Tables>()
const placed = '2026-11-23T10:00:00+07:00'
const yearLater = '2027-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = placed) => asAt(actor, moment)
const administrator = someoneWith('administrator')
const answer = { answer: 'Đã xóa phần luật cho phép', inPart: true }

beforeAll(() => withLaw(as))

/** Every column of the whole database in which a text stands, as `table.column`. */
async function foundIn(text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; query: string }>`
    select table_name || '.' || column_name as name,
      format('select count(*)::int as hits from %I where %I::text ilike $1', table_name, column_name) as query
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying', 'inet') order by 1`.execute(owner.db)
  const found: string[] = []
  for (const { name, query } of rows) {
    const { rows: hits } = await owner.pool.query<{ hits: number }>(query, [`%${text}%`])
    if (hits[0]!.hits > 0) found.push(name)
  }
  return found
}

async function anOldOrder(form: Parameters<typeof anOrderForm>[1]) {
  const shop = await aShop(as, { stock: 5, priceVnd: 85_000 })
  const { orders, secret } = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }], form)))
  const { id, code } = orders[0]!
  const purchase = await findPurchase(as(visitor), { code, secret })
  const settle = async () => {
    mustBe(await confirmPayment(as(shop.person), { orderId: id, amountVnd: 170_000, reference: '', note: '', requestKey: newId('key') }))
    mustBe(await handOver(as(shop.person), { orderId: id, acceptShort: false, note: '' }))
  }
  return { shop, id, link: { code, secret }, asker: { kind: 'purchase' as const, ...purchase }, settle }
}

describe('a buyer without an account', () => {
  const buyer = { buyerName: 'Lê Văn Khách', buyerPhone: '0912345670', buyerAddress: 'Số 7 Ấp Rẫy, xã Tập Sơn', note: 'Gọi trước 8 giờ' }

  test('C66: who asks for erasure a year after the order is not reached any more, and the order, its goods and its money stay', async () => {
    const { shop, id, link, asker, settle } = await anOldOrder(buyer)
    // Somebody else takes the goods: nothing of them is left either.
    const instead = { name: 'Trần Thị Nhận Thay', phone: '0977000111', address: 'Ấp Mới, xã Cầu Kè', note: buyer.note, wish: 'Sau giờ lễ' }
    mustBe(await changeOrder(as(visitor), link, instead))
    await settle()
    const seller = as(shop.person, yearLater)
    const { requestId, code } = mustBe(
      await askRequest(as(visitor, yearLater), asker, { kind: 'erase', text: 'Xin xóa số của Lê Văn Khách' }),
    )
    const officer = as(administrator, yearLater)
    // 24 November is the Day of Vietnamese Culture, on which offices rest.
    expect(await findRequest(officer, requestId)).toMatchObject({ code, acknowledgeBy: '2027-11-26', dueOn: '2027-12-13', late: false })
    // What stays is known before anything is done, and looking changes nothing.
    expect((await previewErasure(officer, requestId))!.map(({ holding, until }) => [holding, until])).toContainEqual([
      'orders',
      '2029-11-23',
    ])
    expect(await foundIn(buyer.buyerPhone)).toEqual(['order_group.buyer_phone'])
    expect(await carryOutRequest(officer, { dataDir }, requestId, { ...answer, inPart: false })).toMatchObject({
      refusal: { code: 'something-stays' },
    })
    expect(await foundIn(buyer.buyerPhone)).toEqual(['order_group.buyer_phone'])

    mustBe(await carryOutRequest(officer, { dataDir }, requestId, answer))
    for (const gone of [buyer.buyerPhone, buyer.buyerAddress, buyer.note, instead.phone, instead.address, instead.wish])
      expect([gone, await foundIn(gone)]).toEqual([gone, []])
    const decided = await findRequest(officer, requestId)
    expect(decided).toMatchObject({ status: 'partly', text: '', answer: answer.answer })
    expect(decided.kept).toContainEqual(expect.objectContaining({ holding: 'orders', purpose: 'sales', until: '2029-11-23', rows: 1 }))
    // The name of the other party stays with the contract, and nowhere else.
    expect(await foundIn(buyer.buyerName)).toEqual(['order_group.buyer_name'])
    const order = await findSellerOrder(seller, id)
    expect(order).toMatchObject({
      receivedVnd: 170_000,
      totalVnd: 170_000,
      fulfilment: 'handed-over',
      buyer: { name: buyer.buyerName, phone: '', address: '' },
      receiver: { name: 'Trần Thị Nhận Thay', phone: '', address: '', note: '', wish: '' },
    })
    expect((await findOrderByLink(as(visitor, yearLater), link)).order.code).toBe(link.code)
    await stockMustBeIntact(db)
  })

  test('whose goods still wait keeps the way to be reached until they are handed over', async () => {
    const { asker } = await anOldOrder({ ...buyer, buyerPhone: '0912345671' })
    const { requestId } = mustBe(await askRequest(as(visitor), asker, { kind: 'erase', text: '' }))
    mustBe(await carryOutRequest(as(administrator), { dataDir }, requestId, answer))
    expect(await foundIn('0912345671')).toEqual(['order_group.buyer_phone'])
  })

  test('sees what is held about the purchase, and nothing of other purchases', async () => {
    const { asker } = await anOldOrder({ ...buyer, buyerPhone: '0912345672' })
    const sections = await showData(as(visitor), asker)
    expect(sections.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => [name, rows.length])).toEqual([['orders', 1]])
    expect(sections.find(({ name }) => name === 'orders')!.rows[0]).toMatchObject({ phone: '0912345672', name: buyer.buyerName })
  })
})

describe('somebody with an account', () => {
  test('C66: after the erasure a search of the whole database finds e-mail, telephone and name only where a duty keeps them, and that is listed', async () => {
    const shop = await aShop(as, { name: 'Phạm Thị Xóa', stock: 5 })
    const { person } = shop
    const ctx = as(person)
    const producer = await db.selectFrom('producer').selectAll().where('id', '=', shop.producerId).executeTakeFirstOrThrow()
    const phone = '0987654321'
    mustBe(
      await updateProducer(ctx, {
        name: 'Phạm Thị Xóa',
        kind: 'cooperative',
        communeCode: '29308',
        address: 'Ấp 1',
        representative: 'Phạm Thị Xóa',
        taxCode: null,
        registrationNo: null,
        about: null,
        producerId: shop.producerId,
        version: producer.version,
        phone,
        email: person.email,
      }),
    )
    await noteSecurity(db, { at: ctx.now, what: 'read', outcome: 'done', actor: person, address: '203.0.113.9' })
    await renewAccess(as(administrator), person.userId)
    await sql`insert into known_device (digest, user_id, first_at, last_at) values ('x', ${person.userId}, now(), now())`.execute(db)
    await sql`insert into auth_session (id, user_id, token, expires_at, ip_address, user_agent)
      values ('s', ${person.userId}, 't', now() + interval '1 day', '203.0.113.9', 'Firefox')`.execute(db)
    await sql`insert into doubt_report (id, case_code, code, text, contact, place, at)
      values ('dbt_1', 'PA-1', 'x', 'Hàng lạ', ${person.email}, 'Chợ Cầu Kè', now())`.execute(db)
    const kept = await asAt(person).files.keepOwn(Buffer.from('cccd'), { name: 'CCCD Phạm Thị Xóa.pdf', mediaType: 'application/pdf' })
    await inTransaction({ db }, (tx) => recordFile(tx, kept, { by: person.userId, at: ctx.now }))
    mustBe(
      await placeOrder(ctx, anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerName: 'Phạm Thị Xóa', buyerPhone: phone })),
    )

    const asker = { kind: 'account', userId: person.userId } as const
    const { requestId } = mustBe(await askRequest(ctx, asker, { kind: 'erase', text: `Tôi, Phạm Thị Xóa, ${person.email}` }))
    const before = await exportData(ctx, asker)
    expect(before.sections.find(({ name }) => name === 'account')!.rows).toMatchObject([{ name: 'Phạm Thị Xóa', email: person.email }])
    mustBe(await carryOutRequest(as(administrator), { dataDir }, requestId, answer))

    const { kept: listed } = await findRequest(as(administrator), requestId)
    const keptColumns = new Set<string>(
      holdings.filter(({ name }) => listed.some(({ holding }) => holding === name)).flatMap(({ columns }) => columns),
    )
    const beyond = async (text: string) => (await foundIn(text)).filter((name) => !keptColumns.has(name))
    expect(await beyond(person.email!)).toEqual([])
    expect(await beyond(phone)).toEqual([])
    expect(await beyond('Phạm Thị Xóa')).toEqual([])
    expect(await foundIn('Chợ Cầu Kè')).toEqual([])
    expect(await foundIn(person.email!)).toEqual([])
    // Each of what stays has its ground; what has months has its end.
    expect(listed.map(({ holding }) => holding)).toEqual(expect.arrayContaining(['trail', 'security', 'memberships', 'producer', 'seller']))
    expect(listed.find(({ holding }) => holding === 'security')).toMatchObject({ purpose: 'security', until: '2027-11-23' })
    expect(listed.map(({ holding }) => holding)).not.toContain('account')
    const account = await db.selectFrom('auth_user').selectAll().where('id', '=', person.userId).executeTakeFirstOrThrow()
    expect(account).toMatchObject({ name: 'Người dùng đã xóa dữ liệu', email: `${person.userId}@da-xoa.invalid` })
    expect(await db.selectFrom('auth_session').select('id').where('user_id', '=', person.userId).execute()).toEqual([])
    expect(
      (await db.selectFrom('stored_file').select('original_name').where('hash', '=', kept.hash).executeTakeFirstOrThrow()).original_name,
    ).toBe(`tep-${kept.hash.slice(0, 8)}.pdf`)
  })

  test('reads the own numbers as they are, though they lie locked, and has them on paper, given and erased like the rest', async () => {
    const { person, producerId, productId } = await aShop(as, { name: 'Sơn Thị Số' })
    const ctx = as(person)
    const own = { taxCode: '084190000029', registrationNo: '58A8019299' }
    const { version } = await db.selectFrom('producer').select('version').where('id', '=', producerId).executeTakeFirstOrThrow()
    const rest = { address: null, phone: null, email: null, about: null, representative: 'Sơn Thị Số', communeCode: '29308' }
    mustBe(await updateProducer(ctx, { name: 'Sơn Thị Số', kind: 'cooperative', ...rest, ...own, producerId, version }))
    mustBe(await startDossier(ctx, { productId, kind: 'upgrade' }))
    mustBe(await addEvidence(ctx, { ...sampleEvidence, number: '58A8019277' }, null))

    const asker = { kind: 'account', userId: person.userId } as const
    const rowsOf = async (name: string) => (await exportData(ctx, asker)).sections.find((section) => section.name === name)!.rows
    expect(await rowsOf('producer')).toMatchObject([own])
    expect(await rowsOf('seller')).toMatchObject([{ account: anAccount.bankAccount }])
    expect(await rowsOf('evidence')).toMatchObject([{ number: '58A8019277' }])
    const [dossier] = await rowsOf('dossiers')
    expect(JSON.parse(String(dossier!['answers']))).toMatchObject({ producer: own })
    expect(JSON.stringify(await exportData(ctx, asker))).not.toContain('locked:')
    mustBe(await printData(ctx, asker, person.name))

    // A number that cannot be opened is named as held, and keeps nothing else from being seen or erased.
    await owner.db
      .updateTable('producer')
      .set({ tax_code: sql`'locked:9:' || repeat('a', 60)` })
      .where('id', '=', producerId)
      .execute()
    expect(await rowsOf('producer')).toMatchObject([{ ...own, taxCode: 'Có lưu, hiện chưa mở được' }])

    const { requestId } = mustBe(await askRequest(ctx, asker, { kind: 'erase', text: '' }))
    expect(JSON.stringify(await previewErasure(as(administrator), requestId))).not.toContain('locked:')
    mustBe(await carryOutRequest(as(administrator), { dataDir }, requestId, answer))
    // What was never filed is gone with its numbers; register and account stay locked, on their ground.
    const { answers } = await db.selectFrom('dossier').select('answers').where('producer_id', '=', producerId).executeTakeFirstOrThrow()
    expect(answers).toEqual({})
    for (const number of [...Object.values(own), anAccount.bankAccount]) expect(await foundIn(number)).toEqual([])
    const { bank_account: account } = await db
      .selectFrom('seller')
      .select('bank_account')
      .where('producer_id', '=', producerId)
      .executeTakeFirstOrThrow()
    expect(account).toMatch(/^locked:1:/)
  })

  test('the last administrator is not erased', async () => {
    const ctx = as(system('test'))
    const last = await inTransaction(ctx, (tx) => anAccountOf(tx, { role: 'administrator', name: 'Người Giữ Cửa', now: ctx.now }))
    const { requestId } = mustBe(await askRequest(as(last), { kind: 'account', userId: last.userId }, { kind: 'erase', text: '' }))
    expect(await carryOutRequest(as(administrator), { dataDir }, requestId, answer)).toEqual({
      ok: false,
      refusal: { code: 'last-administrator' },
    })
  })

  test('has the own data as a file of every row and as a paper', async () => {
    const { person } = await aShop(as, { name: 'Trương Thị Xem' })
    const asker = { kind: 'account', userId: person.userId } as const
    const { sections } = await exportData(as(person), asker)
    expect(sections.map(({ name }) => name)).toEqual(holdings.map(({ name }) => name))
    for (const { purpose, keptMonths, keptAs, instrument } of sections) {
      expect([purpose, keptMonths === null]).toEqual([purpose, keptAs !== null])
      expect(instrument).not.toBe('')
    }
    const drawn = await printData(as(person), asker, person.name)
    expect(Buffer.from(mustBe(drawn)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('C66: a backup of before an erasure does not bring back whose data were erased', async () => {
  const { asker, settle } = await anOldOrder({ buyerPhone: '0912345673', buyerAddress: 'Số 9 Ấp Giữa' })
  await settle()
  const { groupId } = asker
  const before = await db.selectFrom('order_group').selectAll().where('id', '=', groupId).executeTakeFirstOrThrow()
  const { requestId } = mustBe(await askRequest(as(visitor), asker, { kind: 'erase', text: '' }))
  mustBe(await carryOutRequest(as(administrator), { dataDir }, requestId, answer))
  const noted = await readFile(join(dataDir, erasuresFile), 'utf8')
  expect(noted).toContain(groupId)
  expect(noted).not.toContain('0912345673')
  // As a restore of the backup leaves it: the row as it was, and no word of the erasure.
  const { id, policies: _, ...row } = before
  await owner.db.updateTable('order_group').set(row).where('id', '=', id).execute()
  await owner.db.deleteFrom('erasure').where('subject_id', '=', groupId).execute()
  expect(await foundIn('0912345673')).toEqual(['order_group.buyer_phone'])
  expect(await reapplyErasures(db, [dataDir], dataDir)).toBe(1)
  expect(await foundIn('0912345673')).toEqual([])
  expect(await reapplyErasures(db, [dataDir], dataDir)).toBe(0)
  // A folder that lost its list learns it from the database.
  await rm(join(dataDir, erasuresFile))
  await reapplyErasures(db, [dataDir], dataDir)
  expect(await readFile(join(dataDir, erasuresFile), 'utf8')).toBe(noted)
})
