import { testDatabase } from '@dacsan/platform/testing'
import { nameActs } from '@dacsan/decisions'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from './fixtures.ts'
import { listAuditEntries, record, verifyAuditChain, visitor } from './index.ts'

const { db, owner, as } = await testDatabase<Tables>()
const ctx: Ctx = as(someoneWith('administrator'), '2026-11-23T08:00:00+07:00')
const { change } = nameActs('thing', { change: { by: { administrator: 'any' }, event: 'thing.changed', says: 'Đổi' } })
const write = (subjectId: string, at: Ctx = ctx) =>
  db.transaction().execute((tx) => record(tx, at, change, { subjectId, detail: { tên: 'Dừa sáp “Cầu Kè” 🥥', n: 1.5 } }))

/** What only somebody with the keys of the database can do: the triggers off, the change, the triggers on. */
async function tamper(statement: string): Promise<void> {
  await owner.db.transaction().execute(async (tx) => {
    await sql`alter table audit_entry disable trigger user`.execute(tx)
    await sql.raw(statement).execute(tx)
    await sql`alter table audit_entry enable trigger user`.execute(tx)
  })
}

describe('the audit trail', () => {
  test('however many write at once, each line is chained to the one before it in its lane', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(`t${n}`)))
    expect(await verifyAuditChain(db)).toEqual({ ok: true, entries: 20 })
    const { rows } = await owner.pool.query('select lane, array_agg(place order by seq) as places from audit_entry group by lane')
    expect(rows.length).toBeGreaterThan(1)
    for (const { places } of rows) expect(places.map(Number)).toEqual(places.map((_: string, at: number) => at + 1))
  })

  test('C63: the audit trail refuses changes, deletions and truncation, to the running product and to the owner', async () => {
    for (const statement of [
      "update audit_entry set actor_name = 'ai khác'",
      'delete from audit_entry where seq = 1',
      'truncate audit_entry',
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow('permission denied for table audit_entry')
      await expect(sql.raw(statement).execute(owner.db)).rejects.toThrow('audit_entry is append only')
    }
  })

  test('a change that was undone leaves no line', async () => {
    const undone = db.transaction().execute(async (tx) => {
      await record(tx, ctx, change, { subjectId: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await verifyAuditChain(db)).toMatchObject({ ok: true, entries: 20 })
    await write('after')
    expect(await verifyAuditChain(db)).toMatchObject({ ok: true, entries: 21 })
  })

  test('administrators alone read the audit trail, by subject, by name and by the day in Việt Nam', async () => {
    await write('early', as(someoneWith('administrator'), '2026-11-23T16:59:59Z'))
    await write('late', as(someoneWith('administrator'), '2026-11-23T17:00:00Z'))
    const day = await listAuditEntries(ctx, { day: '2026-11-24', page: 1 })
    expect(day.entries.map(({ subjectId }) => subjectId)).toEqual(['late'])
    const subject = await listAuditEntries(ctx, { subjectType: 'thing', subjectId: 't3', page: 1 })
    expect(subject).toMatchObject({ total: 1, entries: [{ actorName: 'Người thử', detail: { tên: 'Dừa sáp “Cầu Kè” 🥥', n: 1.5 } }] })
    expect((await listAuditEntries(ctx, { actor: '100%', page: 1 })).total).toBe(0)
    for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
      await expect(listAuditEntries(as(actor), { page: 1 })).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('C63: the proof of the chain names the row whose words were changed by somebody with the keys of the database', async () => {
    await tamper("update audit_entry set actor_name = 'ai khác' where seq = 7")
    expect(await verifyAuditChain(db)).toEqual({ ok: false, entries: 23, brokenAt: 7, reason: 'changed' })
    await tamper("update audit_entry set actor_name = 'Người thử' where seq = 7")
    expect(await verifyAuditChain(db)).toMatchObject({ ok: true })
  })

  /** Three lines that follow each other in one lane. */
  async function threeInALane(): Promise<[number, number, number]> {
    const { rows } = await owner.pool.query<{ seqs: string[] }>(
      'select array_agg(seq order by place) as seqs from audit_entry group by lane order by count(*) desc limit 1',
    )
    return rows[0]!.seqs.slice(0, 3).map(Number) as [number, number, number]
  }

  test('the proof of the chain names the row after one whose hash was made to fit its changed words', async () => {
    for (let n = 0; n < 3; n++) await write(`more${n}`)
    const [, changed, after] = await threeInALane()
    await tamper(`update audit_entry set action = 'thing.praised' where seq = ${changed};
      update audit_entry set hash = audit_entry_digest(audit_entry) where seq = ${changed}`)
    expect(await verifyAuditChain(db)).toMatchObject({ ok: false, brokenAt: after, reason: 'unlinked' })
    await tamper(`update audit_entry set action = 'thing.changed' where seq = ${changed};
      update audit_entry set hash = audit_entry_digest(audit_entry) where seq = ${changed}`)
    expect(await verifyAuditChain(db)).toMatchObject({ ok: true })
  })

  test('C63: the proof of the chain names the place where a row was taken out', async () => {
    const [, gone, after] = await threeInALane()
    await tamper(`delete from audit_entry where seq = ${gone}`)
    expect(await verifyAuditChain(db)).toMatchObject({ ok: false, brokenAt: after, reason: 'missing' })
  })
})
