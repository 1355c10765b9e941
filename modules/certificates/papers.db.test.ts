import type { SessionId } from '../appraisal/rules.ts'
import { readFile } from 'node:fs/promises'
import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { pagesOfPdf, qrsOfPdf, wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { findResultForProducer, listResults, sessionForMinutes, sessionPaper as askForSessionPaper } from '../appraisal/index.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import { producerFile, updateProducer, updateProducerInput } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { findDossier } from '../dossiers/index.ts'
import { visitor } from '../identity/index.ts'
import { aSigning, aWithdrawal } from './fixtures.ts'
import {
  certificatePaper as askForCertificatePaper,
  decisionFile,
  decisionPaper as askForDecisionPaper,
  draftDecision,
  findCertificate,
  findDecision,
  certificatePapersFor,
  papersOfResult,
  recordDecision,
  trustedNow,
} from './index.ts'
import { judgeCredential } from './rules.ts'
import type { DecisionView } from './index.ts'
import { drawnBy } from '../papers/fixtures.ts'
import type { PaperFile } from '../papers/index.ts'

const { as, db } = await testDatabase<Tables>()
const sessionPaper = drawnBy(askForSessionPaper)
const decisionPaper = drawnBy(askForDecisionPaper)
const certificatePaper = drawnBy(askForCertificatePaper)
const later = '2026-12-02T09:00:00+07:00'
const origin = 'https://dacsan.example.vn'
let world: AppraisalWorld
let sessionId: SessionId
let draft: PaperFile
let decision: DecisionView
let names: string[]

const officer = () => as(world.actors.provincialOfficer, later)

beforeAll(async () => {
  world = await appraisalWorld(as)
  const held = await world.mixedSession()
  sessionId = held.sessionId
  names = await Promise.all(held.dossierIds.map(async (id) => (await findDossier(officer(), id)).product.name))
  const drafted = await draftDecision(officer(), { sessionId })
  const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
  draft = await decisionPaper(officer(), { decisionId, file: 'quyet-dinh.pdf' })
  await recordDecision(officer(), { decisionId, ...aSigning })
  decision = await findDecision(officer(), decisionId)
}, 120_000)

const textOf = ({ bytes }: PaperFile) => wordsOfPdf(bytes)

test('the file of a decision lists its papers in their order, the minutes of the session first, each with its formats', async () => {
  const { papers, items } = await decisionFile(officer(), decision.id)
  expect(papers.map(({ title, absent, files }) => [title, absent, files.map(({ file }) => file)])).toEqual([
    ['Biên bản họp', null, ['bien-ban.pdf', 'bien-ban.docx']],
    ['Tờ trình', null, ['to-trinh.pdf', 'to-trinh.docx']],
    ['Quyết định', null, ['quyet-dinh.pdf', 'quyet-dinh.docx']],
    ['Giấy chứng nhận', null, ['giay-chung-nhan.pdf']],
    ['Công văn trình Bộ', null, ['cong-van-trinh-bo.pdf', 'cong-van-trinh-bo.docx']],
  ])
  expect(papers.at(-2)?.about).toBe('2 giấy, in một lần')
  for (const { dossierId, papers: own } of items) expect(own[0]?.files[0]?.file).toBe(`thong-bao-${dossierId}.pdf`)
})

test('the minutes are also found at their former address under the decision', async () => {
  const [old, own] = [
    await decisionPaper(officer(), { decisionId: decision.id, file: 'bien-ban.pdf' }),
    await sessionPaper(officer(), { sessionId, file: 'bien-ban.pdf' }),
  ]
  expect(old.name).toBe('bien-ban-2026-11-23.pdf')
  expect(Buffer.from(old.bytes).equals(Buffer.from(own.bytes))).toBe(true)
})

test('an address that no paper has, and a notice of a product that is not in the decision, are not found', async () => {
  for (const file of ['giay-khen.pdf', 'quyet-dinh.xlsx', 'giay-chung-nhan.docx', 'thong-bao-dos_x.pdf', 'thong-bao.pdf']) {
    await expect(decisionPaper(officer(), { decisionId: decision.id, file })).rejects.toThrow(NotFound)
  }
})

test('the proposal counts the recognised, potential five-star and refused products', async () => {
  const text = await textOf(await decisionPaper(officer(), { decisionId: decision.id, file: 'to-trinh.pdf' }))
  expect(text).toContain('TỜ TRÌNH')
  expect(text).toContain('Công nhận 02 sản phẩm đạt hạng sao')
  expect(text).toContain('Trình Bộ Nông nghiệp và Môi trường 01 sản phẩm tiềm năng 5 sao')
  expect(text).toContain('01 sản phẩm không đạt')
  for (const name of names) expect(text).toContain(name)
})

describe('the decision', () => {
  test('a draft decision leaves number and day blank', async () => {
    const text = await textOf(draft)
    expect(text).toMatch(/Số: \/QĐ-UBND/)
    expect(text).toMatch(/ngày tháng năm 2026/)
    expect(draft.name).toBe('du-thao-quyet-dinh.pdf')
  })
  test('the list of a decision has the same product codes before and after the signature', async () => {
    const recorded = await textOf(await decisionPaper(officer(), { decisionId: decision.id, file: 'quyet-dinh.pdf' }))
    const codes = decision.items.flatMap((item) => item.productCode ?? [])
    expect(codes).toHaveLength(2)
    for (const text of [await textOf(draft), recorded]) {
      for (const code of codes) expect(text.replaceAll(' ', '')).toContain(code)
    }
    expect(decision.items[0]?.certificateCode).toBe(`3981-${decision.items[0]?.productCode}`)
  })
  test('a decision cites the law of its day and the decision that established the council', async () => {
    const text = await textOf(draft)
    expect(text).toContain('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;')
    expect(text).toContain(
      'Căn cứ Quyết định số 1200/QĐ-UBND ngày 15 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long về việc thành lập Hội đồng đánh giá',
    )
    expect(text).toContain('tham mưu Ủy ban nhân dân tỉnh trình Bộ Nông nghiệp và Môi trường đánh giá, công nhận')
  })
  test('a recorded decision has its number, the legal term, and one list for each outcome', async () => {
    const pages = await pagesOfPdf((await decisionPaper(officer(), { decisionId: decision.id, file: 'quyet-dinh.pdf' })).bytes)
    expect(pages[0]).toContain('Số: 3981/QĐ-UBND')
    expect(pages[0]).toContain('Vĩnh Long, ngày 01 tháng 12 năm 2026')
    expect(pages[0]).toContain('Quyết định số 26/2026/QĐ-TTg')
    expect(pages.join(' ')).toContain('có giá trị 36 tháng')
    expect(pages.join(' ')).toContain('KT. CHỦ TỊCH PHÓ CHỦ TỊCH')
    expect(pages.at(-2)).toMatch(/Phụ lục I DANH SÁCH/i)
    expect(pages.at(-1)).toMatch(/Phụ lục II DANH SÁCH/i)
    expect(pages.at(-2)).toContain(names[0])
    expect(pages.at(-2)).toContain(names[3])
    expect(pages.at(-2)).not.toContain(names[2])
    expect(pages.at(-1)).toContain(names[1])
    expect(pages.at(-1)).toContain('Tiềm năng 5 sao')
  })
})

test('a notice gives the producer its result and, where it failed, the next step', async () => {
  const about = async (index: number) =>
    textOf(await decisionPaper(officer(), { decisionId: decision.id, file: `thong-bao-${decision.items[index]!.dossierId}.pdf` }))
  expect(await about(0)).toContain(`Giấy chứng nhận mã ${decision.items[0]!.certificateCode}, có giá trị đến hết ngày 01/12/2029`)
  expect(await about(1)).toContain('tiềm năng 5 sao, được trình Bộ Nông nghiệp và Môi trường')
  expect(await about(2)).toContain('chưa được công nhận lần này')
  expect(await about(2)).not.toContain('usr_')
})

describe('a certificate', () => {
  test('a certificate names product, holder, stars, decision and term', async () => {
    const code = decision.items[0]!.certificateCode!
    const [page] = await pagesOfPdf((await certificatePaper(officer(), { code, origin })).bytes)
    for (const part of [
      names[0]!,
      'HTX Dừa sáp Cầu Kè',
      'HẠNG 4 SAO',
      '3981/QĐ-UBND',
      '01/12/2026',
      '01/12/2029',
      code,
      'dacsan.example.vn/giay-chung-nhan',
    ]) {
      expect(page).toContain(part)
    }
  })
  test('the paper of a certificate is for its producer and the offices, and another producer does not find it', async () => {
    const ask = { code: decision.items[0]!.certificateCode!, origin }
    const certificate = (await findCertificate(officer(), ask.code))!
    const offered = [world.actors.producer, world.actors.rival, visitor].map((actor) => certificatePapersFor(as(actor, later), certificate))
    expect((await Promise.all(offered)).map((papers) => papers.map(({ kind }) => kind))).toEqual([['certificate'], [], []])
    expect((await certificatePaper(as(world.actors.producer, later), ask)).mediaType).toBe('application/pdf')
    await expect(certificatePaper(as(world.actors.rival, later), ask)).rejects.toThrow(NotFound)
    await expect(certificatePaper(as(visitor, later), ask)).rejects.toThrow(Forbidden)
    await expect(certificatePaper(officer(), { ...ask, code: 'x' })).rejects.toThrow(NotFound)
  })
  test('the paper of a withdrawn certificate is marked as withdrawn', async () => {
    const code = decision.items[3]!.certificateCode!
    await aWithdrawal(officer(), { code, number: '91', signedOn: '2026-12-02' })
    const textOfCertificate = async (one: string) => textOf(await certificatePaper(officer(), { code: one, origin }))
    expect(await textOfCertificate(code)).toContain('ĐÃ THU HỒI')
    expect(await textOfCertificate(decision.items[0]!.certificateCode!)).not.toContain('ĐÃ')
  })
  test('the larger symbol on the printed certificate verifies without a network, and tells a withdrawal by a list of that day', async () => {
    const [kept, withdrawn] = [decision.items[0]!, decision.items[3]!]
    const trusted = await trustedNow(officer())
    for (const [item, state] of [
      [kept, 'valid'],
      [withdrawn, 'withdrawn'],
    ] as const) {
      const code = item.certificateCode!
      const [lookUp, proof] = await qrsOfPdf((await certificatePaper(officer(), { code, origin })).bytes)
      expect(lookUp).toBe(`${origin}/giay-chung-nhan/${code}`)
      expect(proof).toMatch(/^https:\/\/dacsan\.example\.vn\/giay-chung-nhan\/kiem-tra#\d+$/)
      expect(await judgeCredential(proof!, { ...trusted, now: new Date(later) })).toMatchObject({
        genuine: true,
        state,
        attested: { code, product: item.productName, stars: item.stars },
      })
    }
  })
  test('all certificates of a decision are printed in the order of its list', async () => {
    const pages = await pagesOfPdf((await decisionPaper(officer(), { decisionId: decision.id, file: 'giay-chung-nhan.pdf', origin })).bytes)
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain(names[0])
    expect(pages[1]).toContain(names[3])
  })
})

describe('what a closed session says stays what it was', () => {
  const names = async () =>
    (await listResults(officer(), sessionId)).map(({ productName, producerName, communeName }) => [productName, producerName, communeName])

  test('the minutes of a closed session keep its names when producer, product and commune are renamed', async () => {
    const minutes = async () => textOf(await sessionPaper(officer(), { sessionId, file: 'bien-ban.pdf' }))
    const before = { minutes: await minutes(), names: await names(), read: await sessionForMinutes(officer(), sessionId) }
    const producer = as(world.actors.producer, later)
    const { id: producerId, name, kind, place, version } = await producerFile(producer, world.producer.id)
    const renamed = { producerId, kind, communeCode: place.communeCode, version, name }
    // The address of a member who scored: before the close it would be a conflict of interest.
    const { email } = world.council.members[0]!
    expect((await updateProducer(producer, updateProducerInput.parse({ ...renamed, email }))).ok).toBe(true)
    await db.updateTable('producer').set({ name: 'HTX Tên Mới' }).where('id', '=', producerId).execute()
    await db.updateTable('product').set({ name: 'Sản phẩm tên mới' }).execute()
    await db.updateTable('commune').set({ name: 'Xã Tên Mới' }).where('code', '=', place.communeCode).execute()

    expect(await minutes()).toBe(before.minutes)
    expect(before.minutes).toContain('HTX Dừa sáp Cầu Kè')
    expect(await names()).toEqual(before.names)
    expect(await sessionForMinutes(officer(), sessionId)).toEqual(before.read)
    const [first] = await listResults(officer(), sessionId)
    expect((await findResultForProducer(producer, first!.dossierId))?.productName).toBe(first!.productName)
  })
  test('a session closed before names were kept takes them from its decision', async () => {
    const kept = await names()
    await db.updateTable('session_dossier').set({ product_name: null, producer_name: null, commune_name: null }).execute()
    expect((await names())[0]).toEqual(['Sản phẩm tên mới', 'HTX Tên Mới', 'Xã Tên Mới'])
    const migration = await readFile(new URL('../appraisal/migrations/2026-11-26-0020-names-at-the-close.sql', import.meta.url), 'utf8')
    await sql.raw(migration.slice(migration.indexOf('update session_dossier'))).execute(db)
    expect(await names()).toEqual(kept)
  })
})

describe('to those whom a decision is about', () => {
  const own = () => as(world.actors.producer, later)
  const commune = () => as(world.actors.communeOfficer, later)
  const fetch = (ctx: Ctx, file: string) => decisionPaper(ctx, { decisionId: decision.id, file })

  test('the decision and the notice of their own product are open, to the producer and to its commune', async () => {
    const [item] = decision.items
    for (const ctx of [own(), commune()]) {
      for (const file of [`thong-bao-${item!.dossierId}.pdf`, 'quyet-dinh.pdf'])
        expect(await textOf(await fetch(ctx, file))).toContain(decision.number!)
      const offered = await papersOfResult(ctx, item!.dossierId)
      expect(offered.map(({ decisionId, papers }) => [decisionId, papers.map(({ title }) => title)])).toEqual([
        [decision.id, ['Quyết định', 'Thông báo']],
      ])
    }
  })

  test('the other papers of it stay closed, and so does everything to everybody else', async () => {
    const [item] = decision.items
    for (const file of ['to-trinh.pdf', 'bien-ban.pdf', 'giay-chung-nhan.pdf']) await expect(fetch(own(), file)).rejects.toThrow(Forbidden)
    for (const person of [world.actors.rival, world.actors.otherCommuneOfficer, world.actors.scienceOfficer]) {
      const stranger = as(person, later)
      for (const file of [`thong-bao-${item!.dossierId}.pdf`, 'quyet-dinh.pdf'])
        await expect(fetch(stranger, file)).rejects.toThrow(Forbidden)
      expect(await papersOfResult(stranger, item!.dossierId)).toEqual([])
    }
    await expect(fetch(as(visitor, later), 'quyet-dinh.pdf')).rejects.toThrow(Forbidden)
  })
})
