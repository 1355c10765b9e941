import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aSession } from './fixtures.ts'
import {
  declareConflict,
  evidencePageForMember,
  evidencePageForReader,
  paperForMember,
  readingFor,
  readingForMember,
  setForMember,
  setForReader,
} from './index.ts'
import { appraisalWorld } from './test-world.ts'
import type { AppraisalWorld } from './test-world.ts'

const { as } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

test('at the desk the whole dossier is read by its producer, its commune, the office and its adviser; for everybody else it is not there', async () => {
  const dossierId = await world.dossier('advised')
  const { actors, withoutReport, council } = world
  for (const actor of [actors.producer, actors.communeOfficer, actors.provincialOfficer, actors.advisoryMember])
    expect((await readingFor(as(actor), dossierId)).dossier.selfScoreTotal).toBeGreaterThan(0)
  for (const actor of [actors.rival, actors.otherCommuneOfficer, withoutReport.adviser, council.members[0]!])
    await expect(readingFor(as(actor), dossierId)).rejects.toThrow('No such dossier')
})

test('what the office ticked is read by the office and the adviser, and by neither producer nor commune', async () => {
  const dossierId = await world.dossier('advised')
  const { actors } = world
  for (const actor of [actors.provincialOfficer, actors.advisoryMember])
    expect((await readingFor(as(actor), dossierId)).check).not.toBeNull()
  for (const actor of [actors.producer, actors.communeOfficer]) {
    const reading = await readingFor(as(actor), dossierId)
    expect([reading.check, reading.checked]).toEqual([null, []])
  }
})

test('members read the whole dossier from the call of the session on, before anybody scores; another council and the next dossier stay shut', async () => {
  const [dossierId, notTabled] = [await world.dossier('appraised'), await world.dossier('appraised')]
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'preparing' })
  for (const member of world.scorers()) {
    const read = await readingForMember(member, { sessionId, dossierId })
    expect(read).toMatchObject({ ok: true, value: { dossier: { id: dossierId } } })
    await expect(readingForMember(member, { sessionId, dossierId: notTabled })).rejects.toThrow('No such dossier in the session')
  }
  for (const stranger of [world.strangers().chair, world.strangers().members[0]!])
    await expect(readingForMember(stranger, { sessionId, dossierId })).rejects.toThrow('No such session')
})

test('a member who is tied to a dossier reads neither it nor a page of its papers', async () => {
  const dossierId = await world.dossier('appraised')
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'preparing' })
  const [tied, other] = world.hands().members
  await declareConflict(tied!, { sessionId, dossierId, reason: 'Em ruột của chủ cơ sở' })
  const read = await readingForMember(other!, { sessionId, dossierId })
  const evidenceId = read.ok ? read.value.dossier.evidence[0]!.id : 'evi_none'
  expect(await readingForMember(tied!, { sessionId, dossierId })).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
  const key = { sessionId, dossierId }
  for (const asked of [
    evidencePageForMember(tied!, { ...key, evidenceId, page: 1 }),
    paperForMember(tied!, { ...key, file: 'mau-01.pdf' }),
    setForMember(tied!, key),
  ])
    expect(await asked).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
})

test('pages of papers, forms and the set are shut to whoever may not read the dossier, whatever address they ask by', async () => {
  const [dossierId, other] = [await world.dossier('appraised'), await world.dossier('appraised')]
  const { roundId, councilId, actors } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'preparing' })
  const evidenceId = (await readingFor(as(actors.provincialOfficer), dossierId)).dossier.evidence[0]!.id
  const foreign = (await readingFor(as(actors.provincialOfficer), other)).dossier.evidence[0]!.id
  for (const actor of [actors.rival, actors.otherCommuneOfficer, actors.buyer, world.council.members[0]!]) {
    await expect(evidencePageForReader(as(actor), { dossierId, evidenceId, page: 1 })).rejects.toThrow(NotFound)
    await expect(setForReader(as(actor), dossierId)).rejects.toThrow(NotFound)
  }
  for (const stranger of [world.strangers().chair, world.strangers().members[0]!]) {
    await expect(evidencePageForMember(stranger, { sessionId, dossierId, evidenceId, page: 1 })).rejects.toThrow(NotFound)
    await expect(paperForMember(stranger, { sessionId, dossierId, file: 'mau-01.pdf' })).rejects.toThrow(NotFound)
    await expect(setForMember(stranger, { sessionId, dossierId })).rejects.toThrow(NotFound)
  }
  const [member] = world.scorers()
  // A seat opens the dossiers on its table, not papers and dossiers beside them.
  await expect(evidencePageForMember(member!, { sessionId, dossierId, evidenceId: foreign, page: 1 })).rejects.toThrow(NotFound)
  await expect(setForMember(member!, { sessionId, dossierId: other })).rejects.toThrow(NotFound)
  expect(await setForMember(member!, { sessionId, dossierId })).toMatchObject({ ok: true })
})
