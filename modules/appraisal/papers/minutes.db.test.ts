import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { pagesOfPdf, wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { findDossier } from '../../dossiers/index.ts'
import { visitor } from '../../identity/index.ts'
import { drawnBy } from '../../papers/fixtures.ts'
import type { PaperFile } from '../../papers/index.ts'
import { sessionPaper as askForPaper, listResults } from '../index.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db, files } = await testDatabase<Tables>()
const sessionPaper = drawnBy(askForPaper)
const later = '2026-12-02T09:00:00+07:00'
let world: AppraisalWorld
let sessionId: SessionId
let ask: { sessionId: SessionId; file: string }
let names: string[]

const officer = () => as(world.actors.provincialOfficer, later)

beforeAll(async () => {
  world = await appraisalWorld(as)
  const held = await world.mixedSession()
  sessionId = held.sessionId
  ask = { sessionId, file: 'bien-ban.pdf' }
  names = await Promise.all(held.dossierIds.map(async (id) => (await findDossier(officer(), id)).product.name))
}, 120_000)

const textOf = ({ bytes }: PaperFile) => wordsOfPdf(bytes)

test('the minutes say who was there, by which rule that is enough, and the exact average of every product', async () => {
  const text = await textOf(await sessionPaper(officer(), ask))
  for (const part of [
    'BIÊN BẢN',
    'Có mặt 4/4 thành viên chấm điểm, cần ít nhất 3 (75%',
    'usr_chair',
    ...names,
    'Tổng điểm 100',
    'III. KẾT QUẢ',
    'THƯ KÝ',
    'CHỦ TỌA',
    'TỔNG ĐIỂM TỪNG PHIẾU',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('Tây Ninh')
  for (const { total } of await listResults(officer(), sessionId)) expect(text).toContain(total.replace('.', ','))
})

test('the minutes say when the meeting began and ended, as the platform noted it', async () => {
  const text = await textOf(await sessionPaper(officer(), ask))
  expect(text).toContain('Thời gian bắt đầu: 08 giờ 30 phút, ngày 23 tháng 11 năm 2026.')
  expect(text).toContain('Cuộc họp kết thúc vào hồi 08 giờ 30 phút, ngày 23 tháng 11 năm 2026.')
})

test('the minutes name each part, and promise no rank that is the ministry’s to grant', async () => {
  const text = await textOf(await sessionPaper(officer(), ask))
  expect(text).toContain('Phần A. Sản phẩm và sức mạnh của cộng đồng 40')
  expect(text).toContain('Phần C. Chất lượng sản phẩm 35')
  expect(text).toMatch(/Hạng đạt được Tiềm năng 5 sao, trình Bộ/)
  expect(text).toMatch(/Tiềm năng 5 sao \(\d+,\d\d điểm\), trình Bộ/)
  expect(text).not.toMatch(/(?:Hạng đạt được|,\d\d) 5 sao/)
})

test('the minutes give the reasons per criterion, equal ones once with their number, and nobody’s name beside them', async () => {
  const pages = await pagesOfPdf((await sessionPaper(officer(), ask)).bytes)
  const first = pages.findIndex((page) => page.includes('TIÊU CHÍ TỐI THIỂU CHƯA ĐẠT'))
  const last = pages.findIndex((page) => page.includes('TỔNG ĐIỂM TỪNG PHIẾU'))
  const text = pages.slice(first, last).join(' ')
  expect(text).toContain('Không đạt (4 phiếu)')
  expect(text).toMatch(/0,00\/\d+ cần \d+ điểm cho hạng 3 sao Không đạt \(4 phiếu\)/)
  expect(text).not.toContain('usr_')
})

test('the minutes are the same file when asked for again, kept once with what they are, and written as DOCX too', async () => {
  const [first, again] = [await sessionPaper(officer(), ask), await sessionPaper(officer(), ask)]
  expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  const docx = await sessionPaper(officer(), { ...ask, file: 'bien-ban.docx' })
  expect(docx.name).toBe('bien-ban-2026-11-23.docx')
  expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK')
  const kept = await db.selectFrom('paper').selectAll().where('subject_id', '=', sessionId).orderBy('format').execute()
  expect(kept.map(({ kind, format }) => [kind, format])).toEqual([
    ['minutes', 'docx'],
    ['minutes', 'pdf'],
  ])
  const stored = await files.open(kept[1]!.file_hash)
  expect(stored?.size).toBe(first.bytes.length)
})

test('the minutes are for those who ran the session, the office and leaders; members are told no, others find nothing', async () => {
  for (const actor of [world.actors.leader, world.council.secretary, world.council.chair]) {
    expect((await sessionPaper(as(actor, later), ask)).mediaType).toBe('application/pdf')
  }
  for (const actor of [visitor, world.council.members[0]!]) {
    await expect(sessionPaper(as(actor, later), ask)).rejects.toThrow(Forbidden)
  }
  for (const actor of [world.actors.producer, world.council.strangers.secretary]) {
    await expect(sessionPaper(as(actor, later), ask)).rejects.toThrow(NotFound)
  }
})
