import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { checkLedger, moveGoods, takeOut } from '../../inventory/index.ts'
import { aReader, mustBe, withLaw } from '../../shop/fixtures.ts'
import { recallLot } from '../../traceability/index.ts'
import {
  findPublicPoint,
  inspectPoint,
  listPublicPoints,
  pointsGeoJson,
  recognisePoint,
  registerPoint,
  withdrawPoint,
} from '../points-of-sale/index.ts'
import { agreeTerms, endConsignment, reviseTerms } from './agree-terms.ts'
import { cancelSale, loseAtCounter, sellAtCounter } from './at-counter.ts'
import { aConsignment, aCount, aKeeper, aPoint, aPointForm, aSale, aVisit, receiveAll, sendJars, someTerms } from './fixtures.ts'
import { reviseInput } from './inputs.ts'
import { compareBooks } from './integrity-checks.ts'
import { notePaper, salesFile, statementPaper } from './papers.ts'
import { counterOf, findConsignment, findNote, findStatement, shelfOfPoint } from './read-consignment.ts'
import { receiveGoods, sendGoods, sendGoodsBack } from './send-goods.ts'
import { settleConsignment, signStatementOf, withdrawStatement } from './settle.ts'

const { db, owner: superuser, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now): Ctx => asAt(actor, moment)
beforeAll(() => withLaw(as))

const booksAgree = async () => {
  expect((await compareBooks(db)).faults).toEqual([])
  expect((await checkLedger(db)).faults).toEqual([])
}
const entriesOf = (consignmentId: string) =>
  db
    .selectFrom('consignment_entry')
    .selectAll()
    .where('consignment_id', '=', consignmentId as never)
    .orderBy('seq')
    .execute()

test('goods go out by a note, are confirmed, sold, spoiled, counted and settled to the đồng, and both sign', async () => {
  const one = await aConsignment(as, { jars: 10, priceVnd: 85_000 })
  const [keeper, owner] = [as(one.keeper), as(one.owner)]
  mustBe(await sellAtCounter(keeper, aSale(one, 3)))
  mustBe(await loseAtCounter(keeper, { ...aSale(one, 1), cause: 'spoiled', note: 'Vỡ nắp' }))
  const settled = mustBe(await settleConsignment(keeper, aCount(one, 5, 'Không thấy một hũ')))
  const { statement, lines } = await findStatement(owner, settled.statementId)
  // 3 × 85 000 = 255 000, 12.5 % of it 31 875; two jars that the point bears: 170 000 − 21 250.
  expect(statement).toMatchObject({ soldVnd: 255_000, commissionVnd: 31_875, lostVnd: 148_750, dueVnd: 371_875, payBy: '2026-11-28' })
  expect(lines).toMatchObject([{ opening: 0, received: 10, sold: 3, returned: 0, lostOwner: 0, lostPoint: 2, recalled: 0, counted: 5 }])
  mustBe(await signStatementOf(keeper, settled))
  expect((await findStatement(owner, settled.statementId)).maySign).toBe(true)
  mustBe(await signStatementOf(owner, settled))
  expect((await findStatement(owner, settled.statementId)).statement.status).toBe('signed')
  // Signed twice is signed once, and nothing of it is changed any more.
  mustBe(await signStatementOf(owner, settled))
  expect(await withdrawStatement(keeper, { ...settled, reason: 'Nhầm' })).toMatchObject({ refusal: { code: 'statement-closed' } })
  await expect(superuser.pool.query(`update consignment_statement set due_vnd = 1 where id = '${settled.statementId}'`)).rejects.toThrow(
    'what was signed stays',
  )
  await expect(
    superuser.pool.query(`update consignment_statement_line set counted = 6 where statement_id = '${settled.statementId}'`),
  ).rejects.toThrow()
  await booksAgree()
})

test('a commission is frozen on the line: a new version of the contract changes nothing that is written', async () => {
  const one = await aConsignment(as)
  const [keeper, owner] = [as(one.keeper), as(one.owner)]
  mustBe(await sellAtCounter(keeper, aSale(one)))
  const next = reviseInput.parse({
    ...someTerms,
    consignmentId: one.consignmentId,
    commissionPercent: '20',
    validFrom: '2026-11-23',
    requestKey: newId('key'),
  })
  mustBe(await reviseTerms(owner, next))
  // What only one side wrote holds for nobody.
  mustBe(await sellAtCounter(keeper, aSale(one)))
  const [latest] = (await findConsignment(keeper, one.consignmentId)).terms
  expect(await agreeTerms(owner, { consignmentId: one.consignmentId, termsId: latest!.id })).toMatchObject({
    refusal: { code: 'own-proposal' },
  })
  mustBe(await agreeTerms(keeper, { consignmentId: one.consignmentId, termsId: latest!.id }))
  mustBe(await sellAtCounter(keeper, aSale(one)))
  const sold = (await entriesOf(one.consignmentId)).filter(({ kind }) => kind === 'sold')
  expect(sold.map(({ commission_vnd: vnd, commission_percent: percent }) => [Number(vnd), percent])).toEqual([
    [10_625, '12.50'],
    [10_625, '12.50'],
    [17_000, '20.00'],
  ])
  expect(
    sold.every(
      ({ payer_name: payer, payee_name: payee, terms_id: terms }) => payer === 'HTX Ký Gửi' && payee === 'Cửa hàng thử' && terms !== null,
    ),
  ).toBe(true)
  await expect(superuser.pool.query(`update consignment_terms set commission_percent = 1 where id = '${latest!.id}'`)).rejects.toThrow(
    'never changed',
  )
})

test('two counters sell the last jar once, and one form sent twice is one sale', async () => {
  const one = await aConsignment(as, { jars: 1 })
  const sales = await Promise.all(Array.from({ length: 4 }, () => sellAtCounter(as(one.keeper), aSale(one))))
  expect(sales.filter(({ ok }) => ok)).toHaveLength(1)
  const lost = sales.flatMap((sale) => (sale.ok ? [] : [sale.refusal.code]))
  expect(new Set(lost)).toEqual(new Set(['not-enough']))
  const two = await aConsignment(as, { jars: 5 })
  const form = aSale(two, 2)
  const twice = await Promise.all([sellAtCounter(as(two.keeper), form), sellAtCounter(as(two.keeper), form)])
  expect(mustBe(twice[0]!).entryId).toBe(mustBe(twice[1]!).entryId)
  expect(await sellAtCounter(as(two.keeper), { ...form, quantity: 1 })).toMatchObject({ refusal: { code: 'request-key-reused' } })
  await booksAgree()
})

test('a sale typed by mistake is taken back with its money, once, and not after it was settled', async () => {
  const one = await aConsignment(as, { jars: 4 })
  const keeper = as(one.keeper)
  const sale = mustBe(await sellAtCounter(keeper, aSale(one, 2)))
  mustBe(await cancelSale(keeper, sale))
  mustBe(await cancelSale(keeper, sale))
  const again = mustBe(await sellAtCounter(keeper, aSale(one, 1)))
  const { statementId } = mustBe(await settleConsignment(keeper, aCount(one, 3)))
  expect((await findStatement(keeper, statementId)).statement.dueVnd).toBe(85_000 - 10_625)
  expect(await cancelSale(keeper, again)).toMatchObject({ refusal: { code: 'settled-before' } })
  await booksAgree()
})

test('goods on the road are nobody’s to sell; a difference is minuted, and what never left is back where it was', async () => {
  const one = await aConsignment(as, { jars: 0 })
  const [keeper, owner] = [as(one.keeper), as(one.owner)]
  const noteId = await sendJars(owner, one, 6)
  expect(await sellAtCounter(keeper, aSale(one))).toMatchObject({ refusal: { code: 'not-enough' } })
  const came = { noteId, minute: '', lines: [{ line: 1, received: 4, broken: 1 }] }
  expect(await receiveGoods(owner, came)).toMatchObject({ refusal: { code: 'other-side-receives' } })
  expect(await receiveGoods(keeper, came)).toMatchObject({ refusal: { code: 'minute-missing' } })
  expect(await receiveGoods(keeper, { ...came, lines: [{ line: 1, received: 7, broken: 0 }] })).toMatchObject({
    refusal: { code: 'more-than-sent' },
  })
  mustBe(await receiveGoods(keeper, { ...came, minute: 'Vỡ một hũ, thiếu một hũ' }))
  expect(await receiveGoods(keeper, { ...came, minute: 'Lại' })).toMatchObject({ refusal: { code: 'note-received' } })
  const at = await db.selectFrom('stock_balance').select(['place_id', 'on_hand']).where('lot_id', '=', one.lotId).execute()
  expect(at.find(({ place_id: place }) => place === one.placeId)?.on_hand).toBe(16)
  expect((await findConsignment(keeper, one.consignmentId)).shelf).toMatchObject([{ onShelf: 4 }])
  const note = await findNote(owner, noteId)
  expect(note.note).toMatchObject({ letter: 'B', formSymbol: '6K26BAB', number: 1, minute: 'Vỡ một hũ, thiếu một hũ' })
  await booksAgree()
})

test('goods go back by a note of the point, and the shelf is then without them', async () => {
  const one = await aConsignment(as, { jars: 5 })
  const [keeper, owner] = [as(one.keeper), as(one.owner)]
  const form = { carrier: 'Anh Ba', vehicle: 'Xe máy', reason: 'Trả hàng', consignmentId: one.consignmentId, requestKey: newId('key') }
  const { noteId } = mustBe(await sendGoodsBack(keeper, { ...form, lines: [{ lotId: one.lotId, packId: one.packId, quantity: 5 }] }))
  expect(await settleConsignment(keeper, { ...aCount(one, 0), counts: [] })).toMatchObject({ refusal: { code: 'note-open' } })
  expect(await receiveGoods(keeper, { noteId, minute: '', lines: [] })).toMatchObject({ refusal: { code: 'other-side-receives' } })
  await receiveAll(owner, noteId)
  expect(await endConsignment(owner, one)).toMatchObject({ refusal: { code: 'not-settled' } })
  const settled = mustBe(await settleConsignment(keeper, { ...aCount(one, 0), counts: [] }))
  for (const side of [keeper, owner]) mustBe(await signStatementOf(side, settled))
  mustBe(await endConsignment(owner, one))
  expect(await sellAtCounter(keeper, aSale(one))).toMatchObject({ refusal: { code: 'consignment-closed' } })
  await booksAgree()
})

test('expired and recalled lots are flagged at the counter and cannot be sold; the owner bears what expired', async () => {
  const one = await aConsignment(as, { jars: 5 })
  const later = asAt(one.keeper, '2027-07-01T10:00:00+07:00')
  expect((await counterOf(later, one.pointId, '')).goods).toMatchObject([{ warning: 'expired', maySell: false }])
  expect(await sellAtCounter(later, aSale(one))).toMatchObject({ refusal: { code: 'lot-not-sellable' } })
  expect(await loseAtCounter(as(one.keeper), { ...aSale(one), cause: 'expired', note: 'Cũ' })).toMatchObject({
    refusal: { code: 'not-expired' },
  })
  mustBe(await loseAtCounter(later, { ...aSale(one, 2), cause: 'expired', note: 'Quá hạn' }))
  expect((await entriesOf(one.consignmentId)).at(-1)).toMatchObject({ borne_by: 'owner', due_vnd: 0 })
  mustBe(await recallLot(as(one.owner), { lotId: one.lotId, reason: 'Nắp phồng', requestKey: newId('key') } as never))
  expect((await counterOf(as(one.keeper), one.pointId, '')).goods).toMatchObject([{ warning: 'recalled', maySell: false }])
  expect(await sellAtCounter(as(one.keeper), aSale(one))).toMatchObject({ refusal: { code: 'lot-not-sellable', status: 'recalled' } })
  expect(await shelfOfPoint(as(visitor), one.pointId)).toEqual([])
  await booksAgree()
})

test('nobody but the two sides finds a consignment, and the maker does not empty the shelf by hand', async () => {
  const one = await aConsignment(as, { jars: 2 })
  const stranger = await aKeeper(as)
  for (const actor of [stranger, someoneWith('producer'), someoneWith('trade-department')]) {
    await expect(findConsignment(as(actor), one.consignmentId)).rejects.toThrow('No such consignment')
    await expect(counterOf(as(actor), one.pointId, '')).rejects.toThrow()
  }
  const { shelf_id: shelfId } = await db
    .selectFrom('consignment')
    .select('shelf_id')
    .where('id', '=', one.consignmentId)
    .executeTakeFirstOrThrow()
  const goods = { lotId: one.lotId, packId: one.packId, quantity: 1, requestKey: newId('key') }
  await expect(moveGoods(as(one.owner), { ...goods, fromId: shelfId, toId: one.placeId })).rejects.toThrow('No such place')
  await expect(takeOut(as(one.owner), 'damaged', { ...goods, placeId: shelfId, note: 'x' })).rejects.toThrow('No such place')
  expect(
    await sendGoods(as(one.owner), {
      consignmentId: one.consignmentId,
      carrier: 'A B',
      vehicle: 'xe',
      reason: 'Gửi',
      vatName: 'KCT',
      lines: [],
      requestKey: newId('key'),
    }),
  ).toMatchObject({ refusal: { code: 'nothing-chosen' } })
})

test('a count that finds more than the book, or less without a reason, writes nothing; a withdrawn statement is counted again', async () => {
  const one = await aConsignment(as, { jars: 3 })
  const keeper = as(one.keeper)
  expect(await settleConsignment(keeper, aCount(one, 4))).toMatchObject({ refusal: { code: 'more-than-book', expected: 3 } })
  expect(await settleConsignment(keeper, aCount(one, 2))).toMatchObject({ refusal: { code: 'note-missing' } })
  expect(await settleConsignment(keeper, { ...aCount(one, 2), counts: [] })).toMatchObject({ refusal: { code: 'count-missing' } })
  const first = mustBe(await settleConsignment(keeper, aCount(one, 3)))
  expect(await settleConsignment(keeper, aCount(one, 3))).toMatchObject({ refusal: { code: 'statement-open' } })
  mustBe(await withdrawStatement(as(one.owner), { ...first, reason: 'Đếm lại' }))
  const second = mustBe(await settleConsignment(keeper, aCount(one, 3)))
  expect((await findStatement(keeper, second.statementId)).statement).toMatchObject({ number: 2, fromSeq: 0 })
  await booksAgree()
})

test('the note, the minutes and the list of sales by rate of tax are drawn of the same rows', async () => {
  const one = await aConsignment(as, { jars: 3 })
  const keeper = as(one.keeper)
  mustBe(await sellAtCounter(keeper, aSale(one, 2)))
  const { id: noteId } = await db
    .selectFrom('consignment_note')
    .select('id')
    .where('consignment_id', '=', one.consignmentId)
    .executeTakeFirstOrThrow()
  const { statementId } = mustBe(await settleConsignment(keeper, aCount(one, 1)))
  const note = mustBe(await notePaper(as(one.owner), { noteId, file: 'phieu-xuat-kho.pdf' }))
  expect(Buffer.from(note.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  expect(note.name).toBe('phieu-xuat-kho-6K26BAB-1.pdf')
  expect(mustBe(await statementPaper(keeper, { statementId, file: 'bien-ban-doi-chieu.pdf' })).mediaType).toBe('application/pdf')
  const { readXlsx } = await import('hucre/xlsx')
  const book = await readXlsx(mustBe(await salesFile(as(one.owner), statementId)))
  expect(book.sheets[0]!.name).toBe('Thuế suất KCT')
  expect(JSON.stringify(book.sheets[0]!.rows)).toContain('170000')
})

test('a point is public once a decision recognised it after a visit by the criteria of the day, and says so when it is withdrawn', async () => {
  const keeper = await aKeeper(as)
  const office = as(aReader)
  const { pointId } = mustBe(
    await registerPoint(
      office,
      aPointForm(keeper.organisationId, { name: 'Điểm bán Hồ Ao', phone: '0900 000 002', phoneAgreedOn: '2026-11-20' }),
    ),
  )
  const decision = { pointId, number: '9/QĐ', on: '2026-11-23', supportVnd: 80_000_000, supportNumber: '10/QĐ' }
  expect(await recognisePoint(office, decision)).toMatchObject({ refusal: { code: 'inspection-missing' } })
  mustBe(await inspectPoint(office, aVisit(pointId, { met: ['dia-diem'] })))
  expect(await recognisePoint(office, decision)).toMatchObject({ refusal: { code: 'inspection-failed', unmet: 9 } })
  expect(await inspectPoint(office, aVisit(pointId, { version: 'Bộ khác' }))).toMatchObject({ refusal: { code: 'criteria-changed' } })
  mustBe(await inspectPoint(office, aVisit(pointId)))
  const anybody = as(visitor)
  await expect(findPublicPoint(anybody, 'diem-ban-ho-ao')).rejects.toThrow('No such point of sale')
  mustBe(await recognisePoint(office, decision))
  expect((await findPublicPoint(anybody, 'diem-ban-ho-ao')).point).toMatchObject({
    phone: '0900000002',
    openingHours: ['Mo-Sa 07:00-19:00', 'Su 07:00-11:00'],
  })
  const feed = await pointsGeoJson(anybody, { pageOf: (slug) => `https://x.vn/diem-ban/${slug}` })
  const mine = feed.features.find(({ properties }) => properties.name === 'Điểm bán Hồ Ao')
  expect(mine).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [106.3453, 9.9347] },
    properties: { phone: '0900000002' },
  })
  // Whoever did not agree is not in it.
  const silent = await aPoint(as, keeper)
  const other = (await listPublicPoints(anybody)).points.find(({ id }) => id === silent)!
  expect(other.phone).toBeNull()
  mustBe(await withdrawPoint(office, { pointId, number: '11/QĐ', on: '2026-11-23', reason: 'Đóng cửa' }))
  expect((await findPublicPoint(anybody, 'diem-ban-ho-ao')).point.isWithdrawn).toBe(true)
  expect((await listPublicPoints(anybody)).points.some(({ id }) => id === pointId)).toBe(false)
  await expect(superuser.pool.query(`delete from point_inspection where point_id = '${pointId}'`)).rejects.toThrow()
})
