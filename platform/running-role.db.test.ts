import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { addJob } from './add-job.ts'
import { writeBackup } from './backup.ts'
import { inTransaction } from './context.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { openInstallation } from './installation.ts'
import { runJobs } from './jobs.ts'
import { createLog } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { startPostgres } from './postgres-server.ts'
import { restoreBackup } from './restore.ts'
import { grantRunning, makeRunningRole, runningRole } from './running-role.ts'
import { databaseAt, onServer } from './testing-server.ts'
import { testDatabase } from './testing.ts'

const { url: server } = inject('testServer')
const { db, pool, owner, dataDir, role, as } = await testDatabase()
const append = `insert into audit_entry (at, actor_name, action, subject_type, subject_id, detail) values (now(), 'x', 'x', 'x', 'x', '{}')`
const silent = createLog('silent')

const whoAmI = async ({ pool }: { pool: pg.Pool }) =>
  (await pool.query('select current_user::text as user, session_user::text as session')).rows[0]
const denied = /permission denied|must be (owner|superuser)/
const deniedTo = ({ pool }: { pool: pg.Pool }, statement: string) => expect(pool.query(statement)).rejects.toThrow(denied)

describe('the running product', () => {
  test.for([
    "update audit_entry set actor_name = 'ai khác'",
    'delete from audit_entry',
    'truncate audit_entry',
    'alter table audit_entry disable trigger all',
    'drop trigger audit_entry_append_only on audit_entry',
    'alter table audit_entry owner to current_user',
    'update stock_entry set delta = 0',
    'delete from payment_event',
    'delete from diary_entry',
    'update sealed_fact set position = 0',
    'delete from sealed_fact',
    'truncate auth_user',
    "update installation set province = 'x'",
    'delete from schema_migration',
    'create table public.mine (id int)',
    'create function public.mine() returns int language sql as $$ select 1 $$',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
    'create schema mine',
    'set session_replication_role = replica',
    'create role mine superuser',
    `alter role ${runningRole} superuser`,
    'set role pg_write_all_data',
    "copy audit_entry to program 'cat'",
  ])('C63: the running product may not: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow(denied)
  })

  test('C63: the running product has exactly its rights of every table, and a new table cannot be forgotten', async () => {
    const { rows } = await owner.pool.query<{ name: string; view: boolean; guards: string[]; rights: string[] }>(
      `select c.relname as name, relkind = 'v' as view,
        array(select p.proname::text from pg_trigger t join pg_proc p on p.oid = tgfoid where tgrelid = c.oid and tgname like '%append\\_only') as guards,
        array(select privilege_type::text from information_schema.role_table_grants g
          where g.table_schema = 'public' and g.table_name = c.relname and grantee in ($1, 'PUBLIC') order by 1) as rights
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') order by 1`,
      [runningRole],
    )
    const may = ({ name, view, guards: [guard] }: (typeof rows)[number]) => {
      if (view || name === 'schema_migration' || name === 'installation') return ['SELECT']
      if (name === 'sealed_fact' || guard === 'refuse_change') return ['INSERT', 'SELECT']
      // A guard of its own lets a retention delete.
      if (guard) return ['DELETE', 'INSERT', 'SELECT']
      return ['DELETE', 'INSERT', 'SELECT', 'UPDATE']
    }
    expect(rows.map(({ name, rights }) => [name, rights])).toEqual(rows.map((row) => [row.name, may(row)]))
    const only = rows.filter(({ rights }) => rights.length === 2).map(({ name }) => name)
    expect(only).toEqual([
      'audit_entry',
      'bank_line',
      'bank_line_answer',
      'bank_line_key',
      'bank_line_part',
      'bank_refund',
      'buyer_agreement',
      'buyer_agreement_price',
      'buyer_bill',
      'buyer_bill_credit',
      'buyer_bill_order',
      'buyer_bill_step',
      'buyer_offer',
      'buyer_papers',
      'buyer_papers_download',
      'buyer_step',
      'buyer_step_confirmation',
      'certificate_credential',
      'certificate_reprint',
      'channel_order_goods',
      'channel_order_line',
      'channel_settlement',
      'channel_settlement_answer',
      'cod_payout_answer',
      'cod_payout_line',
      'cod_settlement',
      'collection_text',
      'consent_text',
      'consignment_entry',
      'consignment_statement_line',
      'contest_prize_withdrawal',
      'contest_result',
      'contest_vote',
      'credential_key',
      'diary_entry',
      'dossier_filing',
      'epcis_capture',
      'epcis_event',
      'epcis_event_party',
      'epcis_event_thing',
      'fair_allotment_line',
      'fair_cost',
      'fair_plan_change',
      'fair_result',
      'fair_sale',
      'fair_step',
      'fair_visit',
      'goods_names',
      'imported_certificate',
      'invoice_export',
      'invoice_export_order',
      'label_spoiled',
      'lot_recipe',
      'mark_misuse_step',
      'mark_paper',
      'mark_step',
      'material_entry',
      'message_text',
      'news_edition',
      'news_step',
      'news_text',
      'order_line_cut',
      'order_reduction',
      'order_return_goods',
      'order_return_step',
      'parcel_event',
      'payment_event',
      'point_inspection',
      'policy_acceptance',
      'press_download',
      'press_information',
      'press_spokesperson',
      'press_text',
      'recall_tally',
      'recipe',
      'recipe_line',
      'repeat_sheet',
      'return_offer',
      'sample_movement',
      'sealed_fact',
      'shop_suspension',
      'shop_suspension_step',
      'site_owner',
      'site_policy',
      'stand_sale',
      'stand_sale_back',
      'stand_sale_goods',
      'stand_sale_line',
      'stock_entry',
      'supplier_past',
      'training_applied',
      'training_attendance',
      'training_certificate',
      'training_cost',
      'training_cost_struck',
      'training_opinion',
      'training_shared_cost',
      'training_sheet',
      'training_test',
      'voided_credential_key',
      'weighing',
      'yield_reason',
    ])
    const { rows: owned } = await owner.pool.query(
      `select from pg_class where relowner = $1::regrole union all select from pg_proc where proowner = $1::regrole`,
      [runningRole],
    )
    expect(owned).toEqual([])
  })

  test('the jobs of the queue, whose tables hide their rows from strangers, are done by the running product', async () => {
    const done: unknown[] = []
    await inTransaction(as(null), (tx) => addJob(tx, 'count', { n: 1 }))
    const runner = await runJobs({ pool, log: silent, jobs: { count: async (payload) => void done.push(payload) } })
    await expect.poll(() => done).toEqual([{ n: 1 }])
    await runner.stop()
    expect((await pool.query('select from graphile_worker._private_jobs')).rowCount).toBe(0)
  })

  test('what somebody granted beyond the rule is taken back, and what the next migration makes is granted', async () => {
    await owner.pool.query(`grant update, truncate, trigger on audit_entry to ${runningRole}; grant create on schema public to public`)
    const next = { name: '2999-01-01-0100-next.sql', sha256: 'x', sql: 'create table next (id serial primary key, word text)' }
    await migrate(owner.pool, [...(await readMigrations()), next], runningRole)
    await deniedTo({ pool }, "update audit_entry set actor_name = ''")
    await deniedTo({ pool }, 'create table mine (id int)')
    await sql`insert into next (word) values ('a')`.execute(db)
    expect((await sql`update next set word = 'b' returning id`.execute(db)).rows).toEqual([{ id: 1 }])
    await owner.pool.query("delete from schema_migration where name = '2999-01-01-0100-next.sql'; drop table next")
    const { rows: before } = await owner.pool.query(`select relname, relacl::text from pg_class order by 1`)
    await grantRunning(owner.pool, runningRole)
    expect((await owner.pool.query(`select relname, relacl::text from pg_class order by 1`)).rows).toEqual(before)
  })

  test('a backup that the running product made is restored by the owner, and the rights come with it', async () => {
    await pool.query(append)
    const file = join(dataDir, 'backup.tar.gz')
    await writeBackup({ pool, dataDir }, file)
    const target = await testDatabase()
    await restoreBackup({ ...target, pool: target.owner.pool, migrations: await readMigrations(), role }, file)
    expect((await target.pool.query('select from audit_entry')).rowCount).toBe(1)
    await target.pool.query(append)
    await deniedTo(target, 'delete from audit_entry')
  })
})

describe('an installation on a server', () => {
  const folder = mkdtemp(join(tmpdir(), 'dacsan-role-'))
  afterAll(async () => rm(await folder, { recursive: true, force: true }))

  /** A database of a user of its own, and one user more. */
  async function aServer(rights: string) {
    const [name, user, other] = ['db', 'owner', 'other'].map((what) => `dacsan_test_${what}_${randomBytes(6).toString('hex')}`) as [
      string,
      string,
      string,
    ]
    const at = (who: string) => databaseAt(server, name).replace(/^(postgres(?:ql)?:\/\/)([^@/]*@)?/, `$1${who}@`)
    await onServer(server, async (client) => {
      await client.query(`create role ${user} login ${rights}`)
      await client.query(`create role ${other} login`)
      await client.query(`create database ${name} owner ${user} template template0 encoding 'UTF8'`)
    })
    afterAll(() =>
      onServer(server, async (client) => {
        await client.query(`drop database ${name} with (force)`)
        await client.query(`drop role ${user}`)
        await client.query(`drop role ${other}`)
      }),
    )
    return { user, other, url: at(user), otherUrl: at(other) }
  }

  async function open(env: Record<string, string>) {
    const warnings: string[] = []
    const log = Object.assign(createLog('silent'), { warn: (line: string) => void warnings.push(line) })
    const installation = await openInstallation(readConfig({ DATA_DIR: await folder, ...env }), log)
    return { ...installation, warnings }
  }

  test('of two users the one migrates and the other works, and starts alone where nothing is to be migrated', async () => {
    const { url, otherUrl, other } = await aServer('')
    await expect(open({ DATABASE_URL: url, DATABASE_OWNER_URL: url })).rejects.toThrow('name the same user')
    const both = await open({ DATABASE_URL: otherUrl, DATABASE_OWNER_URL: url })
    expect([await whoAmI(both), both.warnings]).toEqual([{ user: other, session: other }, []])
    await both.pool.query(append)
    await deniedTo(both, 'delete from audit_entry')
    await deniedTo(both, 'create table mine (id int)')
    const jobs = await runJobs({ pool: both.pool, log: silent })
    await jobs.stop()
    await both.close()

    const alone = await open({ DATABASE_URL: otherUrl })
    expect([await whoAmI(alone), alone.warnings]).toEqual([{ user: other, session: other }, []])
    await deniedTo(alone, 'delete from audit_entry')
    const next = { name: '2999-01-01-0100-next.sql', sha256: 'x', sql: 'create table next (id int)' }
    await expect(migrate(alone.pool, [...(await readMigrations()), next])).rejects.toThrow(
      `1 migrations are waiting, and the database user ${other} may not apply them: set DATABASE_OWNER_URL`,
    )
    await alone.close()
  })

  test('an owner that may become the role works as it, also where its address has options of its own', async () => {
    const { url, user } = await aServer('')
    await onServer(server, (client) => client.query(`grant ${runningRole} to ${user}`))
    const one = await open({ DATABASE_URL: `${url}&options=-c%20search_path%3Dpublic` })
    expect([await whoAmI(one), one.warnings]).toEqual([{ user: runningRole, session: user }, []])
    await one.pool.query(append)
    await deniedTo(one, 'delete from audit_entry')
    await one.close()
  })

  test('an owner that may not become the role works as before, and the log says so in one line', async () => {
    const { url, user } = await aServer('')
    const one = await open({ DATABASE_URL: url })
    expect([await whoAmI(one), one.warnings]).toEqual([
      { user, session: user },
      [`the database user ${user} owns the tables and may not make the role ${runningRole}: the product runs as their owner (runbook)`],
    ])
    await one.close()
  })
})

test('a data folder that an older version made, with all tables the owner’s and no role, gets the role by its next start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-role-old-'))
  await chmod(dataDir, 0o711) // where we are root, the server runs as somebody else
  const older = await startPostgres({ dataDir, durable: false, log: { info: () => {}, warn: () => {} } })
  const before = openDatabase({ connection: older.connection, log: silent })
  await migrate(before.pool, await readMigrations())
  expect((await before.pool.query('select from pg_roles where rolname = $1', [runningRole])).rowCount).toBe(0)
  // Whoever may make roles, and no more, makes this one and works as it.
  await before.pool.query('create role maker login createrole')
  const maker = openDatabase({ connection: { ...older.connection, user: 'maker' }, log: silent })
  expect(await makeRunningRole(maker.pool)).toBe(true)
  await maker.close()
  await before.pool.query(`drop role ${runningRole}`)
  await before.close()
  await older.stop()

  const now = await openInstallation(readConfig({ DATA_DIR: dataDir }), silent)
  expect(await whoAmI(now)).toEqual({ user: runningRole, session: runningRole })
  await deniedTo(now, 'delete from audit_entry')
  const owning = now.connect({ asOwner: true })
  expect((await whoAmI(owning)).user).toBe('dacsan')
  await owning.close()
  await now.close()
  const asOwner = await openInstallation(readConfig({ DATA_DIR: dataDir }), silent, { asOwner: true })
  expect((await whoAmI(asOwner)).user).toBe('dacsan')
  await asOwner.close()
  await rm(dataDir, { recursive: true, force: true })
})
