import fc from 'fast-check'
import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { drawnBy } from '../../papers/fixtures.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  closeSession,
  declareConflict,
  findSample,
  listResults,
  memberRecord,
  memberSamples,
  memberSheets,
  recordAttendance,
  recordDiscussion,
  scoreRepeat,
  sessionForMinutes,
  sessionMarks,
  sessionOverview,
  sessionPackage,
  sessionPaper as askForSessionPaper,
  sessionRepeats,
  slipInRepeat,
  takeOutRepeat,
} from '../index.ts'
import { replayPackage, sensoryCriteria } from '../rules.ts'
import type { RepeatSampleId, SessionId } from '../rules/ids.ts'
import { isSealed } from '../sessions/package-seal.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
const sessionPaper = drawnBy(askForSessionPaper)
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const asked = sensoryCriteria(set)
/** Every sensory criterion at its lowest or its highest option. */
const marks = (which: 'lowest' | 'highest') =>
  asked.map(({ code, options }) => {
    const points = options.map((option) => option.points)
    return { criterion: code, choice: points.indexOf(which === 'lowest' ? Math.min(...points) : Math.max(...points)) }
  })
const pointsAt = (which: 'lowest' | 'highest') =>
  marks(which).reduce((sum, { criterion, choice }) => sum + asked.find(({ code }) => code === criterion)!.options[choice]!.points, 0)

type Key = { sessionId: SessionId; dossierId: DossierId }

/** A session of one dossier, everybody there and every sheet in with these stars. */
async function scored(): Promise<Key> {
  const dossierId = await world.dossier()
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  await recordAttendance(world.hands().secretary, { sessionId, present: seats.map(({ memberId }) => memberId) })
  for (const ctx of world.scorers()) await aSubmittedSheet(ctx, sessionId, dossierId, marksFor(set, 4))
  return { sessionId, dossierId }
}

async function slippedIn(key: Key): Promise<RepeatSampleId> {
  expect((await slipInRepeat(world.hands().secretary, key)).ok).toBe(true)
  return (await sessionRepeats(world.hands().secretary, key.sessionId)).samples[0]!.id
}

const resultOf = (sessionId: SessionId) =>
  db
    .selectFrom('appraisal_result')
    .select(['total_points', 'sheet_count', 'stars', 'reached_by_points', 'outcome'])
    .where('session_id', '=', sessionId)
    .execute()

describe('while the session runs', () => {
  test('members find a code, the set and its sensory criteria, and nothing that says which product it is', async () => {
    const key = await scored()
    const sampleId = await slippedIn(key)
    const product = (await sessionOverview(world.hands().secretary, key.sessionId)).dossiers[0]!.productName
    for (const ctx of world.scorers()) {
      expect(await memberSamples(ctx, key.sessionId)).toEqual([
        { id: sampleId, code: expect.stringMatching(/^\d{3}$/), setName: set.name, isOpen: true, isHandedIn: false },
      ])
      const sheet = await findSample(ctx, { ...key, sampleId })
      expect(sheet.criteria.map(({ code }) => code)).toEqual(asked.map(({ code }) => code))
      const read = JSON.stringify([sheet, await memberSamples(ctx, key.sessionId)])
      for (const secret of [product, key.dossierId, 'usr_producer']) expect(read).not.toContain(secret)
      expect(JSON.stringify((await memberSheets(ctx, key.sessionId)).dossiers)).not.toContain(sampleId)
    }
  })

  test('chair, office and other members do not read which product stands under a code, and the trail does not say it', async () => {
    const key = await scored()
    const sampleId = await slippedIn(key)
    const { chair, members, provincialOfficer } = world.hands()
    for (const ctx of [chair, members[0]!, provincialOfficer]) await expect(sessionRepeats(ctx, key.sessionId)).rejects.toThrow(Forbidden)
    for (const ctx of [chair, provincialOfficer]) expect(JSON.stringify(await sessionOverview(ctx, key.sessionId))).not.toContain(sampleId)
    await expect(sessionRepeats(as(world.council.strangers.secretary), key.sessionId)).rejects.toThrow(NotFound)
    await expect(memberSamples(as(world.council.strangers.member), key.sessionId)).rejects.toThrow(NotFound)
    await scoreRepeat(members[0]!, { ...key, sampleId, marks: marks('lowest') })
    const trail = await db
      .selectFrom('audit_entry')
      .select(['action', 'detail'])
      .where('subject_id', '=', key.sessionId)
      .where('action', 'like', '%repeat%')
      .execute()
    expect(trail.map(({ action }) => action)).toEqual(['council-session.repeat-slipped-in', 'council-session.repeat-scored'])
    expect(JSON.stringify(trail)).not.toMatch(/dos_|choice|points/)
  })

  test('a member hands a sample in once, and a sample that somebody scored is not taken out any more', async () => {
    const key = await scored()
    const { secretary, members } = world.hands()
    const unused = await slippedIn(key)
    expect((await takeOutRepeat(secretary, { ...key, sampleId: unused })).ok).toBe(true)
    expect((await sessionRepeats(secretary, key.sessionId)).samples).toEqual([])
    const sampleId = await slippedIn(key)
    const sheet = { ...key, sampleId, marks: marks('lowest') }
    expect(await scoreRepeat(members[0]!, { ...sheet, marks: [] })).toMatchObject({ refusal: { code: 'criteria-missing' } })
    expect((await scoreRepeat(members[0]!, sheet)).ok).toBe(true)
    expect(await scoreRepeat(members[0]!, sheet)).toMatchObject({ refusal: { code: 'repeat-handed-in' } })
    expect(await takeOutRepeat(secretary, { ...key, sampleId })).toMatchObject({ refusal: { code: 'repeat-scored' } })
    expect(await slipInRepeat(secretary, key)).toMatchObject({ refusal: { code: 'repeat-there' } })
    await expect(db.updateTable('repeat_sheet').set({ lines: '[]' }).where('sample_id', '=', sampleId).execute()).rejects.toThrow()
  })

  test('a product that this council has not before it is not found', async () => {
    const key = await scored()
    const dossierId = await world.dossier()
    await expect(slipInRepeat(world.hands().secretary, { ...key, dossierId })).rejects.toThrow(NotFound)
  })
})

describe('a repeat counts nowhere', () => {
  test('the same sheets give the same result, stars, minutes and quorum with a repeat and without, and an unscored one holds nothing up', async () => {
    const { secretary, chair, members } = world.hands()
    const [plain, repeated, unscored] = [await scored(), await scored(), await scored()]
    const sampleId = await slippedIn(repeated)
    const { code } = (await sessionRepeats(secretary, repeated.sessionId)).samples[0]!
    for (const ctx of [chair, ...members]) await scoreRepeat(ctx, { ...repeated, sampleId, marks: marks('lowest') })
    await slippedIn(unscored)
    const before = await Promise.all(
      [plain, repeated, unscored].map(async ({ sessionId }) => {
        const { attendance, counts, dossiers, obstacle } = await sessionOverview(secretary, sessionId)
        return { attendance, counts, obstacle, quorum: dossiers[0]!.quorum, disclosure: dossiers[0]!.disclosure, state: dossiers[0]!.state }
      }),
    )
    expect(before[1]).toEqual(before[0])
    expect(before[2]).toEqual(before[0])
    for (const key of [plain, repeated, unscored]) expect((await closeSession(chair, key)).ok).toBe(true)
    const result = await resultOf(plain.sessionId)
    expect(result).toMatchObject([{ sheet_count: 4, stars: 4 }])
    for (const key of [repeated, unscored]) {
      expect(await resultOf(key.sessionId)).toEqual(result)
      expect(await listResults(chair, key.sessionId)).toHaveLength(1)
    }
    const { bytes } = await sessionPaper(secretary, { sessionId: repeated.sessionId, file: 'bien-ban.pdf' })
    const text = await wordsOfPdf(bytes)
    for (const secret of [`Mẫu ${code}`, 'thử lại', 'chấm lại theo mã']) expect(text).not.toContain(secret)
    expect(JSON.stringify(await sessionForMinutes(secretary, repeated.sessionId))).not.toContain(sampleId)
    const stored = await db
      .selectFrom('appraisal_result')
      .select(['sheets', 'outcome'])
      .where('session_id', '=', repeated.sessionId)
      .execute()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(sampleId)
  })

  test('the package names it as a repeat, and both replays leave it alone', async () => {
    const { secretary, chair, members } = world.hands()
    const key = await scored()
    const sampleId = await slippedIn(key)
    await scoreRepeat(members[0]!, { ...key, sampleId, marks: marks('lowest') })
    await closeSession(chair, key)
    const packed = await sessionPackage(secretary, key.sessionId)
    expect(packed.repeats).toMatchObject([
      { code: expect.any(String), of: packed.dossiers[0]!.dossier, sheets: [{ member: expect.stringMatching(/^[A-D]$/) }] },
    ])
    expect(isSealed(packed)).toBe(true)
    const { repeats: _, ...without } = packed
    expect(replayPackage(packed)).toEqual(replayPackage(without))
    expect(replayPackage(packed).agrees).toBe(true)
    const anySheet = fc.record({ member: fc.string(), choices: fc.dictionary(fc.string(), fc.nat()) })
    fc.assert(
      fc.property(fc.array(fc.record({ code: fc.string(), of: fc.string(), sheets: fc.array(anySheet) })), (repeats) => {
        expect(replayPackage({ ...without, repeats })).toEqual(replayPackage(without))
      }),
    )
    const program = fileURLToPath(new URL('../../../docs/replay-scoring-package.mjs', import.meta.url))
    const replayed = spawnSync(process.execPath, [program], { input: JSON.stringify(packed), encoding: 'utf8' })
    expect(JSON.parse(replayed.stdout)).toEqual(replayPackage(packed))
    expect(JSON.stringify(packed)).not.toContain('usr_')

    const plain = await scored()
    await closeSession(chair, plain)
    expect(Object.keys(await sessionPackage(secretary, plain.sessionId))).not.toContain('repeats')
  })
})

describe('after the close', () => {
  test('each member reads their own two scorings, and secretary, chair and office those of letters', async () => {
    const { secretary, chair, members, provincialOfficer } = world.hands()
    const key = await scored()
    const sampleId = await slippedIn(key)
    const product = (await sessionOverview(secretary, key.sessionId)).dossiers[0]!.productName
    const first = marksFor(set, 4)
      .filter(({ criterion }) => asked.some(({ code }) => code === criterion))
      .reduce(
        (sum, { criterion, choice }) =>
          sum + (typeof choice === 'number' ? asked.find(({ code }) => code === criterion)!.options[choice]!.points : 0),
        0,
      )
    await scoreRepeat(members[0]!, { ...key, sampleId, marks: marks('lowest') })
    await scoreRepeat(members[1]!, { ...key, sampleId, marks: marks('highest') })
    // Nothing is told before: it would say whose the code is.
    const known = (await memberRecord(members[1]!)).repeats.length
    expect((await closeSession(chair, key)).ok).toBe(true)

    const [low, high] = [await memberRecord(members[0]!), await memberRecord(members[1]!)]
    const own = ({ repeats }: typeof low) => repeats.find(({ productName }) => productName === product)
    expect(own(low)).toMatchObject({ first, again: pointsAt('lowest') })
    expect(own(high)).toMatchObject({ first, again: pointsAt('highest') })
    expect(high.repeats).toHaveLength(known + 1)
    expect(low.repeatability?.apart).toBeGreaterThan(0)
    expect(own(await memberRecord(members[2]!))).toBeUndefined()

    for (const ctx of [secretary, chair, provincialOfficer]) {
      const { repeats } = await sessionMarks(ctx, key.sessionId)
      expect(repeats).toHaveLength(1)
      const rows = [
        { first, again: pointsAt('lowest') },
        { first, again: pointsAt('highest') },
      ]
      expect(repeats[0]!.rows.map((row) => ({ first: row.first, again: row.again }))).toEqual(expect.arrayContaining(rows))
      expect(JSON.stringify(repeats)).not.toMatch(/usr_|cmb_/)
    }
    await expect(sessionMarks(members[0]!, key.sessionId)).rejects.toThrow(Forbidden)
    expect(await scoreRepeat(members[2]!, { ...key, sampleId, marks: marks('lowest') })).toMatchObject({
      refusal: { code: 'wrong-session-status' },
    })
  })

  test('a product of an earlier session of the council is offered again, and its first scoring is the one of that day', async () => {
    const { secretary, chair, members } = world.hands()
    const earlier = await scored()
    await closeSession(chair, earlier)
    const now = await scored()
    const offered = (await sessionRepeats(secretary, now.sessionId)).offered
    expect(offered.find(({ dossierId }) => dossierId === earlier.dossierId)).toMatchObject({ heldOn: '2026-11-23' })
    expect(offered.find(({ dossierId }) => dossierId === now.dossierId)).toMatchObject({ heldOn: null })
    const sampleId = await slippedIn({ sessionId: now.sessionId, dossierId: earlier.dossierId })
    await scoreRepeat(members[2]!, { sessionId: now.sessionId, sampleId, marks: marks('highest') })
    await closeSession(chair, now)
    expect((await memberRecord(members[2]!)).repeats[0]!.first).not.toBeNull()
  })

  test('who had a conflict with the product has nothing to compare', async () => {
    const { chair, members } = world.hands()
    const dossierId = await world.dossier()
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
    const { seats } = await sessionOverview(world.hands().secretary, sessionId)
    await recordAttendance(world.hands().secretary, { sessionId, present: seats.map(({ memberId }) => memberId) })
    await declareConflict(members[2]!, { sessionId, dossierId, reason: 'Người nhà' })
    for (const ctx of [chair, members[0]!, members[1]!]) await aSubmittedSheet(ctx, sessionId, dossierId, marksFor(set, 4))
    const sampleId = await slippedIn({ sessionId, dossierId })
    // A member without a row would know that it is the one they may not score.
    expect(await memberSamples(members[2]!, sessionId)).toHaveLength(1)
    await scoreRepeat(members[2]!, { sessionId, sampleId, marks: marks('highest') })
    const { repeatability } = await memberRecord(members[2]!)
    // Three sheets: whether they lie apart is withheld, and the council talks in any case.
    await recordDiscussion(world.hands().secretary, { sessionId, dossierId, discussion: 'Đã thảo luận.' })
    expect((await closeSession(chair, { sessionId })).ok).toBe(true)
    const after = await memberRecord(members[2]!)
    expect(after.repeats.find(({ again, first }) => again === pointsAt('highest') && first === null)).toBeDefined()
    expect(after.repeatability).toEqual(repeatability)
  })
})
