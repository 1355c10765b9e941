import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { findDossier } from '../../dossiers/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import { closeSession, listResults, recordAttendance, saveSheet, sessionOverview, sheetFor, submitSheet } from '../index.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as, db, owner, url } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')

/** A session of two dossiers on which everything is ready for the close, but for the sheets of those left out. */
async function readyToClose(leaveOut = 0): Promise<{ sessionId: SessionId; dossierIds: DossierId[] }> {
  const dossierIds = [await world.dossier(), await world.dossier()]
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'scoring' })
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  await recordAttendance(world.hands().secretary, { sessionId, present: seats.map((seat) => seat.memberId) })
  for (const ctx of world.scorers().slice(0, 4 - leaveOut)) {
    for (const dossierId of dossierIds) await aSubmittedSheet(ctx, sessionId, dossierId)
  }
  return { sessionId, dossierIds }
}

const resultsOf = (sessionId: SessionId) =>
  db.selectFrom('appraisal_result').select('dossier_id').where('session_id', '=', sessionId).execute()

test('two closes at once close once', async () => {
  const { sessionId } = await readyToClose()
  const both = await Promise.all([closeSession(world.hands().chair, { sessionId }), closeSession(world.hands().chair, { sessionId })])
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(both.find((outcome) => !outcome.ok)).toEqual({ ok: false, refusal: { code: 'wrong-session-status', status: 'closed' } })
  expect(await resultsOf(sessionId)).toHaveLength(2)
  const events = await sql<{ count: number }>`
    select count(*) from event where type = 'council-session.closed' and payload ->> 'sessionId' = ${sessionId}`.execute(db)
  expect(events.rows).toEqual([{ count: 1 }])
})

test('C29: a sheet handed in while the chair closes is either in the result or refused, never lost', async () => {
  for (let round = 0; round < 5; round++) {
    const { sessionId, dossierIds } = await readyToClose(1)
    const last = world.scorers()[3]!
    const [first, second] = dossierIds as [DossierId, DossierId]
    await aSubmittedSheet(last, sessionId, first)
    await saveSheet(last, { sessionId, dossierId: second, version: 0, lines: marksFor(set, 4) })
    const [submitted, closed] = await Promise.all([
      submitSheet(last, { sessionId, dossierId: second, version: 1, reason: '' }),
      closeSession(world.hands().chair, { sessionId }),
    ])
    expect(submitted.ok).toBe(true)
    if (closed.ok) {
      expect((await listResults(world.hands().chair, sessionId)).map((row) => row.sheetCount)).toEqual([4, 4])
    } else {
      expect(closed.refusal).toMatchObject({ code: 'sheets-missing' })
      expect(await resultsOf(sessionId)).toEqual([])
    }
  }
})

test('the second of two last sheets handed in at once discloses whether the points deviate', async () => {
  const { sessionId, dossierIds } = await readyToClose(2)
  const [dossierId] = dossierIds as [DossierId, DossierId]
  const last = world.scorers().slice(2)
  for (const ctx of last) await saveSheet(ctx, { sessionId, dossierId, version: 0, lines: marksFor(set, 4) })
  const both = await Promise.all(last.map((ctx) => submitSheet(ctx, { sessionId, dossierId, version: 1, reason: '' })))
  expect(both.every((outcome) => outcome.ok)).toBe(true)
  const { dossiers } = await sessionOverview(world.hands().secretary, sessionId)
  expect(dossiers.find((row) => row.dossierId === dossierId)).toMatchObject({ submitted: 4, disclosure: 'within', needsDiscussion: false })
})

describe('kill -9 while closing', () => {
  test('a close that is killed leaves nothing behind, and the next close is complete', async () => {
    const { sessionId, dossierIds } = await readyToClose()
    // The close stops in its middle: after the first result, before the second.
    await sql`
      create function dawdle() returns trigger language plpgsql as $$ begin
        if new.dossier_id = ${sql.lit(dossierIds.toSorted()[1])} then perform pg_sleep(2); end if;
        return new;
      end $$`.execute(owner.db)
    await sql`create trigger dawdle before insert on appraisal_result for each row execute function dawdle()`.execute(owner.db)

    const script = fileURLToPath(new URL('killed-close.child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, url, sessionId], { stdio: ['ignore', 'inherit', 'inherit'] })
    await untilSleeping()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await sql`drop trigger dawdle on appraisal_result`.execute(owner.db)

    expect(await resultsOf(sessionId)).toEqual([])
    for (const dossierId of dossierIds) expect((await findDossier(world.hands().provincialOfficer, dossierId)).status).toBe('appraising')
    const { session } = await sessionOverview(world.hands().chair, sessionId)
    expect(session).toMatchObject({ status: 'scoring', closedAt: null })

    const [dossierId] = dossierIds as [DossierId, DossierId]
    const sheet = await sheetFor(world.hands().chair, { sessionId, dossierId })
    expect(sheet.ok && sheet.value.sheet.status).toBe('submitted')
    expect((await closeSession(world.hands().chair, { sessionId })).ok).toBe(true)
    expect(await resultsOf(sessionId)).toHaveLength(2)
    for (const dossierId of dossierIds) expect((await findDossier(world.hands().provincialOfficer, dossierId)).status).toBe('scored')
  })
})

/** Waits until the close sleeps inside the database, with its first result written and not committed. */
async function untilSleeping(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`.execute(db)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the close never reached the database')
}
