import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSession, marksFor } from '../../appraisal/fixtures.ts'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import { aRecordedDecision } from '../../certificates/fixtures.ts'
import { dropProposal, findCertificate, listWithdrawals } from '../../certificates/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { criteriaSet } from '../../law/index.ts'
import { aFinishedInspection } from '../fixtures.ts'
import { findInspection, inspectionsBehind, proposeFromVisit } from '../index.ts'
import type { InspectionId } from '../rules.ts'

const { as, db } = await testDatabase<Tables>()
const now = '2026-12-20T09:00:00+07:00'
let world: AppraisalWorld
let codes: string[]
let serious: InspectionId
let light: InspectionId
const officer = () => as(world.actors.provincialOfficer, now)

beforeAll(async () => {
  world = await appraisalWorld(as)
  const dossierIds = [await world.dossier(), await world.dossier()]
  const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'closed', marks: () => marksFor(set, 3) })
  codes = (await aRecordedDecision(as(world.actors.provincialOfficer, '2026-12-02T09:00:00+07:00'), sessionId)).certificates
  const [one, other] = await Promise.all(codes.map((code) => findCertificate(officer(), code)))
  const due = { dueOn: '2027-01-20' }
  serious = (await aFinishedInspection(officer(), one!.productId, { ...due, gravity: 'serious', item: 'mark-use', words: 'In dấu 5 sao.' }))
    .inspectionId
  light = (await aFinishedInspection(officer(), other!.productId, { ...due, gravity: 'minor' })).inspectionId
}, 120_000)

describe('a withdrawal that stands on the minutes of a visit', () => {
  test('is not proposed where nothing serious was found and nothing is late', async () => {
    expect(await proposeFromVisit(officer(), { inspectionId: light, reason: 'law-broken', note: '' })).toMatchObject({
      refusal: { code: 'nothing-grave' },
    })
  })

  test('has the minutes as its conclusion, and each names the other; a second one waits until the first was given up', async () => {
    const propose = () => proposeFromVisit(officer(), { inspectionId: serious, reason: 'mark-misused', note: 'In dấu 5 sao lên hộp.' })
    const proposed = await propose()
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
    const { proposalId } = proposed.value
    const { open } = await listWithdrawals(officer())
    // Quyết định 26/2026/QĐ-TTg, Điều 9: 15 days from the conclusion, which are the minutes of 20 December.
    expect(open.find(({ id }) => id === proposalId)).toMatchObject({
      reason: 'mark-misused',
      note: 'In dấu 5 sao lên hộp.',
      conclusionNumber: expect.stringMatching(/^\d{3}\/BB-HK$/),
      foundedOn: '2026-12-20',
      term: { until: '2027-01-04' },
    })
    const view = await findInspection(officer(), serious)
    expect(view.proposals).toMatchObject([{ id: proposalId, status: 'open' }])
    expect(await inspectionsBehind(officer(), open)).toEqual([{ proposalId, inspectionId: serious, code: view.inspection.code }])
    expect(await propose()).toMatchObject({ refusal: { code: 'already-proposed', proposalId } })

    expect(await dropProposal(officer(), { proposalId, note: 'Đã in lại hộp.' })).toMatchObject({ ok: true })
    expect(await propose()).toMatchObject({ ok: true })
    expect((await findInspection(officer(), serious)).proposals.map(({ status }) => status).toSorted()).toEqual(['dropped', 'open'])
    const audited = await db.selectFrom('audit_entry').select('detail').where('action', '=', 'inspection.withdrawal-proposed').execute()
    expect(audited.map(({ detail }) => (detail as { proposalId: string }).proposalId)).toContain(proposalId)
  })

  test('is shown to nobody but the office: neither the commune nor the producer sees it with the visit', async () => {
    for (const actor of [world.actors.communeOfficer, world.actors.producer]) {
      const view = await findInspection(as(actor, now), serious)
      expect([view.withdrawal, view.proposals]).toEqual([null, []])
      expect(await inspectionsBehind(as(actor, now), view.proposals)).toEqual([])
    }
  })
})
