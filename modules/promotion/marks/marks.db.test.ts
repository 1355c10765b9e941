import { Forbidden, NotFound } from '@dacsan/decisions'
import { pagesOfPdf, qrsOfPdf } from '../../../packages/papers/test-reading.ts'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { describe, expect, test } from 'vitest'
import '../topics.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { addMembership, createOrganisation, createPerson, system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { shopWorld, worldDay } from '../../shop/test-world.ts'
import { aNewsPerson } from '../news/fixtures.ts'
import { aGrantedMark, aMarkForm, aPaper, aUse, aUseForm } from './fixtures.ts'
import * as marks from './index.ts'
import { reportMisuseInput } from './inputs.ts'
import { markReminders } from './messages.ts'
import type { MarkUseId } from './rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const office = (moment = worldDay) => asAt(aNewsPerson('provincial-officer', 'sổ'), moment)
const anybody = (moment = worldDay) => asAt(visitor, moment)
const { id: ownerId } = await db.selectFrom('organisation').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
const { slug: product, id: productId } = await db
  .selectFrom('product')
  .select(['slug', 'id'])
  .where('id', '=', world.productId)
  .executeTakeFirstOrThrow()
const markId = await aGrantedMark(office(), ownerId)
const { mark } = await marks.findMark(office(), markId)
const code = await aUse(office(), markId, `https://dacsan.example/san-pham/${product}?x#y`)

describe('the register of marks', () => {
  test('says to everybody whose a mark is, until when it is protected, and who may use it', async () => {
    const shown = await marks.findPublicMark(anybody(), mark.slug)
    expect(shown.mark).toMatchObject({ name: 'Dừa sáp Trà Vinh', number: '4-0390000', kind: 'certification' })
    expect(shown.protection).toMatchObject({ state: 'holds', until: '2030-03-02' })
    expect(shown.steps.map(({ step }) => step)).toEqual(['filed', 'accepted', 'published', 'granted'])
    expect(shown.uses).toMatchObject([{ productSlug: product, verdict: { may: true, until: '2027-12-31' } }])
    expect((await marks.listMarks(anybody())).map(({ slug }) => slug)).toContain(mark.slug)
  })

  test('takes the same form twice as one mark, and gives two marks of one name two addresses', async () => {
    const form = aMarkForm(ownerId, { name: 'Phản ánh', kind: 'collective' })
    const first = mustBe(await marks.registerMark(office(), form))
    expect(mustBe(await marks.registerMark(office(), form))).toEqual(first)
    // An address that a page of the site has is given to no mark.
    expect((await marks.findMark(office(), first.markId)).mark.slug).toBe('phan-anh-2')
  })

  test('lets nobody skip a step, and nobody change one', async () => {
    const { markId: other } = mustBe(await marks.registerMark(office(), aMarkForm(ownerId, { name: 'Tôm khô Vinh Kim' })))
    const asked = await marks.recordMarkStep(office(), { markId: other, step: 'granted', on: '2021-01-01', number: null, note: null })
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'step-not-next' } })
    await expect(db.updateTable('mark_step').set({ on_date: '2020-01-01' }).where('mark_id', '=', markId).execute()).rejects.toThrow(
      /permission denied/,
    )
  })

  test('admits nobody to a certification mark without a regulation, and nobody by hand to the OCOP mark', async () => {
    const { markId: bare } = mustBe(await marks.registerMark(office(), aMarkForm(ownerId, { name: 'Chưa có quy chế' })))
    expect(await marks.admitUse(office(), aUseForm(bare, product))).toMatchObject({ ok: false, refusal: { code: 'regulation-missing' } })
    const { markId: ocop } = mustBe(
      await marks.registerMark(office(), aMarkForm(ownerId, { name: 'OCOP', kind: 'ocop', number: '1162/QĐ' })),
    )
    expect(await marks.admitUse(office(), aUseForm(ocop, product))).toMatchObject({ ok: false, refusal: { code: 'ocop-by-certificate' } })
    expect((await marks.findMark(office(), ocop)).protection).toMatchObject({ state: 'holds', until: null })
  })

  test('shows its papers to everybody, and none of another mark', async () => {
    const [paper] = (await marks.findPublicMark(anybody(), mark.slug)).papers
    expect(await marks.openMarkPaper(anybody(), mark.slug, paper!.hash)).toMatchObject({
      mediaType: 'application/pdf',
      name: 'quy-che.pdf',
    })
    await expect(marks.openMarkPaper(anybody(), 'phan-anh-2', paper!.hash)).rejects.toThrow(NotFound)
    const again = { markId, kind: 'extract', datedOn: '2026-01-01', number: '1' } as const
    expect(await marks.keepMarkPaper(office(), again, aPaper(markId))).toMatchObject({ ok: false, refusal: { code: 'paper-twice' } })
  })
})

describe('the card of a use', () => {
  test('carries a code that another reader reads back, and that leads to the answer of the day', async () => {
    const [use] = (await marks.findMark(office(), markId)).uses
    const pdf = mustBe(
      await marks.printUseCard(
        office(),
        { markId, useId: use!.id as MarkUseId },
        (slug, its) => `https://dacsan.example/nhan-hieu/${slug}/${its}`,
      ),
    )
    const [read] = await qrsOfPdf(pdf)
    expect(read).toBe(`https://dacsan.example/nhan-hieu/${mark.slug}/${code}`)
    expect((await pagesOfPdf(pdf))[0]).toContain('Dừa sáp Trà Vinh')
    const [, , , , slug, scanned] = read!.split('/')
    expect((await marks.checkUse(anybody(), slug!, scanned!)).use?.verdict).toEqual({ may: true, until: '2027-12-31' })
    expect((await marks.checkUse(anybody('2028-01-01T08:00:00+07:00'), slug!, scanned!)).use?.verdict).toMatchObject({
      may: false,
      reason: 'use-over',
    })
  })

  test('is not known under a code that was made up, nor under another mark', async () => {
    expect((await marks.checkUse(anybody(), mark.slug, 'KHONGCO')).use).toBeNull()
    expect((await marks.checkUse(anybody(), 'phan-anh-2', code)).use).toBeNull()
  })

  test('is admitted once as long as it runs, and once it is ended, it says so for good', async () => {
    expect(await marks.admitUse(office(), aUseForm(markId, product))).toMatchObject({ ok: false, refusal: { code: 'already-admitted' } })
    const other = await aGrantedMark(office(), ownerId, { name: 'Nhãn hiệu khác' })
    const its = await aUse(office(), other, product)
    expect((await marks.marksOfProduct(anybody(), productId)).map((one) => one.code).toSorted()).toEqual([code, its].toSorted())
    const [use] = (await marks.findMark(office(), other)).uses
    const ending = { markId: other, useId: use!.id as MarkUseId, reason: 'Vi phạm quy chế sử dụng' }
    mustBe(await marks.endUse(office(), ending))
    expect(await marks.endUse(office(), ending)).toMatchObject({ ok: false, refusal: { code: 'use-ended-before' } })
    expect((await marks.marksOfProduct(anybody(), productId)).map((one) => one.code)).toEqual([code])
    await expect(db.updateTable('mark_use').set({ until_on: '2099-01-01' }).where('code', '=', code).execute()).rejects.toThrow()
    await expect(db.deleteFrom('mark_use').where('code', '=', code).execute()).rejects.toThrow()
  })
})

test('a mark is reminded of six months before its term, once for each term, until it is renewed', async () => {
  const due = (moment: string) => markReminders[0]!.due({ db, now: new Date(moment) })
  expect(await due('2029-09-01T08:00:00+07:00')).toEqual([])
  const said = await due('2029-09-02T08:00:00+07:00')
  expect(said.map(({ fact }) => fact)).toContain(`${markId}:2030-03-02`)
  expect(said[0]!.values).toMatchObject({ until: '02/03/2030' })
  mustBe(
    await marks.recordMarkStep(office('2029-10-01T08:00:00+07:00'), {
      markId,
      step: 'renewed',
      on: '2029-09-30',
      number: null,
      note: null,
    }),
  )
  expect((await due('2029-10-02T08:00:00+07:00')).map(({ object }) => object[1])).not.toContain(markId)
})

test('the owner of a mark is reminded too: whoever heads it, or else who works for it, and nobody of another organisation', async () => {
  const producer = world.people.seller
  const { organisationId } = producer
  const own = await aGrantedMark(office(), organisationId, { name: 'Nhãn của chủ', kind: 'collective' })
  const rule = markReminders.find(({ name }) => name === 'mark.own-term-ends')!
  const told = async () => (await rule.due({ db, now: new Date('2029-09-02T08:00:00+07:00') })).find(({ object }) => object[1] === own)!
  const said = await told()
  expect(said.to).toContain(producer.userId)
  expect(said.path).toMatch(/^\/nhan-hieu\//)
  const others = await db.selectFrom('membership').where('organisation_id', '<>', organisationId).select('user_id').execute()
  expect(said.to!.filter((one) => others.some(({ user_id }) => user_id === one))).toEqual([])
  const ctx = asAt(system('marks'), worldDay)
  const { head, keeper, association } = await inTransaction(ctx, async (tx) => {
    const { id } = await createOrganisation(tx, ctx, { code: 'hoi-dua', name: 'Hội Dừa sáp', kind: 'partner' })
    const person = async (name: string, role: 'organisation-head' | 'point-keeper') => {
      const made = mustBe(await createPerson(tx, ctx, { name, email: `${role}@vi-du.vn`, password: 'mot-mat-khau-du-dai' }))
      await addMembership(tx, ctx, { userId: made.userId, organisationId: id, role })
      return made.userId
    }
    return {
      keeper: await person('Người giữ sổ', 'point-keeper'),
      head: await person('Chủ tịch hội', 'organisation-head'),
      association: id,
    }
  })
  const theirs = await aGrantedMark(office(), association, { name: 'Nhãn của hội', kind: 'collective' })
  const due = await rule.due({ db, now: new Date('2029-09-02T08:00:00+07:00') })
  const toTheirs = due.find(({ object }) => object[1] === theirs)!.to
  expect([toTheirs, toTheirs!.includes(keeper)]).toEqual([[head], false])
})

describe('a misuse', () => {
  const told = (given: Record<string, unknown> = {}) =>
    reportMisuseInput.parse({
      mark: mark.slug,
      words: 'Ông Nguyễn Văn Bịa bán dừa thường dán dấu này.',
      requestKey: newId('mis'),
      ...given,
    })
  const by = (address: string) => ({ photo: null, address })

  test('is reported by anybody, followed by its number, and never tells who was accused', async () => {
    const form = told({ contact: '0900 000 009', contactAgreed: 'yes', place: 'Chợ Trà Vinh' })
    const { caseCode } = mustBe(await marks.reportMisuse(anybody(), form, by('192.0.2.1')))
    expect(mustBe(await marks.reportMisuse(anybody(), form, by('192.0.2.1'))).caseCode).toBe(caseCode)
    const open = await marks.followMisuse(anybody(), caseCode.toLowerCase())
    expect(open).toMatchObject({ status: 'open', dueOn: '2026-12-08', answer: null })
    expect(JSON.stringify(open)).not.toContain('Nguyễn Văn Bịa')
    const { id: misuseId } = await db.selectFrom('mark_misuse').select('id').where('case_code', '=', caseCode).executeTakeFirstOrThrow()
    mustBe(await marks.examineMisuse(office(), { misuseId }))
    mustBe(await marks.noteMisuse(office(), { misuseId, words: 'Đã đến chợ xem.' }))
    expect((await marks.findMisuse(office(), misuseId)).misuse.contact).toBe('0900 000 009')
    mustBe(await marks.answerMisuse(office(), { misuseId, finding: 'misuse', answer: 'Đã yêu cầu gỡ nhãn.' }))
    // How to reach whoever reported it is forgotten with the answer.
    expect((await marks.findMisuse(office(), misuseId)).misuse.contact).toBeNull()
    const closed = await marks.followMisuse(anybody(), caseCode)
    expect(closed).toMatchObject({ status: 'closed', finding: 'misuse', answer: 'Đã yêu cầu gỡ nhãn.' })
    expect(JSON.stringify(closed)).not.toMatch(/Nguyễn Văn Bịa|Đã đến chợ/)
  })

  test('keeps no way to reach anybody who did not agree to it', async () => {
    const asked = await marks.reportMisuse(anybody(), told({ contact: 'a@example.vn' }), by('192.0.2.2'))
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'contact-consent-missing' } })
  })

  test('is taken from one address only so many times an hour', async () => {
    const codes: string[] = []
    for (let count = 0; count < 6; count++) {
      const reported = await marks.reportMisuse(anybody(), told(), by('192.0.2.3'))
      codes.push(reported.ok ? 'ok' : reported.refusal.code)
    }
    expect(codes).toEqual([...Array<string>(5).fill('ok'), 'too-many-reports'])
  })

  test('has a photo that the desk alone opens', async () => {
    const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const { caseCode } = mustBe(
      await marks.reportMisuse(anybody(), told(), { photo: { content: pixel, name: 'a.png' }, address: '192.0.2.4' }),
    )
    const { id } = await db.selectFrom('mark_misuse').select('id').where('case_code', '=', caseCode).executeTakeFirstOrThrow()
    expect((await marks.openMisusePhoto(office(), id)).mediaType).toBe('image/webp')
    await expect(marks.openMisusePhoto(anybody(), id)).rejects.toThrow(Forbidden)
    await expect(marks.openMisusePhoto(asAt(world.people.seller, worldDay), id)).rejects.toThrow(Forbidden)
    await expect(marks.findMisuse(asAt(system('trial'), worldDay), id)).rejects.toThrow(Forbidden)
  })
})
