import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { aSession, marksFor } from '../../appraisal/fixtures.ts'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { drawAll, drawnBy } from '../../papers/fixtures.ts'
import { aRecordedDecision, aSigning } from '../fixtures.ts'
import {
  askCommune,
  certificatePaper as askForPaper,
  confirmStop,
  denyStop,
  dropProposal,
  findCertificate,
  listStops,
  listWithdrawals,
  proposeWithdrawal,
  reportStop,
  withdrawCertificates,
  withdrawalDraft as askForDraft,
} from '../index.ts'
import { draftOf, withdrawalDraftPapers } from './draft-withdrawal.ts'
import type { WithdrawalProposalId } from '../rules/ids.ts'
import { certificatesWaiting } from '../waiting.ts'

const { as } = await testDatabase<Tables>()
const certificatePaper = drawnBy(askForPaper)
const drawDraft = drawnBy(askForDraft)
const draftFile = 'du-thao-quyet-dinh-thu-hoi.pdf'
const origin = 'https://dacsan.example.vn'
const now = '2026-12-20T09:00:00+07:00'
let world: AppraisalWorld
let codes: string[]
beforeAll(async () => {
  world = await appraisalWorld(as)
  const dossierIds: DossierId[] = []
  for (let made = 0; made < 6; made++) dossierIds.push(await world.dossier())
  const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'closed', marks: () => marksFor(set, 3) })
  const decided = await aRecordedDecision(as(world.actors.provincialOfficer, '2026-12-02T09:00:00+07:00'), sessionId)
  codes = decided.certificates
}, 120_000)

const officer = (at = now) => as(world.actors.provincialOfficer, at)
const commune = (at = now) => as(world.actors.communeOfficer, at)
const waiting = async (ctx: Ctx) => (await certificatesWaiting(ctx)).filter(({ kind }) => kind === 'to-withdraw' || kind === 'stops')

const idOf = (outcome: { ok: true; value: { proposalId: WithdrawalProposalId } } | { ok: false; refusal: unknown }) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.proposalId
}
const conclusion = (on = '2026-12-04') => ({ number: '12/KL-SNNMT', on, by: 'Sở Nông nghiệp và Môi trường' })

describe('a proposal on a conclusion', () => {
  // Quyết định 26/2026/QĐ-TTg, Điều 8–9: 15 days from the conclusion.
  test('shows by when it is to be decided, and how late it is, on its page and on the desk; the certificate holds meanwhile', async () => {
    const code = codes[0]!
    const proposalId = idOf(await proposeWithdrawal(officer(), { certificateCode: code, reason: 'law-broken', conclusion: conclusion() }))
    const { open } = await listWithdrawals(officer())
    expect(open.find(({ id }) => id === proposalId)?.term).toEqual({ until: '2026-12-19', daysLate: 1 })
    expect(await waiting(officer())).toMatchObject([{ kind: 'to-withdraw', count: 1, until: '2026-12-19' }])
    expect((await findCertificate(officer(), code))?.verdict).toBe('valid')
    expect(await dropProposal(officer(), { proposalId, note: 'Đã khắc phục' })).toEqual({ ok: true, value: { proposalId } })
    expect(await waiting(officer())).toEqual([])
  })
  test('there is one at a time for a certificate, and its conclusion is not of tomorrow', async () => {
    const input = { certificateCode: codes[1]!, reason: 'mark-misused' as const, conclusion: conclusion() }
    expect(await proposeWithdrawal(officer(), { ...input, conclusion: conclusion('2026-12-21') })).toMatchObject({
      refusal: { code: 'conclusion-in-future', today: '2026-12-20' },
    })
    const proposalId = idOf(await proposeWithdrawal(officer(), input))
    expect(await proposeWithdrawal(officer(), input)).toMatchObject({ refusal: { code: 'already-proposed', proposalId } })
  })
})

describe('production that stopped', () => {
  test('the commune is asked on its desk, and its confirmation opens the withdrawal from its day on', async () => {
    const proposalId = idOf(await askCommune(officer(), { certificateCode: codes[2]!, note: 'Nghe nói đã đóng cửa' }))
    expect(await waiting(commune())).toMatchObject([{ kind: 'stops', count: 1 }])
    expect((await listStops(commune())).asked.map(({ id }) => id)).toEqual([proposalId])
    expect((await listStops(as(world.actors.otherCommuneOfficer, now))).asked).toEqual([])
    await expect(confirmStop(as(world.actors.otherCommuneOfficer, now), { proposalId, on: '2026-12-18', note: 'Đã xem' })).rejects.toThrow(
      NotFound,
    )
    expect(idOf(await confirmStop(commune(), { proposalId, on: '2026-12-18', note: 'Đến nơi: xưởng đóng cửa' }))).toBe(proposalId)
    const found = (await listWithdrawals(officer())).open.find(({ id }) => id === proposalId)
    expect(found).toMatchObject({ reason: 'production-stopped', term: { until: '2027-01-02', daysLate: 0 } })
    expect(await waiting(commune())).toEqual([])
  })
  test('the commune answers that it is still made, and nothing is to be withdrawn', async () => {
    const proposalId = idOf(await askCommune(officer(), { certificateCode: codes[3]! }))
    expect(await denyStop(commune(), { proposalId, note: 'Vẫn làm mỗi tuần' })).toMatchObject({ ok: true })
    const { open, asked } = await listWithdrawals(officer())
    expect([...open, ...asked].map(({ id }) => id)).not.toContain(proposalId)
    expect(await confirmStop(commune(), { proposalId, on: '2026-12-19', note: 'Nhầm' })).toMatchObject({
      refusal: { code: 'proposal-closed', status: 'dropped' },
    })
  })
  test('the commune says of itself that a product of its own is made no more; of another commune it finds none', async () => {
    const input = { certificateCode: codes[3]!, on: '2026-12-19', note: 'Chủ thể báo ngừng' }
    expect((await listStops(commune())).inForce.map(({ code }) => code)).toContain(codes[3])
    await expect(reportStop(as(world.actors.otherCommuneOfficer, now), input)).rejects.toThrow(NotFound)
    const proposalId = idOf(await reportStop(commune(), input))
    expect((await listWithdrawals(officer())).open.map(({ id }) => id)).toContain(proposalId)
    expect((await listStops(commune())).inForce.map(({ code }) => code)).not.toContain(codes[3])
  })
})

describe('one decision on several certificates', () => {
  test('takes them all back with one number, cites each ground, and lists each with its reason', async () => {
    const [first, second] = [codes[4]!, codes[5]!]
    const note = 'In dấu 5 sao lên bao bì'
    const proposalIds = [
      idOf(await proposeWithdrawal(officer(), { certificateCode: first, reason: 'mark-misused', note, conclusion: conclusion() })),
      idOf(await reportStop(commune(), { certificateCode: second, on: '2026-12-10', note: 'Đã giải thể' })),
    ]
    // Before the signature: the same paper with number, day and signer left to the pen; of one certificate it says all in its articles.
    const draft = async (ids: readonly string[]) => wordsOfPdf((await drawDraft(officer(), { proposalIds: ids, file: draftFile })).bytes)
    const words = await draft(proposalIds)
    for (const part of ['Số: /QĐ-UBND', 'ngày tháng năm 2026', 'Thu hồi 02 Giấy chứng nhận', 'In dấu 5 sao lên bao bì'])
      expect(words).toContain(part)
    expect(await draft(proposalIds.slice(0, 1))).toMatch(
      /Thu hồi Giấy chứng nhận hạng 3 sao của sản phẩm .* Lý do thu hồi: dùng sai dấu hiệu OCOP; In dấu/,
    )
    for (const ids of [proposalIds, proposalIds.slice(0, 1)])
      for (const { faults } of await drawAll(officer(), withdrawalDraftPapers, await draftOf(officer(), ids))) expect(faults).toEqual([])
    await expect(drawDraft(commune(), { proposalIds, file: draftFile })).rejects.toThrow(Forbidden)
    const input = { ...aSigning, number: '95', signedOn: '2026-12-20', proposalIds }
    expect(await withdrawCertificates(officer(), input)).toEqual({ ok: true, value: { codes: [first, second] } })
    expect(await withdrawCertificates(officer(), input)).toEqual({ ok: true, value: { codes: [first, second] } })
    for (const code of [first, second])
      expect(await findCertificate(officer(), code)).toMatchObject({ verdict: 'withdrawn', withdrawalNumber: '95/QĐ-UBND' })
    const text = await wordsOfPdf((await certificatePaper(officer(), { code: second, file: 'quyet-dinh-thu-hoi.pdf', origin })).bytes)
    for (const part of [
      'Thu hồi 02 Giấy chứng nhận sản phẩm OCOP có tên tại Phụ lục.',
      'Căn cứ Kết luận số 12/KL-SNNMT ngày 04 tháng 12 năm 2026 của Sở Nông nghiệp và Môi trường',
      'ngày 10 tháng 12 năm 2026 về việc ngừng sản xuất',
      'dùng sai dấu hiệu OCOP; In dấu 5 sao lên bao bì',
      'ngừng sản xuất',
    ])
      expect(text).toContain(part)
  })
  test('a number is one decision of one day', async () => {
    const { open } = await listWithdrawals(officer())
    const [left] = open
    const input = { ...aSigning, proposalIds: [left!.id], number: '95', signedOn: '2026-12-19' }
    expect(await withdrawCertificates(officer(), input)).toMatchObject({ refusal: { code: 'number-taken', year: 2026 } })
    expect(await withdrawCertificates(officer(), { ...input, signedOn: '2026-12-20' })).toMatchObject({ ok: true })
  })
})
