import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  callDossier,
  closeSession,
  memberRecord,
  memberSheets,
  notePresentation,
  openDiscussion,
  orderDossiers,
  recordAttendance,
  recordFinding,
  recordDiscussion,
  saveSheet,
  sessionMarks,
  sessionOverview,
  sessionPackage,
  sheetFor,
  submitSheet,
} from '../index.ts'
import { replayPackage } from '../rules.ts'
import type { LineChange } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import { lettersOf } from './letters.ts'
import { isSealed, sealPackage } from './package-seal.ts'
import type { SealedPackage } from './package-seal.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const criteria = set.parts
  .flatMap((part) => part.sections.flatMap((section) => section.criteria))
  .filter(({ options }) => options.length > 0)
const mark = (criterion: string, points: number): LineChange => {
  const choice = criteria.find(({ code }) => code === criterion)!.options.findIndex((option) => option.points === points)
  return { criterion, choice, comment: '' }
}
/** Every criterion at its highest option: 100 points. */
const best = criteria.map(({ code, options }) => mark(code, Math.max(...options.map(({ points }) => points))))
const but = (...changes: LineChange[]) => best.map((line) => changes.find(({ criterion }) => criterion === line.criterion) ?? line)
/** 100 - 4 × 4 = 84: 16 points below the others. */
const low = but(mark('4.1', 1), mark('4.3', 1), mark('5.1', 1), mark('5.3', 1))

type Key = { sessionId: SessionId; dossierId: DossierId }

async function scored(marks: (member: number) => LineChange[], dossiers = 1): Promise<Key & { dossierIds: DossierId[] }> {
  const dossierIds: DossierId[] = []
  for (let at = 0; at < dossiers; at++) dossierIds.push(await world.dossier())
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'scoring' })
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  await recordAttendance(world.hands().secretary, { sessionId, present: seats.map(({ memberId }) => memberId) })
  for (const [member, ctx] of world.scorers().entries()) await aSubmittedSheet(ctx, sessionId, dossierIds[0]!, marks(member))
  return { sessionId, dossierId: dossierIds[0]!, dossierIds }
}

async function rescore(ctx: Ctx, key: Key, lines: LineChange[], reasons: Record<string, string>, reason = ''): Promise<void> {
  const view = await sheetFor(ctx, key)
  if (!view.ok) throw new Error(view.refusal.code)
  const { version } = view.value.sheet
  if (lines.length > 0) expect((await saveSheet(ctx, { ...key, version, lines })).ok).toBe(true)
  const submitted = await submitSheet(ctx, { ...key, version: version + (lines.length > 0 ? 1 : 0), reason, reasons })
  expect(submitted.ok).toBe(true)
}

const spreadFor = async (ctx: Ctx, key: Key) => {
  const view = await sheetFor(ctx, key)
  return view.ok ? view.value.spread : []
}

describe('the criteria to talk about', () => {
  test('a discussion names the criteria that lie furthest apart, with their lowest and highest mark and nobody', async () => {
    const key = await scored((member) => (member === 1 ? low : best))
    const { secretary, chair, members } = world.hands()
    expect((await sessionOverview(secretary, key.sessionId)).dossiers[0]!.spread).toEqual([])
    await openDiscussion(secretary, key)
    const named = ['4.1', '4.3', '5.1', '5.3'].map((criterion) => ({ criterion, range: { lowest: 1, highest: 5 } }))
    expect((await sessionOverview(secretary, key.sessionId)).dossiers[0]!.spread).toEqual(named)
    for (const ctx of [chair, ...members]) expect(await spreadFor(ctx, key)).toEqual(named)
  })
  test('nothing is named before a discussion, nor where the points lie within the limit', async () => {
    const key = await scored(() => best)
    expect((await openDiscussion(world.hands().secretary, key)).ok).toBe(false)
    for (const ctx of world.scorers()) expect(await spreadFor(ctx, key)).toEqual([])
  })
  test('a second discussion names nothing anew, so that no two answers tell what one changed sheet says', async () => {
    const key = await scored((member) => (member === 1 ? low : best))
    const { secretary, members } = world.hands()
    await openDiscussion(secretary, key)
    const first = (await sessionOverview(secretary, key.sessionId)).dossiers[0]!.spread
    for (const [member, ctx] of world.scorers().entries()) {
      if (member === 1) await rescore(ctx, key, [mark('4.1', 5), mark('1.5', 0)].slice(0, 1), { '4.1': 'Đã thấy hợp đồng' })
      else await rescore(ctx, key, [], {}, 'Giữ điểm')
    }
    expect((await openDiscussion(secretary, key)).ok).toBe(true)
    expect(await spreadFor(members[0]!, key)).toEqual(first)
  })
})

describe('the marks of a closed session', () => {
  test('every mark stands under a letter, a changed one with what it was and why', async () => {
    const key = await scored((member) => (member === 1 ? low : best))
    const { secretary, chair, members, provincialOfficer } = world.hands()
    await openDiscussion(secretary, key)
    for (const [member, ctx] of world.scorers().entries()) {
      if (member === 1)
        await rescore(ctx, key, [mark('4.1', 5), mark('4.3', 5)], { '4.1': 'Đã thấy hợp đồng', '4.3': 'Đã thấy sổ bán hàng' })
      else await rescore(ctx, key, [], {}, 'Không thấy gì mới')
    }
    expect((await closeSession(chair, key)).ok).toBe(true)
    for (const ctx of [secretary, chair, provincialOfficer]) {
      const { dossiers } = await sessionMarks(ctx, key.sessionId)
      const [dossier] = dossiers
      expect(dossier!.letters).toEqual(['A', 'B', 'C', 'D'])
      // 392 points of four sheets; 5.1: 1 + 5 + 5 + 5 = 16, a quarter is 4.
      expect(dossier!.totals.toSorted()).toEqual([100, 100, 100, 92])
      const row = dossier!.rows.find(({ code }) => code === '5.1')!
      expect([row.marks.toSorted(), row.average]).toEqual([[1, 5, 5, 5], '4.00'])
      const letter = dossier!.letters[row.marks.indexOf(1)]
      expect(dossier!.changed).toEqual([
        { letter, criterion: '4.1', before: '1', after: '5', reason: 'Đã thấy hợp đồng' },
        { letter, criterion: '4.3', before: '1', after: '5', reason: 'Đã thấy sổ bán hàng' },
      ])
      expect(dossier!.kept.map(({ reason }) => reason)).toEqual(Array(3).fill('Không thấy gì mới'))
      expect(JSON.stringify(dossiers)).not.toMatch(/usr_|cmb_/)
    }
    await expect(sessionMarks(members[0]!, key.sessionId)).rejects.toThrow(Forbidden)
    await expect(sessionMarks(as(world.actors.leader), key.sessionId)).rejects.toThrow(Forbidden)
    await expect(sessionMarks(as(world.actors.producer), key.sessionId)).rejects.toThrow(NotFound)
  })
})

describe('the meeting', () => {
  test('the secretary orders the dossiers, calls one, and notes when its producer presents it; the desks of the members follow', async () => {
    const { sessionId, dossierIds } = await scored(() => best, 3)
    const [a, b, c] = dossierIds as [DossierId, DossierId, DossierId]
    const { secretary, members } = world.hands('2026-11-23T09:00:00+07:00')
    expect(await orderDossiers(secretary, { sessionId, dossierId: c, to: 'earlier' })).toEqual({ ok: true, value: { position: 2 } })
    expect((await memberSheets(members[0]!, sessionId)).onTable).toBeNull()
    await callDossier(secretary, { sessionId, dossierId: c })
    const desk = await memberSheets(members[0]!, sessionId)
    expect([desk.dossiers.map(({ dossierId }) => dossierId), desk.onTable?.dossierId]).toEqual([[a, c, b], c])
    const early = await notePresentation(secretary, { sessionId, dossierId: c, part: 'ends' })
    expect(early).toEqual({ ok: false, refusal: { code: 'presentation-not-begun' } })
    await notePresentation(secretary, { sessionId, dossierId: c, part: 'begins' })
    await notePresentation(world.hands('2026-11-23T09:15:00+07:00').secretary, { sessionId, dossierId: c, part: 'ends' })
    const [, second] = (await sessionOverview(secretary, sessionId)).dossiers
    expect([second!.presentedFrom, second!.presentedTo]).toEqual([
      new Date('2026-11-23T09:00:00+07:00'),
      new Date('2026-11-23T09:15:00+07:00'),
    ])
    await expect(callDossier(secretary, { sessionId, dossierId: 'dos_elsewhere' })).rejects.toThrow(NotFound)
  })
})

describe("a member's own record", () => {
  test('it sets the own totals beside the averages of closed sessions, and says nothing of an open one', async () => {
    const stranger = as(world.council.strangers.member)
    expect(await memberRecord(stranger)).toEqual({ whole: null, sessions: [], repeatability: null, repeats: [] })
    const [, , third] = world.hands().members
    const before = (await memberRecord(third!)).whole?.products ?? 0
    // 84 of the third member against (100 + 100 + 100 + 84)/4 = 96: twelve below.
    const key = await scored((member) => (member === 3 ? low : best))
    expect((await memberRecord(third!)).whole?.products ?? 0).toBe(before)
    await recordDiscussion(world.hands().secretary, { ...key, discussion: 'Giữ điểm.' })
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    const session = (await memberRecord(third!)).sessions.find(({ sessionId }) => sessionId === key.sessionId)!
    expect(session.record).toEqual({ products: 1, bias: -12, spread: null })
    expect(session.products).toEqual([{ dossierId: key.dossierId, productName: expect.any(String), own: 84, average: '96.00', apart: -12 }])
    const other = (await memberRecord(world.hands().chair)).sessions.find(({ sessionId }) => sessionId === key.sessionId)!
    expect(other.products[0]).toMatchObject({ own: 100, apart: 4 })
    for (const reader of [world.council.secretary, world.actors.provincialOfficer, world.actors.leader]) {
      await expect(memberRecord(as(reader))).rejects.toThrow(Forbidden)
    }
  })
})

describe('the scoring package', () => {
  // Set 07: 4.1 of one sheet 3, 1.5 of another 2: (98 + 99 + 100 + 100)/4 = 99.25, four stars by two minimums of five.
  const marks = [best, but(mark('4.1', 3)), but(mark('1.5', 2)), best]
  let packed: SealedPackage
  beforeAll(async () => {
    const { sessionId, dossierIds } = await scored((member) => marks[member]!, 3)
    const { secretary, chair } = world.hands()
    await recordFinding(secretary, { sessionId, dossierId: dossierIds[1]!, finding: 'eliminated', reason: 'Chỉ đổi tên sản phẩm khác' })
    await recordFinding(secretary, { sessionId, dossierId: dossierIds[2]!, finding: 'postponed', reason: 'Chờ phiếu kiểm nghiệm' })
    await closeSession(chair, { sessionId })
    packed = await sessionPackage(secretary, sessionId)
  })

  /** The published program, which imports nothing of ours. */
  function published(asked: unknown): { results: { total: string; stars: number }[]; agrees: boolean } {
    const program = fileURLToPath(new URL('../../../docs/replay-scoring-package.mjs', import.meta.url))
    const run = spawnSync(process.execPath, [program], { input: JSON.stringify(asked), encoding: 'utf8' })
    expect(run.stderr).toBe('')
    return JSON.parse(run.stdout) as ReturnType<typeof published>
  }
  const ours = (asked: SealedPackage) => {
    const { results, agrees } = replayPackage(asked)
    return { results, agrees: agrees && isSealed(asked) }
  }
  const results = [
    { dossier: expect.any(String), total: '99.25', stars: 4 },
    { dossier: expect.any(String), total: '0.00', stars: 1 },
  ]

  test('a package replays to the same stars by our program and by one that knows nothing of us', () => {
    expect(ours(packed)).toEqual({ results, agrees: true })
    expect(published(packed)).toEqual({ results, agrees: true })
  })
  test('the order of keys and the spaces of the file do not matter', () => {
    const { digest, dossiers, ...rest } = packed
    expect(published({ digest, dossiers, ...rest })).toMatchObject({ agrees: true })
    expect(isSealed({ digest, dossiers, ...rest })).toBe(true)
  })
  test('a package names no member and carries no comment', () => {
    expect(packed.dossiers[0]!.sheets.map(({ member }) => member)).toEqual(['A', 'B', 'C', 'D'])
    expect(JSON.stringify(packed)).not.toMatch(/usr_|cmb_|"comment"|generalComment/)
    // Left for another session: nothing of it was decided.
    expect(packed.dossiers[2]).toMatchObject({ finding: 'postponed', sheets: [], result: null })
  })

  type Draft = { -readonly [Name in keyof SealedPackage]: SealedPackage[Name] }
  const tampered: Record<string, (draft: Draft) => void> = {
    'a mark': (draft) => (draft.dossiers[0]!.sheets[0]!.choices['1.1'] = 0),
    'the stars': (draft) => (draft.dossiers[0]!.result!.stars = 5),
    'the points and their total': (draft) => Object.assign(draft.dossiers[0]!.result!, { points: 400, total: '100.00' }),
    'a minimum of the set': (draft) =>
      draft.criteria[0]!.parts.forEach(({ sections }) =>
        sections.forEach((section) =>
          section.criteria.forEach(({ options }) => options.forEach((option) => delete (option as { minimumFor?: 5 }).minimumFor)),
        ),
      ),
    'the points of a star': (draft) => (draft.dossiers[0]!.starBands.find(({ star }) => star === 3)!.min = 100),
    'the quorum': (draft) => (draft.rules.quorumPercent.value = 101),
    'a sheet taken out': (draft) => draft.dossiers[0]!.sheets.pop(),
    'a finding taken back': (draft) => (draft.dossiers[1]!.finding = null),
    'the name of a product': (draft) => (draft.dossiers[0]!.product = 'Khác'),
    'no digest': (draft) => delete (draft as Partial<Draft>).digest,
    'points that no option has': (draft) => (draft.dossiers[0]!.sheets[0]!.choices['1.1'] = 77),
  }
  test.each(Object.keys(tampered))('a package in which somebody changed %s does not agree', (what) => {
    const draft = structuredClone(packed)
    tampered[what]!(draft)
    expect(ours(draft).agrees).toBe(false)
    expect(published(draft).agrees).toBe(false)
  })
  test('a package that was sealed anew over other results does not agree either', () => {
    for (const what of ['a mark', 'the stars', 'the quorum', 'a sheet taken out']) {
      const { digest: _, ...draft } = structuredClone(packed)
      tampered[what]!(draft as Draft)
      const sealed = sealPackage(draft)
      expect(ours(sealed).agrees, what).toBe(false)
      expect(published(sealed).agrees, what).toBe(false)
    }
  })
  test('there is no package before the close', async () => {
    const { sessionId } = await scored(() => marksFor(set, 4))
    await expect(sessionPackage(world.hands().secretary, sessionId)).rejects.toThrow(NotFound)
  })
  test('points that lay too far apart agree once the council has talked', async () => {
    const key = await scored((member) => (member === 1 ? low : best))
    await recordDiscussion(world.hands().secretary, { ...key, discussion: 'Giữ điểm.' })
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    const apart = await sessionPackage(world.hands().chair, key.sessionId)
    expect(published(apart).agrees && ours(apart).agrees).toBe(true)
    const { digest: _, ...draft } = structuredClone(apart)
    draft.dossiers[0]!.discussed = false
    expect(ours(sealPackage(draft)).agrees || published(sealPackage(draft)).agrees).toBe(false)
  })
  test('whoever holds the package cannot tell a seat by its letter', async () => {
    const seats = await db.selectFrom('council_member').select(['id', 'seat']).where('council_id', '=', world.councilId).execute()
    const chair = seats.find(({ seat }) => seat === 'chair')!.id
    const ids = seats.map(({ id }) => id)
    const letters = Array.from({ length: 40 }, (_, at) => lettersOf(`ses_${at}`, ids).get(chair))
    expect(new Set(letters).size).toBeGreaterThan(1)
  })
})
