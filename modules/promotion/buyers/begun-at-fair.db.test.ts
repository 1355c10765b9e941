import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import '../topics.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { anOpenFair } from '../fairs/fixtures.ts'
import { findReport } from '../fairs/index.ts'
import { reportPaper } from '../fairs/papers/report-paper.ts'
import { aNewsPerson } from '../news/fixtures.ts'
import { advanceRelation, introduceProducers } from './index.ts'
import { anEnquiry, anOfficer, aProducer, aRelation, aStep, mustBe, withLaw } from './fixtures.ts'
import { stageOn } from './rules/stages.ts'

const { as } = await testDatabase<Tables>()
const at = (moment: string) => (actor: Actor) => as(actor, moment)
const met = '2027-01-12T10:00:00+07:00'
const late = '2027-04-20T10:00:00+07:00'
beforeAll(() => withLaw(at('2026-11-02T09:00:00+07:00')))

test('the report of a fair names who met there and how far they had come after 30 and 90 days, and no buyer to whom it is no business', async () => {
  const fairId = await anOpenFair(as(anOfficer, '2026-11-02T09:00:00+07:00'))
  const { producerId, person } = await aProducer(at('2026-11-02T09:00:00+07:00'), { name: 'HTX Gặp Khách' })
  const asked = await anEnquiry(as(visitor, met), {})
  const { introduced } = mustBe(
    await introduceProducers(as(anOfficer, met), { enquiryId: asked.enquiryId, producerId: [producerId], fairId }),
  )
  const [relationId] = introduced
  // Another one, that began elsewhere.
  await aRelation(at(met), as(visitor, met), (await aProducer(at(met), { name: 'HTX Nơi Khác' })).producerId)
  const step = (onDay: string, stage: string) => aStep(relationId!, { stage, onDay, requestKey: newId('key') })
  mustBe(await advanceRelation(as(person, late), step('2027-01-20', 'sample'), null))
  mustBe(await advanceRelation(as(person, late), step('2027-03-01', 'quote'), null))
  const report = await findReport(as(anOfficer, late), fairId)
  const one = { id: relationId, producerName: 'HTX Gặp Khách' }
  expect(report.begun).toMatchObject([
    { days: 30, relations: [{ ...one, stage: 'sample' }] },
    { days: 90, relations: [{ ...one, stage: 'quote' }] },
  ])
  const { buyerName } = report.begun[0]!.relations[0]!
  expect(buyerName).toBeTruthy()
  const drawn = JSON.stringify(reportPaper.draw({} as never, report, {} as never))
  expect(drawn).toContain('Sau 90 ngày (1 kết nối)')
  expect(drawn).toContain(`HTX Gặp Khách và ${buyerName}`)
  // Before the first mark there is nothing to name.
  expect((await findReport(as(anOfficer, '2027-01-30T10:00:00+07:00'), fairId)).begun).toEqual([])
  const other = await findReport(as(aNewsPerson('provincial-officer', 'hội chợ'), late), fairId).catch(() => null)
  expect(other?.begun.every(({ relations }) => relations.every((seen) => seen.buyerName === null)) ?? true).toBe(true)
})

test('a step that was taken back counts on no day, and nobody had come anywhere before they met', () => {
  const line = (seq: number, onDay: string, stage: 'introduced' | 'quote', kind: 'step' | 'correction' = 'step') => ({
    seq,
    onDay,
    stage,
    kind,
  })
  const lines = [line(1, '2027-01-12', 'introduced'), line(2, '2027-01-20', 'quote'), line(3, '2027-02-01', 'introduced', 'correction')]
  expect([stageOn(lines, '2027-01-11'), stageOn(lines.slice(0, 2), '2027-01-25'), stageOn(lines, '2027-01-25')]).toEqual([
    null,
    'quote',
    'introduced',
  ])
})
