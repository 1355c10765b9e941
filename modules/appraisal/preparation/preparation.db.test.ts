import { Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aProduct } from '../../catalogue/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { aDossier } from '../../dossiers/fixtures.ts'
import { worldDay } from '../../dossiers/test-world.ts'
import { system, visitor } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { aReceivedDossier, aSession, marksFor } from '../fixtures.ts'
import {
  answerTest,
  askTest,
  findAppraisal,
  findOwnTests,
  findPreScore,
  findPreparation,
  openOwnTestFile,
  openPreparationFile,
  planVisit,
  preparationFileForMember,
  readingFor,
  readingForMember,
  receiveIntoRound,
  recordSamples,
  reportVisit,
  savePreScore,
  sheetFor,
  submitAdvisoryReport,
} from '../index.ts'
import { intakeChecklist } from '../intake/intake-checklist.ts'
import { appraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as } = await testDatabase<Tables>()
const world = await appraisalWorld(as)
const { adviser, provincialOfficer: office } = world.hands()
const producer = as(world.actors.producer)
const checks = intakeChecklist.items.map(({ key }) => ({ key, present: true, remark: '' }))
const text = { fieldVisitOn: null, findings: 'Đạt', extraTests: '', weaknesses: '', recommendedStars: 3 }
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const photo = await sharp({ create: { width: 30, height: 40, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer()
const samples = (dossierId: DossierId, pieces: number) =>
  recordSamples(office, { dossierId, what: 'receive', pieces, movedOn: '2026-11-20', place: 'Kho tỉnh', condition: 'Nguyên tem' })

test('three samples of five keep a dossier out of the round whatever is ticked, five let it in', async () => {
  const dossierId = await world.dossier('proposed')
  const receive = () => receiveIntoRound(office, { dossierId, roundId: world.roundId, checks, note: '', message: '' })
  must(await samples(dossierId, 3))
  expect(await receive()).toEqual({ ok: false, refusal: { code: 'samples-incomplete' } })
  expect(must(await samples(dossierId, 2))).toMatchObject({ office: 5, received: 5 })
  expect((await findAppraisal(office, dossierId)).samples).toEqual({ received: 5, required: 5, complete: true })
  expect((await receive()).ok).toBe(true)
})

test('the book of samples is read by the office and the adviser of the dossier alone', async () => {
  const dossierId = await world.dossier('advised')
  must(await samples(dossierId, 5))
  for (const reader of [office, adviser])
    expect((await findPreparation(reader, dossierId)).samples.movements).toMatchObject([{ pieces: 5, condition: 'Nguyên tem' }])
  await expect(findPreparation(as(world.withoutReport.adviser), dossierId)).rejects.toThrow(NotFound)
  for (const actor of [world.actors.producer, world.actors.communeOfficer, visitor])
    await expect(findPreparation(as(actor), dossierId)).rejects.toThrow(Forbidden)
})

test('the report on a tourism service waits until somebody has been there', async () => {
  const { id: productId } = await inTransaction(as(system('test'), worldDay), (tx) =>
    aProduct(tx, { name: 'Điểm du lịch cồn', setCode: 'QD26-26', producerId: world.producer.id }),
  )
  const { id: dossierId } = await aDossier(world.people(), { productId, status: 'proposed' })
  await aReceivedDossier(world.hands(), dossierId, world.roundId)
  expect(await submitAdvisoryReport(adviser, { dossierId, ...text })).toEqual({ ok: false, refusal: { code: 'visit-missing' } })
  const { visitId } = must(await planVisit(adviser, { dossierId, plannedOn: '2026-11-22', visitors: 'Tổ tư vấn' }))
  expect(await submitAdvisoryReport(adviser, { dossierId, ...text })).toMatchObject({ refusal: { code: 'visit-missing' } })
  const told = { dossierId, visitId, visitedOn: '2026-11-22', place: 'Cồn Chim', findings: 'Bến đò an toàn' }
  must(await reportVisit(adviser, told, [{ content: photo, name: 'ben-do.jpg' }]))
  expect(await reportVisit(adviser, told, [])).toEqual({ ok: false, refusal: { code: 'visit-reported' } })
  expect((await submitAdvisoryReport(adviser, { dossierId, ...text })).ok).toBe(true)
})

test('a test asked of the producer is brought by it with its paper, the report waits, and neighbours see nothing', async () => {
  const dossierId = await world.dossier('advised')
  const asked = { dossierId, criterion: '', reason: 'Phiếu cũ', dueOn: '2026-12-10', reportWaits: true } as const
  const { testId } = must(await askTest(adviser, { ...asked, indicator: 'Hàm lượng chì', askedOf: 'producer' }))
  must(await askTest(adviser, { ...asked, indicator: 'Vi sinh', askedOf: 'adviser', reportWaits: false }))
  expect((await findOwnTests(producer, dossierId)).tests.map(({ indicator }) => indicator)).toEqual(['Hàm lượng chì'])
  expect(await submitAdvisoryReport(adviser, { dossierId, ...text })).toEqual({
    ok: false,
    refusal: { code: 'tests-awaited', tests: ['Hàm lượng chì'] },
  })
  const answer = { dossierId, testId, laboratory: 'Trung tâm kiểm nghiệm', result: 'Không phát hiện', testedOn: '2026-11-20' }
  expect(await answerTest(producer, answer, null)).toEqual({ ok: false, refusal: { code: 'test-file-missing' } })
  await expect(answerTest(as(world.actors.rival), answer, { content: pdf, name: 'a.pdf' })).rejects.toThrow(NotFound)
  must(await answerTest(producer, answer, { content: pdf, name: 'phieu.pdf' }))
  expect((await openOwnTestFile(producer, { dossierId, file: testId })).mediaType).toBe('application/pdf')
  expect((await openPreparationFile(adviser, { dossierId, file: testId })).size).toBe(pdf.length)
  // The paper of one dossier is not found through another.
  await expect(openPreparationFile(office, { dossierId: await world.dossier('advised'), file: testId })).rejects.toThrow(NotFound)
  await expect(openOwnTestFile(as(world.actors.rival), { dossierId, file: testId })).rejects.toThrow(NotFound)
  expect((await submitAdvisoryReport(adviser, { dossierId, ...text })).ok).toBe(true)
})

test('marks that were begun are finished before the report, and are written by its adviser alone', async () => {
  const dossierId = await world.dossier('advised')
  const lines = marksFor(criteriaSet('26/2026/QĐ-TTg', 'QD26-07'), 3)
  await expect(savePreScore(as(world.withoutReport.adviser), { dossierId, lines })).rejects.toThrow(NotFound)
  must(await savePreScore(adviser, { dossierId, lines: lines.slice(1) }))
  expect(await submitAdvisoryReport(adviser, { dossierId, ...text })).toMatchObject({
    refusal: { code: 'pre-score-unfinished', criteria: [lines[0]!.criterion] },
  })
  must(await savePreScore(adviser, { dossierId, lines: lines.slice(0, 1) }))
  expect((await findPreScore(office, dossierId)).score).toMatchObject({ stars: 3, missing: [] })
  expect((await submitAdvisoryReport(adviser, { dossierId, ...text })).ok).toBe(true)
  expect(await savePreScore(adviser, { dossierId, lines })).toEqual({ ok: false, refusal: { code: 'report-submitted' } })
})

test('before the close the council reads which minimums were missed and never a mark of the advisory group; afterwards it reads them', async () => {
  const dossierId = await world.dossier('advised', 4)
  // 1.1 has a minimum of three stars (Quyết định 26/2026/QĐ-TTg, Bộ 07).
  const marks = marksFor(criteriaSet('26/2026/QĐ-TTg', 'QD26-07'), 4).map((line) =>
    line.criterion === '1.1' ? { ...line, choice: 'none' as const, comment: 'Nguyên liệu nhập' } : line,
  )
  must(await savePreScore(adviser, { dossierId, lines: marks }))
  const { visitId } = must(await planVisit(adviser, { dossierId, plannedOn: '2026-11-22', visitors: 'Tổ tư vấn' }))
  const told = { dossierId, visitId, visitedOn: '2026-11-22', place: 'Xưởng', findings: 'Sạch' }
  must(await reportVisit(adviser, told, [{ content: photo, name: 'xuong.jpg' }]))
  must(await submitAdvisoryReport(adviser, { dossierId, ...text }))
  const given = { roundId: world.roundId, councilId: world.councilId, dossierIds: [dossierId] }
  const sessionId = await aSession(world.hands(), { ...given, status: 'preparing' })
  const key = { sessionId, dossierId }
  for (const member of world.scorers()) {
    const [sheet, reading] = [must(await sheetFor(member, key)), must(await readingForMember(member, key))]
    expect(sheet.weak).toMatchObject([{ criterion: '1.1', star: 3, failing: true, comment: 'Nguyên liệu nhập' }])
    expect(reading.weak).toEqual(sheet.weak)
    expect(sheet.preScore).toBeNull()
    expect(JSON.stringify([sheet.weak, reading.weak])).not.toMatch(/points|total|got|optionIndex/)
    const [seen] = sheet.prepared.visits
    expect(must(await preparationFileForMember(member, { ...key, file: seen!.photos[0]!.id })).mediaType).toMatch(/^image\//)
  }
  await expect(preparationFileForMember(as(world.council.strangers.member), { ...key, file: 'fvp_1' })).rejects.toThrow(NotFound)
  for (const stranger of [world.actors.producer, world.actors.communeOfficer]) {
    const reading = await readingFor(as(stranger), dossierId)
    expect([reading.weak, reading.prepared]).toEqual([[], { visits: [], tests: [] }])
  }
  const scored = await scoredOn(marks)
  const closedId = await aSession(world.hands(), { ...given, dossierIds: [scored], status: 'closed' })
  for (const member of world.scorers())
    expect(must(await sheetFor(member, { sessionId: closedId, dossierId: scored })).preScore).toMatchObject({ stars: 2 })
})

async function scoredOn(lines: ReturnType<typeof marksFor>): Promise<DossierId> {
  const dossierId = await world.dossier('advised', 4)
  must(await savePreScore(adviser, { dossierId, lines }))
  must(await submitAdvisoryReport(adviser, { dossierId, ...text }))
  return dossierId
}
