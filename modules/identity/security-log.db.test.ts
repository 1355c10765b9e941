import { sql } from 'kysely'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import type { Actor } from './actor.ts'
import { visitor } from './actor.ts'
import { createAuth } from './auth.ts'
import { aPerson, someoneWith } from './fixtures.ts'
import { listSecurityEntries, noteSecurity, readersOf, securityFilter, signIn } from './index.ts'
import { limits } from './limits.ts'
import { deleteOldSecurityEntries, standsFor } from './security-log.ts'

const { db, owner, as } = await testDatabase<Tables>()
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const administrator = as(someoneWith('administrator'))
const all = (filter = {}) => listSecurityEntries(administrator, securityFilter.parse(filter))
const person = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader', password: 'con trâu đi trước' }))
const tryAs = (email: string, password: string, address = '203.0.113.9', requestId = 'req_1') =>
  signIn({ auth, db, actor: visitor, headers: new Headers(), address, requestId, now: new Date() }, { email, password })

test('C67: right and wrong passwords leave a line with person, network address and request id, and an unknown address only its digest', async () => {
  await tryAs(person.email, 'sai')
  await tryAs('khong.co@example.vn', 'sai')
  await tryAs(person.email, 'con trâu đi trước', '203.0.113.10', 'req_2')
  const { entries } = await all({ what: 'sign-in' })
  expect(entries).toMatchObject([
    { outcome: 'done', actorId: person.userId, address: '203.0.113.10', requestId: 'req_2', tried: null },
    { outcome: 'refused', reason: 'wrong-email-or-password', actorId: null, tried: expect.stringMatching(/^[\w-]{22}$/) },
    { outcome: 'refused', reason: 'wrong-email-or-password', actorId: person.userId, address: '203.0.113.9', requestId: 'req_1' },
  ])
  expect(JSON.stringify(entries)).not.toContain('khong.co')
})

test('C35: a lock-out leaves a line of its own', async () => {
  for (let i = 0; i <= limits.accountHere.most; i++) await tryAs(person.email, 'sai', '203.0.113.77')
  const { entries } = await all({ what: 'lock-out' })
  expect(entries).toMatchObject([{ outcome: 'refused', reason: 'too-many-attempts', actorId: person.userId, address: '203.0.113.77' }])
})

test('a flood of refusals from one address is sampled, and the lines say how many they stand for', async () => {
  expect([1, 300, 301, 511, 512, 513, 1024].map((count) => standsFor(count, 300))).toEqual([1, 1, 0, 0, 212, 0, 512])
  const before = (await all()).total
  const refused = { at: new Date(), what: 'read', outcome: 'refused', actor: person as Actor, address: '198.51.100.9' } as const
  for (let i = 0; i < 600; i++) await noteSecurity(db, refused)
  expect((await all()).total - before).toBe(limits.notesHere.most + 1)
  expect((await all({ address: '198.51.100.9' })).entries[0]).toMatchObject({ times: 212 })
}, 60_000)

test('lines cannot be changed or deleted, but for those whose time of retention has passed', async () => {
  await expect(sql`update security_entry set actor_id = null`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`update security_entry set actor_id = null`.execute(owner.db)).rejects.toThrow('append only')
  await expect(sql`delete from security_entry`.execute(db)).rejects.toThrow('append only')
  await expect(sql`truncate security_entry`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`truncate security_entry`.execute(owner.db)).rejects.toThrow('append only')
  await sql`insert into legal_rule (id, topic, value, instrument, effective_from, certainty)
    values ('retention', 'retention.system-log-months', '12', 'Nghị định 333/2026/NĐ-CP', '2026-07-01', 'inferred')`.execute(db)
  const now = new Date('2027-11-28T08:00:00+07:00')
  for (const at of ['2026-11-27T08:00:00+07:00', '2026-11-29T08:00:00+07:00'])
    await noteSecurity(db, { at: new Date(at), what: 'read', outcome: 'done', actor: person as Actor, requestId: at })
  await inTransaction({ db }, (tx) => deleteOldSecurityEntries(tx, now))
  const kept = (await all()).entries.map(({ requestId }) => requestId)
  expect(kept).toContain('2026-11-29T08:00:00+07:00')
  expect(kept).not.toContain('2026-11-27T08:00:00+07:00')
  await expect(sql`delete from security_entry`.execute(db)).rejects.toThrow('append only')
})

test('C67: one question says who read a thing within thirty days, what they were then, and when', async () => {
  const object = { type: 'dossier', id: 'dos_read' }
  const read = (at: string, outcome: 'done' | 'refused' = 'done') =>
    noteSecurity(db, { at: new Date(at), what: 'read', outcome, actor: person as Actor, object, requestId: 'req_9' })
  await read('2026-09-01T08:00:00+07:00')
  await read('2026-11-20T08:00:00+07:00')
  await read('2026-11-21T08:00:00+07:00')
  await read('2026-11-22T08:00:00+07:00', 'refused')
  expect(await readersOf(db, [object], new Date('2026-10-29T08:00:00+07:00'))).toEqual([
    {
      actorId: person.userId,
      actorName: person.name,
      seats: [{ role: 'leader', organisation: person.memberships[0]!.organisationName }],
      first: new Date('2026-11-20T08:00:00+07:00'),
      last: new Date('2026-11-21T08:00:00+07:00'),
      times: 2,
    },
  ])
})

test('only administrators read the log', async () => {
  await expect(listSecurityEntries(as(someoneWith('leader')), securityFilter.parse({}))).rejects.toMatchObject({ name: 'Forbidden' })
})
