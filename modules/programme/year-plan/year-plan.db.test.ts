import { Forbidden } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import { aProduct } from '../../catalogue/fixtures.ts'
import { aRecordedDecision } from '../../certificates/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { system } from '../../identity/index.ts'
import { drawAll, drawnBy } from '../../papers/fixtures.ts'
import {
  findYearPlan,
  issueYearPlan,
  openYearPlan,
  papersOfYearPlan,
  reviseYearPlan,
  setShare,
  steeringPage,
  writeYearPlan,
  yearPlanFile,
} from '../index.ts'
import { yearPlanPapers } from '../papers.ts'

const { as, db } = await testDatabase<Tables>()
const now = '2026-12-03T09:00:00+07:00'
const year = 2026
let world: AppraisalWorld
let communeCode: string
let otherCode: string

const office = () => as(world.actors.provincialOfficer, now)
const officer = () => as(world.actors.communeOfficer, now)
const lineOf = async (code: string, asked = year) => (await findYearPlan(office(), asked)).lines.find(({ id }) => id === code)!
const editedOf = async () => (await findYearPlan(office(), year)).plan!.edited

beforeAll(async () => {
  world = await appraisalWorld(as)
  communeCode = world.actors.communeOfficer.memberships[0]!.communeCode!
  otherCode = world.actors.otherCommuneOfficer.memberships[0]!.communeCode!
  const { sessionId } = await world.mixedSession()
  await aRecordedDecision(office(), sessionId)
  await world.dossier('proposed')
  await inTransaction(as(system('test'), now), (tx) =>
    aProduct(tx, { name: 'Mật hoa dừa cũ', producerId: world.producer.id, standing: { certifiedUntil: '2027-03-05' } }),
  )
}, 120_000)

describe('what is known before anybody plans', () => {
  test('a first dossier under way and a certificate that ends in the year speak for a share of their commune', async () => {
    const { known } = await lineOf(communeCode, 2027)
    expect(known).toMatchObject({ dossiers: expect.any(Number), ending: 1 })
    expect(known.dossiers).toBeGreaterThan(0)
    expect((await lineOf(communeCode, 2026)).known.ending).toBe(0)
  })
  test('a plan that is opened proposes just that, and opened again it stays as it is', async () => {
    must(await openYearPlan(office(), { year: 2027 }))
    const { known, wanted } = await lineOf(communeCode, 2027)
    expect(wanted).toEqual({ three: known.dossiers, four: 0, five: 0, renewals: 1 })
    must(await setShare(office(), { year: 2027, communeCode, three: 9, four: 0, five: 0, renewals: 0 }))
    must(await openYearPlan(office(), { year: 2027 }))
    expect((await lineOf(communeCode, 2027)).wanted.three).toBe(9)
  })
})

describe('a plan from its draft to the next version', () => {
  test('what was reached is counted from the certificates of the year', async () => {
    // Of the four of the session one was recognised with four stars, one with three, one waits for the ministry and one was refused.
    const { reached } = await lineOf(communeCode)
    expect(reached).toEqual({ three: 1, four: 1, five: 0, renewals: 0 })
  })

  test('a draft is the office’s alone: a commune and a leader see no plan', async () => {
    must(await openYearPlan(office(), { year }))
    must(await setShare(office(), { year, communeCode, three: 2, four: 1, five: 0, renewals: 1 }))
    must(await setShare(office(), { year, communeCode: otherCode, three: 1, four: 0, five: 0, renewals: 0 }))
    for (const reader of [officer(), as(someoneWith('leader'), now)]) {
      const seen = await findYearPlan(reader, year)
      expect(seen.plan).toBeNull()
      expect(seen.wanted).toEqual({ three: 0, four: 0, five: 0, renewals: 0 })
    }
  })

  test('what another officer changed meanwhile is not written over, and nothing is issued that nobody saw', async () => {
    const edited = await editedOf()
    const text = { year, responsible: 'Phòng OCOP, ông Nguyễn Văn A', budget: 'Ngân sách tỉnh', note: 'Xã họp dân trước 01/3.' }
    must(await writeYearPlan(office(), { ...text, edited }))
    expect(await writeYearPlan(office(), { ...text, edited })).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
    const signing = { year, number: '15/KH-SNNMT', issuedOn: '2026-12-02', signer: 'Trần Thị B' }
    expect(await issueYearPlan(office(), { ...signing, edited })).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
    expect(await issueYearPlan(office(), { ...signing, edited: edited + 1, issuedOn: '2026-12-04' })).toMatchObject({
      refusal: { code: 'issued-in-future' },
    })
  })

  test('a plan without any target is not issued', async () => {
    must(await openYearPlan(office(), { year: 2031 }))
    for (const { id, wanted } of (await findYearPlan(office(), 2031)).lines)
      if (Object.values(wanted).some((count) => count > 0))
        must(await setShare(office(), { year: 2031, communeCode: id, three: 0, four: 0, five: 0, renewals: 0 }))
    const { edited } = (await findYearPlan(office(), 2031)).plan!
    expect(await issueYearPlan(office(), { year: 2031, edited, number: '1/KH', issuedOn: '2026-12-01', signer: null })).toMatchObject({
      refusal: { code: 'plan-empty' },
    })
  })

  test('the paper of a draft leaves number and day to the pen; the signed one has both, its rounds and each share, and lies well on its pages', async () => {
    const read = async () => wordsOfPdf((await drawnBy(yearPlanFile)(office(), { year, file: 'ke-hoach-nam.pdf' })).bytes)
    expect(await read()).toContain('Có 04 sản phẩm mới được công nhận, trong đó 03 sản phẩm 3 sao, 01 sản phẩm 4 sao, 00 sản phẩm 5 sao')
    must(
      await issueYearPlan(office(), {
        year,
        edited: await editedOf(),
        number: '15/KH-SNNMT',
        issuedOn: '2026-12-02',
        signer: 'Trần Thị B',
      }),
    )
    const signed = await read()
    expect(signed).toContain('Số: 15/KH-SNNMT')
    expect(signed).toMatch(/ngày 02 tháng 12 năm 2026/)
    expect(signed).toContain('30/04/2026')
    expect(signed).toContain('Trần Thị B')
    const drawn = await drawAll(office(), yearPlanPapers, await findYearPlan(office(), year))
    expect(drawn.map(({ kind, faults }) => ({ kind, faults }))).toEqual([{ kind: 'plan', faults: [] }])
    expect(drawn[0]!.docx).not.toBeNull()
  })

  test('once issued, a commune reads its own share and no other, and gets no paper of the office', async () => {
    const seen = await findYearPlan(officer(), year)
    expect(seen.plan).toMatchObject({ status: 'issued', number: '15/KH-SNNMT' })
    expect(seen.lines.map(({ id }) => id)).toEqual([communeCode])
    expect(seen.wanted).toEqual({ three: 2, four: 1, five: 0, renewals: 1 })
    expect(seen.reached).toEqual({ three: 1, four: 1, five: 0, renewals: 0 })
    expect(papersOfYearPlan(officer(), seen)).toEqual([])
    await expect(yearPlanFile(officer(), { year, file: 'ke-hoach-nam.pdf' })).rejects.toThrow()
    await expect(findYearPlan(as(world.actors.producer, now), year)).rejects.toThrow(Forbidden)
  })

  test('its new products stand among the targets of the programme, judged like every other', async () => {
    const line = (await steeringPage(as(someoneWith('leader'), now))).targets.find(({ target }) => target.id === 'year-plan-2026')!
    expect(line.target).toMatchObject({ valueFrom: 4, periodFrom: '2026-01-01', periodTo: '2026-12-31', instrument: '15/KH-SNNMT' })
    expect(line.counted).toMatchObject({ value: 2 })
  })

  test('a later version begins as the issued one stands, which keeps what it said; issued, it takes its place and names it', async () => {
    must(await reviseYearPlan(office(), { year }))
    must(await setShare(office(), { year, communeCode, three: 5, four: 1, five: 0, renewals: 1 }))
    expect((await findYearPlan(officer(), year)).wanted.three).toBe(2)
    must(await issueYearPlan(office(), { year, edited: await editedOf(), number: '40/KH-SNNMT', issuedOn: '2026-12-03', signer: null }))
    const seen = await findYearPlan(officer(), year)
    expect(seen.wanted.three).toBe(5)
    expect(seen.former.map(({ version, number }) => [version, number])).toEqual([[1, '15/KH-SNNMT']])
    const paper = await drawnBy(yearPlanFile)(office(), { year, file: 'ke-hoach-nam.pdf' })
    expect(await wordsOfPdf(paper.bytes)).toContain('thay Kế hoạch số 15/KH-SNNMT ngày 02/12/2026')
    const targets = await db.selectFrom('programme_target').select('value_from').where('id', '=', 'year-plan-2026').execute()
    expect(targets.map(({ value_from }) => Number(value_from))).toEqual([7])
  })
})
