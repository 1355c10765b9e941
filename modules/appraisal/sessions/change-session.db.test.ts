import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { aSession } from '../fixtures.ts'
import { cancelSession, findSession, listCouncilWork, moveSession, openSession, startScoring } from '../index.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})
const called = async () => {
  const dossierId = await world.dossier()
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], heldOn: '2026-12-02' })
  return { dossierId, sessionId }
}
const reason = 'Chờ kết quả kiểm nghiệm.'
const place = 'Hội trường tầng 2'
const eventsOf = async (type: string, sessionId: string) =>
  (await db.selectFrom('event').select('payload').where('type', '=', type).execute()).filter(
    ({ payload }) => (payload as { sessionId: string }).sessionId === sessionId,
  )

describe('a session that has not begun', () => {
  test('is moved to another day and place for a reason, and whoever was called is told of both days', async () => {
    const { sessionId } = await called()
    const { secretary, chair } = world.hands()
    const to = { sessionId, heldOn: '2026-12-04', place, reason }
    expect(await moveSession(secretary, { ...to, reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    const { session } = await findSession(secretary, sessionId)
    expect(await moveSession(secretary, { ...to, heldOn: session.heldOn, place: session.place })).toMatchObject({
      refusal: { code: 'nothing-moved' },
    })
    // The advisory group reported on 23 November: nobody meets before that.
    expect(await moveSession(secretary, { ...to, heldOn: '2026-11-01' })).toMatchObject({ refusal: { code: 'held-before-report' } })
    await expect(moveSession(chair, to)).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await moveSession(secretary, to)).toEqual({ ok: true, value: null })
    expect((await findSession(secretary, sessionId)).session).toMatchObject({
      heldOn: '2026-12-04',
      place,
      changeReason: reason,
      status: 'preparing',
    })
    const [told] = await eventsOf('council-session.moved', sessionId)
    expect(told!.payload).toMatchObject({ before: '2026-12-02', heldOn: '2026-12-04', reason })
  })

  test('is cancelled for a reason: its dossiers are free for another one, and nothing is done in it any more', async () => {
    const { sessionId, dossierId } = await called()
    const { secretary, office } = { ...world.hands(), office: as(world.actors.provincialOfficer) }
    expect(await cancelSession(office, { sessionId, reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    const { roundId, councilId } = world
    const again = { roundId, councilId, heldOn: '2026-12-09', place, dossierIds: [dossierId] }
    expect(await openSession(secretary, again)).toMatchObject({ refusal: { code: 'dossiers-not-ready' } })
    expect(await cancelSession(office, { sessionId, reason })).toEqual({ ok: true, value: null })
    expect(await startScoring(secretary, { sessionId })).toEqual({
      ok: false,
      refusal: { code: 'wrong-session-status', status: 'cancelled' },
    })
    const { parts, session } = await findSession(secretary, sessionId)
    expect([parts, session.changeReason]).toEqual([{ sheets: false, overview: false, results: false, papers: false, marks: false }, reason])
    expect((await listCouncilWork(office)).running.map(({ id }) => id)).not.toContain(sessionId)
    expect((await openSession(secretary, again)).ok).toBe(true)
  })

  test('is neither moved nor cancelled once the scoring has begun', async () => {
    const { sessionId } = await called()
    const { secretary } = world.hands()
    await startScoring(secretary, { sessionId })
    const no = { ok: false, refusal: { code: 'wrong-session-status', status: 'scoring' } }
    expect(await moveSession(secretary, { sessionId, heldOn: '2026-12-04', place, reason })).toEqual(no)
    expect(await cancelSession(secretary, { sessionId, reason })).toEqual(no)
  })
})
