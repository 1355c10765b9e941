import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { hasOffice, faultsByOffice } from '../../packages/papers/test-layout.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import { drawAll, drawnBy } from '../papers/fixtures.ts'
import { selectCertificate } from './certificate.store.ts'
import { selectDecision } from './decision.store.ts'
import { decisionGround } from './find-decision.ts'
import { aSigning, aWithdrawal } from './fixtures.ts'
import { certificatePaper as askForCertificatePaper, decisionPaper as askForDecisionPaper, draftDecision, recordDecision } from './index.ts'
import { certificatePapers, decisionPapers } from './papers.ts'
import type { DecisionId } from './rules/ids.ts'

const { as, db } = await testDatabase<Tables>()
const decisionPaper = drawnBy(askForDecisionPaper)
const certificatePaper = drawnBy(askForCertificatePaper)
const later = '2026-12-02T09:00:00+07:00'
const origin = 'https://dacsan.example.vn'
let world: AppraisalWorld
let decisionId: DecisionId
let code: string
let draft: string

const officer = () => as(world.actors.provincialOfficer, later)
const read = async (file: string, ctx: Ctx = officer()) => wordsOfPdf((await decisionPaper(ctx, { decisionId, file })).bytes)

beforeAll(async () => {
  world = await appraisalWorld(as)
  const { sessionId } = await world.mixedSession()
  const drafted = await draftDecision(officer(), { sessionId })
  decisionId = drafted.ok ? drafted.value.decisionId : 'dec_'
  draft = await read('quyet-dinh.pdf')
}, 120_000)

describe('the proposal that a decision follows', () => {
  const proposed = (proposal: { proposalNumber?: string; proposalOn?: string }) =>
    recordDecision(officer(), { decisionId, ...aSigning, ...proposal })

  test('a draft leaves number and day of the proposal to the pen', () => {
    expect(draft).toMatch(/tại Tờ trình số \/TTr-SNNMT ngày tháng năm 2026\./)
  })
  test('a proposal is entered with number and day or not at all, and lies between the session and the signature', async () => {
    expect(await proposed({ proposalNumber: '215' })).toMatchObject({ refusal: { code: 'proposal-incomplete', missing: 'day' } })
    expect(await proposed({ proposalOn: '2026-11-25' })).toMatchObject({ refusal: { code: 'proposal-incomplete', missing: 'number' } })
    for (const proposalOn of ['2026-11-22', '2026-12-02'])
      expect(await proposed({ proposalNumber: '215', proposalOn })).toMatchObject({ refusal: { code: 'proposal-off-days' } })
  })
  test('a recorded decision cites its proposal, says from when it holds, and names the unit that drafted it', async () => {
    expect((await proposed({ proposalNumber: '215', proposalOn: '2026-11-25' })).ok).toBe(true)
    const decision = await read('quyet-dinh.pdf')
    expect(decision).toContain('tại Tờ trình số 215/TTr-SNNMT ngày 25 tháng 11 năm 2026.')
    expect(decision).toContain('Quyết định này có hiệu lực kể từ ngày ký.')
    expect(decision).toMatch(/Lưu: VT, \p{Lu}+\./u)
    const proposal = await read('to-trinh.pdf')
    expect(proposal).toContain('Số: 215/TTr-SNNMT')
    expect(proposal).toContain('Căn cứ Biên bản họp Hội đồng đánh giá, phân hạng sản phẩm OCOP ngày 23 tháng 11 năm 2026;')
    expect(proposal).toMatch(/Hồ sơ trình kèm theo gồm: 1\. Dự thảo Quyết định/)
    expect(proposal).not.toContain(' 00 sản phẩm')
  })
})

test('a notice has no addressee at its head, names the right to complain and the criteria, and no member', async () => {
  const { items } = (await selectDecision(db, { id: decisionId }))!
  const notice = await read(`thong-bao-${items[2]!.dossierId}.pdf`)
  expect(notice).not.toContain('Kính gửi')
  expect(notice).toContain('chủ thể có quyền khiếu nại theo quy định của Luật Khiếu nại trong thời hạn 90 ngày')
  expect(notice).toContain('Ý KIẾN CỦA HỘI ĐỒNG THEO TỪNG TIÊU CHÍ')
  expect(notice).toContain('Không đạt (4 phiếu)')
  expect(notice).not.toContain('usr_')
})

test('the letter to the ministry lists the products of five stars and the parts of their file, and is for the offices alone', async () => {
  const letter = await read('cong-van-trinh-bo.pdf')
  expect(letter).toContain('Kính gửi: Bộ Nông nghiệp và Môi trường')
  expect(letter).toContain('V/v đề nghị đánh giá, công nhận sản phẩm OCOP 5 sao')
  expect(letter).toContain('công nhận 01 sản phẩm tiềm năng 5 sao')
  expect(letter).toContain('Mứt dừa sáp số 2')
  expect(letter).not.toContain('Mứt dừa sáp số 1')
  for (const actor of [world.actors.producer, world.actors.communeOfficer, visitor])
    await expect(decisionPaper(as(actor, later), { decisionId, file: 'cong-van-trinh-bo.pdf' })).rejects.toThrow(Forbidden)
})

describe('the decision on a withdrawal', () => {
  const ask = () => ({ code, file: 'quyet-dinh-thu-hoi.pdf', origin })

  test('there is none before the certificate is withdrawn', async () => {
    code = (await selectDecision(db, { id: decisionId }))!.items[3]!.certificateCode!
    await expect(certificatePaper(officer(), ask())).rejects.toThrow(NotFound)
  })
  test('it says the ground in the words of the law, what the officer wrote, who signed it, and leaves the proposal to the pen', async () => {
    const signed = { number: '91', signedOn: '2026-12-02', signer: 'Nguyễn Thị Hồng Gấm', signerTitle: 'Phó Chủ tịch' }
    await aWithdrawal(officer(), { code, note: 'In dấu 5 sao lên bao bì.', ...signed })
    const text = await wordsOfPdf((await certificatePaper(officer(), ask())).bytes)
    for (const part of [
      'Số: 91/QĐ-UBND',
      'ngày 02 tháng 12 năm 2026',
      'Thu hồi Giấy chứng nhận hạng 3 sao của sản phẩm “Mứt dừa sáp số 4”',
      'Lý do thu hồi: dùng sai dấu hiệu OCOP; In dấu 5 sao lên bao bì.',
      'Quyết định này có hiệu lực kể từ ngày ký.',
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Thị Hồng Gấm',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/tại Tờ trình số \/TTr-SNNMT/)
  })
  test('it is for the producer of the certificate and the offices', async () => {
    expect((await certificatePaper(as(world.actors.producer, later), ask())).mediaType).toBe('application/pdf')
    await expect(certificatePaper(as(world.actors.rival, later), ask())).rejects.toThrow(NotFound)
    await expect(certificatePaper(as(visitor, later), ask())).rejects.toThrow(Forbidden)
  })
})

test('no paper of a decision or a certificate has text on text, a signature alone or a torn word', async () => {
  const ground = await decisionGround(officer(), decisionId)
  const certificate = (await selectCertificate(db, code))!
  const drawn = [
    ...(await drawAll(officer(), decisionPapers, ground)),
    ...(await drawAll(officer(), certificatePapers, { certificate, decision: ground.decision })),
  ]
  expect([...new Set(drawn.map(({ kind }) => kind))].toSorted()).toEqual(
    [...Object.keys(decisionPapers), ...Object.keys(certificatePapers)].toSorted(),
  )
  expect(drawn.filter(({ faults }) => faults.length > 0).map(({ kind, faults }) => [kind, faults])).toEqual([])
  if (hasOffice) expect(await faultsByOffice(new Map(drawn.flatMap(({ kind, docx }) => (docx ? [[kind, docx]] : []))))).toEqual([])
})
