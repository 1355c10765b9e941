import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@dacsan/platform/config'
import { testDatabase } from '@dacsan/platform/testing'
import { emptyEdge } from '@dacsan/transparency-log'
import { fileStore } from '@dacsan/transparency-log/file-store'
import { appendToLog } from '@dacsan/transparency-log/log'
import { addSignature, signerOf } from '@dacsan/transparency-log/note'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import { aRecordedDecision } from '../../certificates/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aShop } from '../../shop/fixtures.ts'
import { logSize, newestCheckpoint, publicLogFile, takeCosigned } from './publish-log.ts'
import { proveSeals } from './prove-seals.ts'
import { openSealLog } from './seal-log.ts'
import { sealFacts } from './seal-facts.ts'

const { db, owner, as, dataDir } = await testDatabase<Tables>()
const config = readConfig({ DATA_DIR: dataDir, ORIGIN: 'https://ocop.example' })
const house = { db, config }
const atRest = await mkdtemp(join(tmpdir(), 'dacsan-log-'))
afterAll(() => rm(atRest, { recursive: true, force: true }))
const later = '2026-12-02T09:00:00+07:00'
const log = join(dataDir, 'log')

/** What the owner of the database can do, and then undoes: nothing there holds him. */
async function asOwner(change: ReturnType<typeof sql>, look: () => Promise<void>): Promise<void> {
  await owner.db
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await change.execute(tx)
      await Promise.reject(await looked(tx as unknown as typeof db, look))
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
}
const undone = new Error('undone')
async function looked(tx: typeof db, look: () => Promise<void>) {
  house.db = tx
  try {
    await look()
    return undone
  } catch (error) {
    return error
  } finally {
    house.db = db
  }
}
const ownSigner = async () => (await openSealLog(config, 'unused')).signer
const faults = async () => (await proveSeals(house)).faults

beforeAll(async () => {
  const world = await appraisalWorld(as)
  const { sessionId } = await world.mixedSession()
  await aRecordedDecision(as(world.actors.provincialOfficer, later), sessionId)
  await aShop(as)
}, 120_000)

test('before the first sealing nothing is bound, and nothing is wrong', async () => {
  expect(await proveSeals(house)).toEqual({ checked: 0, faults: [] })
})

test('a sealing binds every final fact once, and the next one has nothing to do', async () => {
  const { sealed, size, checkpoint } = await sealFacts(house)
  expect(sealed).toBe(size)
  expect(await logSize(house.config)).toBe(size)
  expect(checkpoint).toMatch(/^ocop\.example\/log\n\d+\n/)
  expect(await sealFacts(house)).toEqual({ sealed: 0, size, checkpoint: null })
  expect(await proveSeals(house)).toEqual({ checked: size, faults: [] })
  const kinds = await db.selectFrom('sealed_fact').select('kind').distinct().orderBy('kind').execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['appraisal-result', 'audit-entry', 'decided-certificate', 'decision', 'goods-entry', 'score-sheet']),
  )
})

test.each([
  [
    'C28: a point of a signed sheet',
    sql`update score_line set points = points + 1 where (sheet_id, position) = (select sheet_id, position from score_line order by 1, 2 limit 1)`,
    /^score-sheet \S+ was changed$/,
  ],
  ['the stars of a result', sql`update appraisal_result set stars = 5 where stars = 3`, /^appraisal-result \S+ was changed$/],
  ['the stars of a certificate', sql`update certificate set stars = 5 where stars = 3`, /^decided-certificate \S+ was changed$/],
  [
    'the term of a certificate',
    sql`update certificate set valid_until = '2099-12-31' where stars = 3`,
    /^decided-certificate \S+ was changed$/,
  ],
  [
    'a line of a decision',
    sql`update decision_item set outcome = 'recognised' where outcome = 'not-recognised'`,
    /^decision \S+ was changed$/,
  ],
  ['a movement of goods', sql`delete from stock_entry`, /^goods-entry \S+ is gone$/],
  [
    'C63: the end of the audit trail',
    sql`delete from audit_entry where seq = (select max(seq) from audit_entry)`,
    /^audit-entry \d+ is gone$/,
  ],
])('%s, changed by whoever owns the database, is named', async (_what, change, fault) => {
  await asOwner(change, async () => expect(await faults()).toEqual([expect.stringMatching(fault)]))
  expect(await faults()).toEqual([])
})

test('a fact that is said to be in the log and is not is told: it could be changed unseen', async () => {
  await asOwner(sql`insert into sealed_fact (kind, key, position) values ('decided-certificate', 'cer_x', 999999)`, async () =>
    expect(await faults()).toEqual([
      expect.stringMatching(/^the log ends at \d+, and 1000000 facts were bound into it$/),
      '1 facts are said to be in the log and are not',
    ]),
  )
})

test('a rewritten audit trail, whose chain holds in itself, is named from its first changed entry', async () => {
  const rewrite = sql`do $$ declare one audit_entry; before bytea; begin
    for one in select * from audit_entry order by lane, place loop
      before := case when one.place = 1 then one.previous_hash else before end;
      if one.seq >= 3 then
        one.actor_name := 'ai khác';
        one.previous_hash := before;
        one.hash := audit_entry_digest(one);
        update audit_entry set actor_name = one.actor_name, previous_hash = one.previous_hash, hash = one.hash where seq = one.seq;
      end if;
      before := one.hash;
    end loop; end $$`
  await asOwner(rewrite, async () => expect((await faults())[0]).toBe('audit-entry 000000000003 was changed'))
})

test('a fact that becomes final later is bound by the next sealing', async () => {
  await aShop(as, { name: 'HTX Khác' })
  const { checked } = await proveSeals(house)
  const { sealed, size } = await sealFacts(house)
  expect(sealed).toBeGreaterThan(0)
  expect(size).toBe(checked + sealed)
  expect(await faults()).toEqual([])
})

test('a sealing that was cut off before the database knew of it is noted by the next one, and binds nothing twice', async () => {
  const { facts } = await db
    .selectFrom('sealed_fact')
    .select((eb) => eb.fn.countAll<number>().as('facts'))
    .executeTakeFirstOrThrow()
  await owner.db.deleteFrom('sealed_fact').where('position', '>=', 5).execute()
  const { sealed } = await sealFacts(house)
  expect(sealed).toBe(0)
  const { noted } = await db
    .selectFrom('sealed_fact')
    .select((eb) => eb.fn.countAll<number>().as('noted'))
    .executeTakeFirstOrThrow()
  expect(noted).toBe(facts)
  expect(await faults()).toEqual([])
})

test('witnesses cosign a checkpoint, and a log that is no longer the one that they saw is named', async () => {
  const witness = await signerOf('witness.example', new Uint8Array(32).fill(7), 'cosignature/v1')
  const place = readConfig({ DATA_DIR: dataDir, ORIGIN: 'https://ocop.example', WITNESS_KEYS: `${witness.vkey}, ` })
  const witnessed = { db, config: place }
  expect((await proveSeals(witnessed)).faults).toEqual(['no witness has cosigned the log yet'])
  const checkpoint = (await newestCheckpoint(place))!
  expect(await takeCosigned(witnessed, checkpoint)).toMatchObject({ ok: false, refusal: { code: 'no-witness' } })
  const cosigned = await addSignature(checkpoint, witness, 1_796_000_000)
  expect(cosigned.ok && (await takeCosigned(witnessed, cosigned.value))).toMatchObject({
    ok: true,
    value: { witnesses: ['witness.example'] },
  })
  expect(await proveSeals(witnessed)).toMatchObject({ faults: [] })
  expect(await publicLogFile(place, 'cosigned')).toMatchObject({ isFinal: false })

  const [another, elsewhere] = [await mkdtemp(join(tmpdir(), 'dacsan-log-')), join(dataDir, 'log', 'cosigned')]
  const forged = { origin: 'ocop.example/log', signer: await ownSigner(), edge: emptyEdge, entries: [new TextEncoder().encode('{}')] }
  const fork = await appendToLog(fileStore(another), forged)
  await rm(another, { recursive: true })
  const seen = fork.ok && (await addSignature(fork.value.checkpoint, witness, 1_796_000_001))
  expect(seen && seen.ok && (await takeCosigned(witnessed, seen.value))).toMatchObject({ ok: false })
  if (seen && seen.ok) await writeFile(elsewhere, seen.value)
  expect((await proveSeals(witnessed)).faults).toEqual(['the log is not the one that the witnesses saw at 1'])
  await rm(elsewhere)
})

test('anybody may have the checkpoint, the key and the hashes of the log, and nobody its entries', async () => {
  expect(Buffer.from((await publicLogFile(config, 'checkpoint'))!.bytes).toString()).toMatch(/^ocop\.example\/log\n/)
  expect(Buffer.from((await publicLogFile(config, 'vkey'))!.bytes).toString()).toMatch(/^ocop\.example\/log\+/)
  expect(await publicLogFile(config, `tile/0/000.p/${await logSize(config)}`)).not.toBeNull()
  for (const path of [`tile/entries/000.p/${await logSize(config)}`, 'tile/0/999', '../keys/transparency-log', 'checkpoint.new', ''])
    expect(await publicLogFile(config, path)).toBeNull()
})

test('a log that is gone, shortened or altered is named, and nothing is sealed on top of it', async () => {
  await cp(log, atRest, { recursive: true })
  const back = () => cp(atRest, log, { recursive: true })
  await rm(log, { recursive: true })
  expect(await faults()).toEqual([expect.stringMatching(/^the log is gone: \d+ facts were bound into it$/)])
  await expect(sealFacts(house)).rejects.toThrow('the transparency log ends at 0')
  await back()
  await writeFile(join(log, 'tile/0/000.p/7'), 'x')
  expect(await faults()).toEqual([])
  await rm(join(log, 'tile/entries'), { recursive: true })
  expect(await faults()).toEqual([expect.stringContaining('"code":"tile-missing"')])
  await back()
  await writeFile(join(log, 'checkpoint'), 'ocop.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— x AAAA\n')
  expect(await faults()).toEqual([expect.stringContaining('the log is not what was signed')])
  await back()
  expect(await faults()).toEqual([])
})
