import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { moveDossier, findDossier, startDossier } from '../../dossiers/index.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { must } from '../../demo.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  acceptAppeal,
  answerAppeal,
  appealFile,
  closeSession,
  fileAppeal,
  findAppeal,
  findOwnAppeals,
  memberSheets,
  openAppealPaper,
  recordAttendance,
  refuseDossier,
  sessionOverview,
  takeBackDossier,
  withdrawAppeal,
} from '../index.ts'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { drawAll, drawnBy } from '../../papers/fixtures.ts'
import { appealPapers } from '../papers.ts'
import { listAppeals } from './find-appeal.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import { appraisalWaiting } from '../waiting.ts'

const { as } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const answerPaper = drawnBy(appealFile)

/** A sheet of paper as a telephone sends it. */
const aPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const reason = 'Tiêu chí 3.5: đơn nhãn hiệu đã được chấp nhận, giấy kèm theo.'
const answer = {
  answer: 'Giấy kèm theo đúng, Hội đồng khác chấm lại.',
  number: '12/QĐ-UBND',
  signedOn: '2026-12-01',
  signer: 'Trần Lãnh Đạo',
}
const office = () => world.hands('2026-12-01T09:00:00+07:00').provincialOfficer
const producer = () => as(world.actors.producer, '2026-11-24T09:00:00+07:00')

/** Scored by the first council with few points, and not recognised. */
async function notRecognised(): Promise<{ dossierId: DossierId; sessionId: `ses_${string}` }> {
  const dossierId = await world.dossier()
  const { roundId, councilId } = world
  const marks = marksFor(set, 3).map(({ criterion }) => ({ criterion, choice: 'none' as const, comment: 'Không đạt' }))
  const sessionId = await aSession(world.hands(), {
    roundId,
    councilId,
    dossierIds: [dossierId],
    heldOn: '2026-11-23',
    status: 'closed',
    marks: () => marks,
  })
  const { provincialOfficer } = world.hands()
  await inTransaction(provincialOfficer, (tx) => moveDossier(tx, provincialOfficer, { dossierId, move: 'not-recognise' }))
  return { dossierId, sessionId }
}

const filed = async (dossierId: DossierId) => must(await fileAppeal(producer(), { dossierId, reason }, null)).appealId
const accepted = async (dossierId: DossierId) => {
  const appealId = await filed(dossierId)
  must(await acceptAppeal(office(), { appealId, isComplex: false }))
  return appealId
}

describe('a complaint about a result', () => {
  test('it is taken up and answered in the days of the law, and read by its producer and the office alone', async () => {
    const { dossierId } = await notRecognised()
    expect((await findOwnAppeals(producer(), dossierId)).open).toEqual({ about: 'result', decidedOn: '2026-11-23', lastDay: '2027-02-21' })
    const appealId = await filed(dossierId)
    expect((await findOwnAppeals(producer(), dossierId)).open).toBeNull()
    expect(await findAppeal(producer(), appealId)).toMatchObject({ status: 'filed', due: { by: '2026-12-04', late: false } })
    expect(await fileAppeal(producer(), { dossierId, reason }, null)).toMatchObject({ refusal: { code: 'appeal-there', status: 'filed' } })
    for (const actor of [world.actors.rival, world.actors.communeOfficer, world.actors.councilMember, world.actors.buyer]) {
      await expect(findAppeal(as(actor), appealId)).rejects.toThrow(NotFound)
      await expect(findOwnAppeals(as(actor), dossierId)).rejects.toThrow()
      await expect(listAppeals(as(actor))).rejects.toThrow()
    }
    expect(must(await acceptAppeal(office(), { appealId, isComplex: true })).answerDueOn).toBe('2027-01-15')
    expect((await listAppeals(office())).map(({ id }) => id)).toContain(appealId)
    must(await answerAppeal(office(), { appealId, grants: false, ...answer, answer: 'Đơn nhãn hiệu nộp sau ngày họp Hội đồng.' }))
    expect((await findDossier(producer(), dossierId)).status).toBe('not-recognised')
    expect(await findAppeal(producer(), appealId)).toMatchObject({ status: 'rejected', answerNumber: '12/QĐ-UBND', due: null })
    expect(await fileAppeal(producer(), { dossierId, reason }, null)).toMatchObject({
      refusal: { code: 'appeal-there', status: 'rejected' },
    })
  })

  test('its paper is read by the office and the producer, and by nobody else', async () => {
    const { dossierId } = await notRecognised()
    const content = new TextEncoder().encode(aPage)
    const { appealId } = must(await fileAppeal(producer(), { dossierId, reason }, { content, name: 'nhan-hieu.pdf' }))
    expect((await openAppealPaper(office(), appealId)).name).toBe('nhan-hieu.pdf')
    await expect(openAppealPaper(as(world.actors.communeOfficer), appealId)).rejects.toThrow(NotFound)
  })

  test('its answer is drafted once it is taken up, with number and day left to the pen, and stands as it was entered afterwards', async () => {
    const { dossierId } = await notRecognised()
    const appealId = await filed(dossierId)
    const file = 'tra-loi-khieu-nai.pdf'
    await expect(answerPaper(office(), { appealId, file })).rejects.toThrow(NotFound)
    must(await acceptAppeal(office(), { appealId, isComplex: false }))
    // Luật Khiếu nại 02/2011/QH13, Điều 31 khoản 2: who complains, of what, what was found, the conclusion, the right to complain again.
    const draft = await wordsOfPdf((await answerPaper(office(), { appealId, file })).bytes)
    for (const part of [
      'Số: /QĐ-UBND',
      'ngày tháng năm 2026',
      reason,
      'Kết luận: …',
      'quyền khiếu nại lần hai hoặc khởi kiện vụ án hành chính',
    ])
      expect(draft).toContain(part)
    await expect(answerPaper(producer(), { appealId, file })).rejects.toThrow()
    await expect(answerPaper(as(world.actors.communeOfficer), { appealId, file })).rejects.toThrow(NotFound)
    const faults = async () => {
      const ground = { appeal: await findAppeal(office(), appealId), today: '2026-12-01', now: office().now }
      return (await drawAll(office(), appealPapers, ground)).flatMap((one) => one.faults)
    }
    expect(await faults()).toEqual([])
    must(await answerAppeal(office(), { appealId, grants: false, ...answer }))
    const entered = await wordsOfPdf((await answerPaper(office(), { appealId, file })).bytes)
    for (const part of ['Số: 12/QĐ-UBND', 'ngày 01 tháng 12 năm 2026', answer.answer, 'Không chấp nhận khiếu nại.', answer.signer])
      expect(entered).toContain(part)
    expect(await faults()).toEqual([])
  })

  test('taken back in time it may be made anew, and too late it is not', async () => {
    const { dossierId } = await notRecognised()
    must(await withdrawAppeal(producer(), { appealId: await filed(dossierId) }))
    const late = as(world.actors.producer, '2027-02-22T00:00:00+07:00')
    expect(await fileAppeal(late, { dossierId, reason }, null)).toMatchObject({ refusal: { code: 'appeal-late', lastDay: '2027-02-21' } })
    expect((await fileAppeal(producer(), { dossierId, reason }, null)).ok).toBe(true)
  })

  test('granted, the dossier comes before a second council on which nobody counts who scored it in the first', async () => {
    const { dossierId } = await notRecognised()
    must(await answerAppeal(office(), { appealId: await accepted(dossierId), grants: true, ...answer }))
    expect(await findDossier(producer(), dossierId)).toMatchObject({
      status: 'appraising',
      history: expect.arrayContaining([expect.objectContaining({ move: 'reappraise' })]),
    })
    const { roundId, councilId, otherCouncilId } = world
    // The first council again: everybody who scored has a conflict.
    const same = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], heldOn: '2026-12-02' })
    for (const member of world.hands().members)
      expect((await memberSheets(member, same)).dossiers[0]).toMatchObject({
        state: 'conflict',
        conflict: { origin: 'computed', reason: 'scored-first' },
      })
    await as(world.council.secretary).db.deleteFrom('session_dossier').where('session_id', '=', same).execute()
    const sessionId = await aSession(world.strangers(), {
      roundId,
      councilId: otherCouncilId,
      dossierIds: [dossierId],
      heldOn: '2026-12-02',
    })
    const { chair, members } = world.strangers()
    for (const scorer of [chair, ...members]) expect((await memberSheets(scorer, sessionId)).dossiers[0]).toMatchObject({ conflict: null })
  })

  test('no second council while the product has another dossier under way', async () => {
    const { dossierId } = await notRecognised()
    const appealId = await accepted(dossierId)
    const { product } = await findDossier(producer(), dossierId)
    must(await startDossier(producer(), { productId: product.id, kind: 'first' }))
    expect(await answerAppeal(office(), { appealId, grants: true, ...answer })).toMatchObject({ refusal: { code: 'another-dossier-open' } })
    expect((await findAppeal(producer(), appealId)).status).toBe('accepted')
  })
})

test('granted about a refusal of the province, the dossier is proposed again', async () => {
  const dossierId = await world.dossier('proposed')
  must(await refuseDossier(world.hands().provincialOfficer, { dossierId, ground: 'forged', reason: 'Hợp đồng không có thật.' }))
  must(await answerAppeal(office(), { appealId: await accepted(dossierId), grants: true, ...answer }))
  expect((await findDossier(producer(), dossierId)).status).toBe('proposed')
})

test('a dossier that its producer takes back is off the table of the council, which closes without it', async () => {
  const [kept, takenBack] = [await world.dossier(), await world.dossier()]
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), {
    roundId,
    councilId,
    dossierIds: [kept, takenBack],
    heldOn: '2026-11-23',
    status: 'scoring',
  })
  const { version } = await findDossier(producer(), takenBack)
  const sheetsOwed = async () => (await appraisalWaiting(world.hands().members[0]!)).find(({ kind }) => kind === 'sheets')?.count
  const before = (await sheetsOwed())!
  must(await takeBackDossier(producer(), { dossierId: takenBack, version, reason: 'Chưa có giấy kiểm nghiệm' }))
  expect(await sheetsOwed()).toBe(before - 1)
  for (const scorer of world.scorers()) await aSubmittedSheet(scorer, sessionId, kept, marksFor(set, 4))
  const { secretary, chair, members } = world.hands()
  const { seats, dossiers } = await sessionOverview(secretary, sessionId)
  expect(dossiers.find(({ dossierId }) => dossierId === takenBack)).toMatchObject({ state: 'withdrawn' })
  expect((await memberSheets(members[0]!, sessionId)).dossiers.find(({ dossierId }) => dossierId === takenBack)).toMatchObject({
    state: 'withdrawn',
  })
  must(await recordAttendance(secretary, { sessionId, present: seats.map(({ memberId }) => memberId), reasons: {} }))
  expect(must(await closeSession(chair, { sessionId })).results.map(({ dossierId }) => dossierId)).toEqual([kept])
  expect((await findDossier(producer(), takenBack)).status).toBe('withdrawn')
})
