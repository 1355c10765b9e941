import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { buffer } from 'node:stream/consumers'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { openList } from '../../open-list.ts'
import { aPaper, aProducer, aRelation, aSessionForm, aShop, aStep, aTradeOffice, anAskForm, anEnquiry, anOfferForm, anOfficer, buyerDay, mustBe, withLaw } from './fixtures.ts' // prettier-ignore
import * as buyers from './index.ts'
import { compareStages } from './integrity-checks.ts'
import { buyerContacts, buyerReminders } from './messages.ts'
import { endBuyersRetention } from './retention.ts'

const { db, as: asAt, files } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, buyerDay)
const [office, anybody] = [as(anOfficer), as(visitor)]
const [canTho, others] = [aTradeOffice('org_can_tho'), aTradeOffice('org_da_nang')]
let shop: Awaited<ReturnType<typeof aShop>>
let rival: Awaited<ReturnType<typeof aProducer>>

beforeAll(async () => {
  await withLaw(as)
  shop = await aShop(as, { stock: 20, priceVnd: 85_000 })
  rival = await aProducer(as, { name: 'HTX Vinh Kim' })
  for (const id of ['org_can_tho', 'org_da_nang', 'org_trade'] as const)
    await db.insertInto('organisation').values({ id, code: id, kind: 'partner', name: id, created_at: new Date(buyerDay) }).onConflict((conflict) => conflict.doNothing()).execute() // prettier-ignore
}, 120_000)

const seller = () => as(shop.person)
const relationOf = (given: Parameters<typeof anAskForm>[0] = {}) => aRelation(as, anybody, shop.producerId, given)
const proofOf = (given: Record<string, unknown> = {}) => ({ stage: 'mou', buyerParty: 'Cửa hàng Quà quê', producerParty: 'HTX', ...given })

describe('an enquiry', () => {
  test('comes without an account, once for one form, and the telephone lies locked', async () => {
    const form = anAskForm({ contactPhone: '0987 000 111' })
    const where = { language: 'km', address: '192.0.2.1' } as const
    const first = mustBe(await buyers.askForGoods(anybody, form, where))
    expect(mustBe(await buyers.askForGoods(anybody, form, where))).toEqual(first)
    expect(first.code).toMatch(/^KN-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const row = await db.selectFrom('buyer_enquiry').selectAll().where('id', '=', first.enquiryId).executeTakeFirstOrThrow()
    expect(row.contact_phone).toMatch(/^locked:/)
    expect(row.answer_by).toBe('2026-11-27')
    expect(await buyerContacts.beq(db, first.enquiryId)).toMatchObject({ phone: '0987000111', language: 'km' })
    const followed = await buyers.followEnquiry(anybody, first.code.toLowerCase())
    expect(followed).toMatchObject({ isOpen: true, relations: [] })
    expect(JSON.stringify(followed)).not.toContain('987000111')
  })

  test('needs a way to be answered and the consent that producers may use it, and a flood from one address is stopped', async () => {
    expect(() => anAskForm({ consent: undefined })).toThrow('Đánh dấu đồng ý')
    const where = { language: 'vi', address: '192.0.2.99' } as const
    expect(await buyers.askForGoods(anybody, anAskForm({ contactPhone: '' }), where)).toMatchObject({
      refusal: { code: 'contact-missing' },
    })
    expect(await buyers.askForGoods(anybody, anAskForm({ product: 'khong-co' }), where)).toMatchObject({
      refusal: { code: 'product-unknown' },
    })
    for (let n = 0; n < 5; n += 1) mustBe(await buyers.askForGoods(anybody, anAskForm(), where))
    expect(await buyers.askForGoods(anybody, anAskForm(), where)).toMatchObject({ refusal: { code: 'too-many-requests' } })
  })

  test('is led to producers whose certified goods are called so, each of them once', async () => {
    const { enquiryId } = await anEnquiry(anybody, { goods: 'mut dua sap' })
    expect((await buyers.findEnquiry(office, enquiryId)).candidates.map(({ id }) => id)).toContain(shop.producerId)
    const form = { enquiryId, producerId: [shop.producerId, rival.producerId], fairId: null }
    expect(mustBe(await buyers.introduceProducers(office, form)).introduced).toHaveLength(2)
    expect(mustBe(await buyers.introduceProducers(office, form)).introduced).toHaveLength(0)
    expect((await buyers.findEnquiry(office, enquiryId)).relations).toHaveLength(2)
  })

  test('that is closed and old says no more whom to call, and what became of it stays', async () => {
    const { enquiryId, relationId } = await relationOf()
    mustBe(await buyers.closeEnquiry(office, { enquiryId, reason: 'Đã mua nơi khác' }))
    const later = new Date('2036-11-23T10:00:00+07:00')
    await db.transaction().execute((tx) => endBuyersRetention(tx, later))
    expect(await buyerContacts.beq(db, enquiryId)).toBeNull()
    expect((await buyers.findRelation(seller(), relationId)).enquiry).toMatchObject({ contactName: null, contactPhone: null })
  })
})

describe('a producer who was named', () => {
  test('sees whom to call, offers a pack at the price of its list, and nobody else may', async () => {
    const { relationId, code } = await relationOf()
    const view = await buyers.findRelation(seller(), relationId)
    expect(view).toMatchObject({ side: 'producer', enquiry: { contactPhone: '0912345678' } })
    const [pack] = view.packs
    const form = anOfferForm(relationId, { packId: pack!.packId, priceVnd: '', goods: '', unit: '' })
    mustBe(await buyers.offerGoods(seller(), form))
    mustBe(await buyers.offerGoods(seller(), form))
    expect((await buyers.followEnquiry(anybody, code)).relations[0]!.offer).toMatchObject({
      priceVnd: 85_000,
      leastNumber: 50,
      givesSample: true,
    })
    expect((await buyers.findRelation(seller(), relationId)).offers).toHaveLength(1)
    await expect(buyers.offerGoods(as(rival.person), anOfferForm(relationId))).rejects.toThrow('No such')
    await expect(buyers.findRelation(as(rival.person), relationId)).rejects.toThrow('No such')
    await expect(buyers.offerGoods(office, anOfferForm(relationId))).rejects.toThrow()
  })

  test('shares its papers in one file, which opens with the code until its day, and each time is counted', async () => {
    const { relationId, code } = await relationOf()
    mustBe(await buyers.sharePapers(seller(), { relationId }))
    const [papers] = (await buyers.followEnquiry(anybody, code)).relations[0]!.papers
    expect(papers!.endsOn).toBe('2026-12-23')
    const opened = await buyers.openBuyerPapers(anybody, code, papers!.id)
    expect(Object.keys(unzipSync(new Uint8Array(await buffer(opened.stream))))).toContain('bang-gia.pdf')
    await buyers.openBuyerPapers(anybody, code, papers!.id)
    await buyers.openBuyerPapers(seller(), code, papers!.id)
    expect((await buyers.findRelation(seller(), relationId)).papers[0]).toMatchObject({ downloads: 2 })
    const other = await anEnquiry(anybody)
    await expect(buyers.openBuyerPapers(anybody, other.code, papers!.id)).rejects.toThrow('No such papers')
    const late = asAt(visitor, '2026-12-24T08:00:00+07:00')
    await expect(buyers.openBuyerPapers(late, code, papers!.id)).rejects.toThrow('closed')
    const none = await aRelation(as, anybody, rival.producerId)
    expect(await buyers.sharePapers(as(rival.person), none)).toMatchObject({ refusal: { code: 'nothing-to-share' } })
  })
})

describe('the ledger of a relation', () => {
  test('refuses a memorandum without its paper, keeps the one with it, and one side alone is said to be one side', async () => {
    const { relationId, code } = await relationOf()
    expect(await buyers.advanceRelation(seller(), aStep(relationId, proofOf()), null)).toMatchObject({ refusal: { code: 'proof-missing' } })
    const step = aStep(relationId, proofOf())
    mustBe(await buyers.advanceRelation(seller(), step, aPaper))
    mustBe(await buyers.advanceRelation(seller(), step, aPaper))
    const { lines } = await buyers.findRelation(office, relationId)
    expect(lines.map(({ stage, known }) => [stage, known])).toEqual([
      ['introduced', 'self-declared'],
      ['mou', 'self-declared'],
    ])
    expect((await buffer((await buyers.openStepProof(office, relationId, 2)).stream)).toString()).toContain('%PDF')
    await expect(buyers.openStepProof(as(rival.person), relationId, 2)).rejects.toThrow('No such')
    expect(await buyers.confirmStep(seller(), { relationId, seq: 2 })).toMatchObject({ refusal: { code: 'own-step' } })
    mustBe(await buyers.confirmByCode(anybody, code, { relationId, seq: 2 }, '192.0.2.5'))
    expect((await buyers.findRelation(office, relationId)).lines[1]).toMatchObject({ known: 'confirmed' })
    const other = await anEnquiry(anybody)
    await expect(buyers.confirmByCode(anybody, other.code, { relationId, seq: 2 }, '192.0.2.5')).rejects.toThrow('No such')
  })

  test('is taken back by one more line and by nothing else, and the database itself lets nobody change one', async () => {
    const { relationId } = await relationOf()
    mustBe(await buyers.advanceRelation(seller(), aStep(relationId, { stage: 'ended', reason: 'price' }), null))
    expect(await buyers.advanceRelation(seller(), aStep(relationId, { stage: 'sample' }), null)).toMatchObject({
      refusal: { code: 'relation-ended' },
    })
    mustBe(await buyers.correctStep(seller(), { relationId, seq: 2, words: 'Ghi nhầm', requestKey: newId('key') }))
    const view = await buyers.findRelation(seller(), relationId)
    expect(view.relation.stage).toBe('introduced')
    expect(view.lines.map(({ isTakenBack }) => isTakenBack)).toEqual([false, true, false])
    mustBe(await buyers.advanceRelation(office, aStep(relationId, { stage: 'sample' }), null))
    expect(await buyers.correctStep(seller(), { relationId, seq: 4, words: 'Không phải', requestKey: newId('key') })).toMatchObject({ refusal: { code: 'step-of-other-side' } }) // prettier-ignore
    await expect(db.updateTable('buyer_step').set({ words: 'khác' }).where('relation_id', '=', relationId).execute()).rejects.toThrow()
    expect((await compareStages(db)).faults).toEqual([])
  })

  test('fills a funnel that goes down to the deliveries, by aisle and year, with the words of one side apart', async () => {
    const { relationId } = await relationOf({ aisle: 'craft' })
    for (const given of [
      { stage: 'quote' },
      { stage: 'contract', untilOn: '2027-11-23', leastVnd: '100.000.000' },
      { stage: 'first-delivery', leastVnd: '4.250.000' },
    ])
      // prettier-ignore
      mustBe(await buyers.advanceRelation(seller(), aStep(relationId, given), null))
    const asked = { year: 2026, sessionId: null, fairId: null, aisle: 'craft' } as const
    expect(await buyers.findFunnel(office, asked)).toMatchObject({
      enquiries: 1,
      relations: 1,
      shareDelivered: 100,
      signatures: { mou: 0, contract: 1 },
      deliveries: { number: 1, sumVnd: 4_250_000, confirmedVnd: 0 },
    })
    expect(await buyers.findFunnel(office, { ...asked, year: 2025 })).toMatchObject({ relations: 0, enquiries: 0 })
    await expect(buyers.findFunnel(seller(), asked)).rejects.toThrow()
  })
})

describe('a trade office of another province', () => {
  test('sees its own enquiries, relations and sessions, and those of nobody else', async () => {
    const { relationId, enquiryId } = await aRelation(as, as(canTho), shop.producerId)
    expect((await buyers.findEnquiry(as(canTho), enquiryId)).candidates).toEqual([])
    expect((await buyers.findRelation(as(canTho), relationId)).side).toBe('buyer')
    await expect(buyers.findEnquiry(as(others), enquiryId)).rejects.toThrow('No such')
    await expect(buyers.findRelation(as(others), relationId)).rejects.toThrow('No such')
    await expect(buyers.closeEnquiry(as(others), { enquiryId, reason: 'Không phải của tôi' })).rejects.toThrow('No such')
    await expect(buyers.introduceProducers(as(canTho), { enquiryId, producerId: [rival.producerId], fairId: null })).rejects.toThrow()
    mustBe(await buyers.advanceRelation(as(canTho), aStep(relationId, { stage: 'sample' }), null))
    mustBe(await buyers.confirmStep(seller(), { relationId, seq: 2 }))
    const rows = async (actor: Actor) => (await openList(as(actor), buyers.relationList, new URLSearchParams())).rows.map(({ id }) => id)
    expect(await rows(canTho)).toEqual([relationId])
    expect(await rows(others)).toEqual([])
    const enquiries = async (actor: Actor) => (await openList(as(actor), buyers.enquiryList, new URLSearchParams())).rows.length
    expect(await enquiries(canTho)).toBe(1)
    expect(await enquiries(others)).toBe(0)
    await expect(buyers.findFunnel(as(canTho), { year: null, sessionId: null, fairId: null, aisle: null })).rejects.toThrow()
  })
})

describe('a session', () => {
  test('seats whoever wished first, is moved by hand without anybody sitting twice, and who met is introduced', async () => {
    const session = mustBe(await buyers.planSession(office, aSessionForm({ rounds: '2', tables: '1' })))
    const { sessionId } = session
    const [one, two] = [await anEnquiry(anybody), await anEnquiry(as(canTho))]
    const wish = (code: string, producerId: `pro_${string}`, isWish: boolean) => buyers.wishMeeting(office, { sessionId, code, producerId: [producerId], isWish }) // prettier-ignore
    mustBe(await wish(one.code, shop.producerId, false))
    mustBe(await wish(one.code, rival.producerId, false))
    mustBe(await wish(two.code, shop.producerId, true))
    expect(await wish('KN-00000-00000', shop.producerId, true)).toMatchObject({ refusal: { code: 'enquiry-unknown' } })
    expect(mustBe(await buyers.allotSession(office, { sessionId }))).toEqual({ unplaced: 1 })
    const { placed, unplaced } = await buyers.findSession(office, sessionId)
    expect(placed.map(({ enquiryId, round, time }) => [enquiryId, round, time])).toEqual([
      [two.enquiryId, 1, '08:30'],
      [one.enquiryId, 2, '08:50'],
    ])
    expect(unplaced).toHaveLength(1)
    const pair = { sessionId, enquiryId: one.enquiryId, producerId: shop.producerId }
    expect(await buyers.moveSlot(office, { ...pair, round: 1, table: 1 })).toMatchObject({ refusal: { code: 'table-taken' } })
    // The trade office sees its own meeting of the two, a producer its own; a stranger no session.
    expect((await buyers.findSession(as(canTho), sessionId)).placed).toHaveLength(1)
    expect((await buyers.findSession(seller(), sessionId)).placed).toHaveLength(2)
    await expect(buyers.findSession(as(others), sessionId)).rejects.toThrow('No such session')
    await expect(buyers.printSession(as(canTho), sessionId)).rejects.toThrow()
    expect(new TextDecoder().decode(mustBe(await buyers.printSession(office, sessionId)).slice(0, 5))).toBe('%PDF-')
    mustBe(await buyers.noteSlot(office, { ...pair, outcome: 'buyer-absent', words: '' }))
    mustBe(
      await buyers.noteSlot(office, { sessionId, enquiryId: two.enquiryId, producerId: shop.producerId, outcome: 'met', words: 'Xin mẫu' }),
    )
    expect((await buyers.findEnquiry(office, one.enquiryId)).relations).toHaveLength(0)
    expect((await buyers.findEnquiry(office, two.enquiryId)).relations).toHaveLength(1)
    expect(await buyers.findFunnel(office, { year: null, sessionId, fairId: null, aisle: null })).toMatchObject({ relations: 1 })
    mustBe(await buyers.finishSession(office, { sessionId }))
    expect(await buyers.allotSession(office, { sessionId })).toMatchObject({ refusal: { code: 'session-closed' } })
  })

  test('is reminded of the day before, an enquiry once its days are over, a relation once it stands still', async () => {
    const due = async (name: string, at: string) =>
      (await buyerReminders.find((one) => one.name === name)!.due({ db, now: new Date(at) })).map(({ fact }) => fact)
    const { sessionId } = mustBe(await buyers.planSession(office, aSessionForm({ heldOn: '2026-12-10' })))
    const { enquiryId, code } = await anEnquiry(anybody)
    mustBe(await buyers.wishMeeting(office, { sessionId, code, producerId: [shop.producerId], isWish: true }))
    mustBe(await buyers.allotSession(office, { sessionId }))
    expect(await due('buyers.slot-tomorrow', '2026-12-08T09:00:00+07:00')).toEqual([])
    expect((await due('buyers.slot-tomorrow', '2026-12-09T09:00:00+07:00')).filter((fact) => fact.startsWith(sessionId))).toHaveLength(2)
    expect(await due('buyers.unanswered', '2026-11-26T09:00:00+07:00')).not.toContain(enquiryId)
    expect(await due('buyers.unanswered', '2026-11-27T09:00:00+07:00')).toContain(enquiryId)
    const { relationId } = await relationOf()
    const still = (at: string) => due('buyers.standing-still', at).then((facts) => facts.some((fact) => fact.startsWith(relationId)))
    expect(await still('2026-12-02T09:00:00+07:00')).toBe(false)
    expect(await still('2026-12-03T09:00:00+07:00')).toBe(true)
  })
})

test('a buyer without an account can be written to: its id stands among those that a message goes to', async () => {
  const { rows } = await sql<{
    rule: string
  }>`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'message_recipient_check'`.execute(db)
  expect(rows[0]!.rule).toContain('beq')
})

test('a file that is kept for a buyer is a file of the installation like every other', async () => {
  const hashes = await db.selectFrom('buyer_papers').select('pack_file_hash as hash').execute()
  expect(hashes.length).toBeGreaterThan(0)
  for (const { hash } of hashes) expect(await files.open(hash)).not.toBeNull()
})
