import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { findDossier } from '../../dossiers/index.ts'
import {
  assignSeveral,
  findAppraisal,
  findRoundOverview,
  findSeveral,
  previewAssignments,
  previewReceipts,
  receiveSeveral,
  recordSamples,
} from '../index.ts'
import { appraisalWorld } from '../test-world.ts'

const { as } = await testDatabase<Tables>()
const world = await appraisalWorld(as)
const office = world.hands().provincialOfficer
const { roundId } = world

test('a preview says what would come of each dossier and keeps nothing; the act does what can be done and leaves the rest', async () => {
  const [ready, short] = [await world.dossier('proposed'), await world.dossier('proposed')]
  must(await recordSamples(office, { dossierId: short, what: 'receive', pieces: 3, movedOn: '2026-11-20', place: 'Kho', condition: '' }))
  const dossierIds = [ready, short]
  const said = async (answer: ReturnType<typeof previewReceipts>) =>
    Object.fromEntries((await answer).map(({ dossierId, refusal }) => [dossierId, refusal?.code ?? 'done']))
  const expected = { [ready]: 'done', [short]: 'samples-incomplete' }
  expect(await said(previewReceipts(office, { dossierIds, roundId }))).toEqual(expected)
  expect((await findDossier(office, ready)).status).toBe('proposed')
  expect(await said(receiveSeveral(office, { dossierIds, roundId }))).toEqual(expected)
  expect([(await findDossier(office, ready)).status, (await findDossier(office, short)).status]).toEqual(['received', 'proposed'])
  expect((await findSeveral(office, roundId)).toAssign.map(({ id }) => id)).toContain(ready)

  const { userId } = world.actors.advisoryMember
  expect(await said(previewAssignments(office, { dossierIds, userId }))).toEqual({ [ready]: 'done', [short]: 'dossier-not-in-appraisal' })
  expect((await findAppraisal(office, ready)).report).toBeNull()
  await assignSeveral(office, { dossierIds, userId })
  expect((await findAppraisal(office, ready)).report).toMatchObject({ adviserId: userId })
})

test('the page of a round counts stages, communes, samples and what is late, for the office, secretaries and leaders', async () => {
  const dossierId = await world.dossier('advised')
  must(await recordSamples(office, { dossierId, what: 'receive', pieces: 5, movedOn: '2026-11-20', place: 'Kho', condition: '' }))
  const overview = await findRoundOverview(office, roundId)
  const row = overview.rows.find(({ id }) => id === dossierId)!
  expect(row).toMatchObject({ samples: { received: 5, required: 5 }, stage: 'to-report', testsAwaited: 0 })
  expect(overview.samples.complete).toBe(1)
  expect(overview.communes).toEqual([{ commune: 'Xã Cầu Kè', proposed: overview.rows.length, late: overview.rows.length }])
  // Proposed on 23/11/2026, after 30/10 (Quyết định 26/2026/QĐ-TTg, Điều 5).
  expect(overview.late.filter((late) => late.dossierId === dossierId)).toMatchObject([{ what: 'proposal', since: '2026-10-30' }])
  for (const actor of [world.council.secretary, world.actors.leader])
    expect((await findRoundOverview(as(actor), roundId)).rows).not.toEqual([])
  for (const actor of [world.actors.producer, world.actors.communeOfficer, world.actors.councilMember])
    await expect(findRoundOverview(as(actor), roundId)).rejects.toThrow(Forbidden)
  for (const actor of [world.actors.producer, world.actors.advisoryMember])
    await expect(receiveSeveral(as(actor), { dossierIds: [dossierId], roundId })).rejects.toThrow(Forbidden)
})
