import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { must } from '../demo.ts'
import { aSession, aSubmittedSheet, marksFor } from '../appraisal/fixtures.ts'
import { answerTest, askTest } from '../appraisal/index.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import { returnDossier } from '../dossiers/index.ts'
import type { Actor } from '../identity/index.ts'
import { visitor } from '../identity/index.ts'
import { criteriaSet } from '../law/index.ts'
import { deskOf, timeOf } from './desk.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const at = (actor: Actor, now: string) => deskOf(as(actor, now))
const kinds = async (actor: Actor, now: string) => (await at(actor, now)).lines.map(({ kind, count }) => `${kind} ${count}`)
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const routes = globSync(['**/+page.svelte', '**/+page.server.ts'], {
  cwd: fileURLToPath(new URL('../../apps/web/src/routes', import.meta.url)),
})
  .map((file) => `/${file.slice(0, file.lastIndexOf('/'))}`)
  .map((route) => new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`))

describe('what waits on a desk', () => {
  test('a dossier waits for its producer until it is filed, then for its commune by the legal day, then for the province, and for nobody else', async () => {
    const { actors } = world
    const filed = await aDossier(world.people('2026-11-23T08:30:00+07:00'), { productId: world.product.id, status: 'submitted' })
    const commune = await at(actors.communeOfficer, '2026-11-23T09:00:00+07:00')
    // Quyết định 26/2026/QĐ-TTg gives the commune 15 working days after the day of receipt, Monday 23 November 2026; the 24th is Vietnam's Day of Culture.
    expect(commune.lines).toEqual([
      expect.objectContaining({
        kind: 'at-commune',
        says: '1 hồ sơ chờ xã kiểm tra',
        about: 'Mứt dừa sáp',
        count: 1,
        until: '2026-12-15',
        left: 'còn 15 ngày làm việc (đến 15/12)',
        urgency: 'later',
        path: `/van-phong/xa/${filed.id}`,
        desk: '/van-phong/xa',
      }),
    ])
    expect(commune.desks.map(({ path, count }) => ({ path, count }))).toEqual([
      { path: '/van-phong/xa', count: 1 },
      { path: '/van-phong/lam-ho', count: 0 },
      { path: '/van-phong/nhan-hieu', count: 0 },
      { path: '/van-phong/xa/ngung-san-xuat', count: 0 },
      { path: '/van-phong/chu-the-xin-vao', count: 0 },
      { path: '/van-phong/hau-kiem', count: 0 },
      { path: '/van-phong/con-san-xuat', count: 0 },
      { path: '/van-phong/ke-hoach', count: 0 },
      { path: '/van-phong/lich', count: 0 },
    ])
    expect(await kinds(actors.otherCommuneOfficer, '2026-11-23T09:00:00+07:00')).toEqual([])
    expect(await kinds(actors.producer, '2026-11-23T09:00:00+07:00')).toEqual([])
    expect((await at(actors.communeOfficer, '2026-12-10T09:00:00+07:00')).lines[0]!.urgency).toBe('soon')
    expect((await at(actors.communeOfficer, '2026-12-17T09:00:00+07:00')).lines[0]).toMatchObject({
      urgency: 'late',
      left: 'quá hạn 2 ngày làm việc (từ 15/12)',
    })

    const returned = await returnDossier(as(actors.communeOfficer, '2026-11-24T09:00:00+07:00'), {
      dossierId: filed.id,
      version: filed.version,
      repeatReason: '',
      items: [{ about: 'section:producer', text: 'Gửi lại giấy đăng ký kinh doanh' }],
    })
    expect(returned).toMatchObject({ ok: true })
    expect(await kinds(actors.communeOfficer, '2026-11-24T10:00:00+07:00')).toEqual([])
    expect((await at(actors.producer, '2026-11-26T10:00:00+07:00')).lines).toEqual([
      expect.objectContaining({
        kind: 'returned',
        about: 'Mứt dừa sáp',
        left: 'đã chờ 2 ngày',
        urgency: 'open',
        path: `/van-phong/ho-so/${filed.id}`,
      }),
    ])
    expect(await kinds(actors.rival, '2026-11-26T10:00:00+07:00')).toEqual([])
  })

  test('the province sees what it has to check, the adviser the report that is asked for, and the one whose report is handed in nothing more', async () => {
    const { actors, withoutReport } = world
    await world.dossier('proposed')
    await world.dossier('advised')
    const now = '2026-11-23T09:00:00+07:00'
    expect(await kinds(actors.provincialOfficer, now)).toEqual(['to-check 1'])
    expect(await kinds(actors.advisoryMember, now)).toEqual(['own-reports 1'])
    expect(await kinds(withoutReport.adviser, now)).toEqual([])
    await world.dossier('appraised')
    expect(await kinds(actors.provincialOfficer, now)).toEqual(['to-check 1', 'to-convene 1'])
    expect(await kinds(actors.leader, now)).toEqual([])
  })

  test('a producer sees until when it is to bring a test, and nothing once it has; its neighbour sees none', async () => {
    const { actors, hands } = world
    const dossierId = await world.dossier('advised')
    const asked = { dossierId, criterion: '', reason: 'Phiếu cũ', askedOf: 'producer', dueOn: '2026-12-01', reportWaits: true } as const
    const { testId } = must(await askTest(hands().adviser, { ...asked, indicator: 'Hàm lượng chì' }))
    const now = '2026-11-24T09:00:00+07:00'
    const own = async () => (await at(actors.producer, now)).lines.filter(({ kind }) => kind === 'tests-to-bring')
    expect(await own()).toEqual([
      expect.objectContaining({ count: 1, until: '2026-12-01', path: `/van-phong/ho-so/${dossierId}/kiem-nghiem` }),
    ])
    expect(await kinds(actors.rival, now)).toEqual([])
    const answer = { dossierId, testId, laboratory: 'Trung tâm', result: 'Đạt', testedOn: '2026-11-22' }
    const content = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    must(await answerTest(as(actors.producer, now), answer, { content, name: 'phieu.pdf' }))
    expect(await own()).toEqual([])
  })

  test('a member of a council reads before the session and hands in sheets while it scores; a member of another council sees none of it', async () => {
    const { council, hands, roundId, councilId } = world
    const dossierIds = [await world.dossier('appraised'), await world.dossier('appraised')]
    const [member] = council.members
    const sessionId = await aSession(hands(), { roundId, councilId, dossierIds, heldOn: '2026-11-25' })
    const before = await at(member!, '2026-11-23T09:00:00+07:00')
    expect(before.lines).toEqual([
      expect.objectContaining({
        kind: 'to-read',
        says: 'Đọc trước 2 hồ sơ cho phiên họp',
        count: 2,
        until: '2026-11-25',
        left: 'còn 1 ngày làm việc (đến 25/11)',
        urgency: 'soon',
        path: `/van-phong/hoi-dong/${sessionId}`,
      }),
    ])
    expect(await kinds(council.strangers.member, '2026-11-23T09:00:00+07:00')).toEqual([])
    expect(await kinds(council.secretary, '2026-11-23T09:00:00+07:00')).toEqual([])
    expect(await kinds(council.secretary, '2026-11-24T09:00:00+07:00')).toEqual(['to-run 1'])

    const scoring = [await world.dossier('appraised'), await world.dossier('appraised')]
    const running = await aSession(hands(), { roundId, councilId, dossierIds: scoring, heldOn: '2026-11-24', status: 'scoring' })
    expect(await kinds(member!, '2026-11-24T09:00:00+07:00')).toEqual(expect.arrayContaining(['sheets 2', 'to-read 2']))
    await aSubmittedSheet(hands('2026-11-24T09:30:00+07:00').members[0]!, running, scoring[0]!, marksFor(set, 4))
    expect(await kinds(member!, '2026-11-24T10:00:00+07:00')).toEqual(expect.arrayContaining(['sheets 1', 'to-read 2']))
  })

  test('a closed session waits for its decision', async () => {
    await world.mixedSession()
    expect(await kinds(world.actors.provincialOfficer, '2026-11-24T10:00:00+07:00')).toContain('to-decide 1')
  })

  test('every line leads to a page of the office, below a desk of whoever reads it', async () => {
    const { actors, council } = world
    const everybody = [...Object.values(actors), council.secretary, council.chair, ...council.members]
    for (const actor of everybody)
      for (const { path, desk } of (await at(actor, '2026-11-24T10:00:00+07:00')).lines) {
        expect(
          routes.some((route) => route.test(path.split('?')[0]!)),
          path,
        ).toBe(true)
        expect(desk, path).not.toBeNull()
      }
  })

  test('nobody who is not signed in is told anything', async () => {
    expect(await deskOf({ db, actor: visitor, now: new Date() })).toEqual({ desks: [], lines: [] })
  })
})

test('a moment is late, soon or later by the hours that are left', () => {
  const now = new Date('2026-11-24T10:00:00+07:00')
  const until = (hours: number) => timeOf({ since: null, until: new Date(now.getTime() + hours * 3_600_000) }, now)
  expect(until(-1)).toEqual({ urgency: 'late', left: 'đã quá giờ' })
  expect(until(0.5)).toEqual({ urgency: 'soon', left: 'còn chưa đến một giờ' })
  expect(until(23)).toEqual({ urgency: 'soon', left: 'còn 23 giờ' })
  expect(until(71.5)).toEqual({ urgency: 'later', left: 'còn 71 giờ' })
})
