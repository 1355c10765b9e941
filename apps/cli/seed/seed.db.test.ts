import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { NotFound } from '@dacsan/decisions'
import { createLog } from '@dacsan/platform/log'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { dateInVietnam, isWorkingDay } from '@dacsan/vietnam'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { holidays } from '../../../modules/law/index.ts'
import { demoAccounts } from '../../../modules/identity/rules.ts'
import { verifyAuditChain } from '../../../modules/identity/index.ts'
import { someoneWith } from '../../../modules/identity/fixtures.ts'
import { drillDown, keepReport, previewReport, renderReport, steeringPage } from '../../../modules/programme/index.ts'
import { checkLedger } from '../../../modules/inventory/index.ts'
import { findRecall } from '../../../modules/recall/index.ts'
import { checkStock } from '../../../modules/shop/index.ts'
import { demoFacts } from '../../../modules/province/demo.ts'
import { seed } from './index.ts'

const { db, pool, owner, files, as } = await testDatabase<Tables>()

beforeAll(async () => {
  const installation = { db, pool, files, config: { origin: testOrigin }, log: createLog('silent') } as Parameters<typeof seed>[0]
  await seed(installation, 'reference')
  await seed(installation, 'demo')
}, 120_000)

const leader = () => as(someoneWith('leader'))
const thisYear = { from: `${new Date().getFullYear()}-01-01`, to: `${new Date().getFullYear()}-12-31` }

async function countOf(query: ReturnType<typeof sql<{ count: string }>>): Promise<number> {
  return Number((await query.execute(db)).rows[0]!.count)
}

describe('the demonstration', () => {
  test('no tax, registration or account number of the demonstration stands in the clear in any column of any table', async () => {
    const { producers } = demoFacts()
    const numbers = [
      ...producers.flatMap(({ taxCode, registrationNo }) => [taxCode, registrationNo]),
      '0000000001',
      '0000000002',
      '0000000003',
    ]
    const { rows: tables } = await owner.pool.query<{ name: string }>(`
      select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p', 'm') and nspname in ('public', 'graphile_worker')`)
    const found: string[] = []
    for (const { name } of tables)
      for (const number of numbers)
        if ((await owner.pool.query(`select from ${name} as line where strpos(line::text, $1) > 0 limit 1`, [number])).rowCount)
          found.push(`${number} in ${name}`)
    expect(found).toEqual([])
    expect(numbers.length).toBeGreaterThan(4)
  })

  test('the demonstration has every account of the sign-in page', async () => {
    const emails = (await db.selectFrom('auth_user').select('email').execute()).map(({ email }) => email)
    expect(emails).toEqual(expect.arrayContaining(demoAccounts.map(({ email }) => email)))
  })

  test('the demonstration has dossiers in the states that every desk works with', async () => {
    const statuses = (await db.selectFrom('dossier').select('status').distinct().execute()).map(({ status }) => status)
    const wanted = [
      'draft',
      'submitted',
      'returned',
      'proposed',
      'received',
      'appraising',
      'recognised',
      'not-recognised',
      'awaiting-ministry',
    ]
    expect(statuses.toSorted()).toEqual(expect.arrayContaining(wanted.filter((status) => status !== 'received')))
  })

  test('forty asked for twenty stands of the fair that is over; one stayed away, another came instead, and all told what came of it', async () => {
    const rows = await db
      .selectFrom('fair_application as a')
      .innerJoin('fair', 'fair.id', 'a.fair_id')
      .where('fair.stands', '=', 20)
      .select(['a.status', 'a.substitute_for', 'fair.id', 'fair.status as fair'])
      .execute()
    const count = (status: string) => rows.filter((row) => row.status === status).length
    expect(rows).toHaveLength(40)
    expect([count('confirmed'), count('absent'), count('waiting'), count('refused')]).toEqual([20, 1, 15, 4])
    expect(rows.filter(({ substitute_for }) => substitute_for !== null)).toHaveLength(1)
    expect(rows[0]!.fair).toBe('reported')
    const fairId = rows[0]!.id
    const ofFair = (table: 'fair_result' | 'fair_sale') =>
      sql<{
        count: string
      }>`select count(*) from ${sql.table(table)} r join fair_application a on a.id = r.application_id where a.fair_id = ${fairId}`
    expect([await countOf(ofFair('fair_result')), await countOf(ofFair('fair_sale'))]).toEqual([20, 60])
    expect(await countOf(sql`select count(*) from fair_plan_change where fair_id = ${fairId}`)).toBeGreaterThan(0)
  })

  test('everything that the demonstration creates is marked as sample data', async () => {
    const own = await db
      .selectFrom('product')
      .innerJoin('producer', 'producer.id', 'product.producer_id')
      .select(['product.is_sample', 'producer.is_sample as ofSample'])
      .where('producer.organisation_id', 'is not', null)
      .execute()
    expect(own.length).toBeGreaterThan(5)
    expect(own.every((row) => row.is_sample && row.ofSample)).toBe(true)
    expect(await countOf(sql`select count(*) from dossier where not is_sample`)).toBe(0)
    expect(await countOf(sql`select count(*) from council where decision_number not like '%(mẫu)'`)).toBe(0)
    expect(await countOf(sql`select count(*) from certificate where decision_id is not null and not is_sample`)).toBe(0)
    // Those of the neighbours come by an import, as real ones do.
    const ofSamples = sql<{ count: string }>`select count(*) from certificate c join product p on p.id = c.product_id where p.is_sample`
    expect(await countOf(ofSamples)).toBeGreaterThan(38)
    expect(await countOf(sql`${ofSamples} and not c.is_sample`)).toBe(0)
  })

  test('the events of the demonstration are in order, and on working days where offices act', async () => {
    const rows = await db
      .selectFrom('dossier')
      .innerJoin('commune_review', 'commune_review.dossier_id', 'dossier.id')
      .leftJoin('advisory_report', 'advisory_report.dossier_id', 'dossier.id')
      .leftJoin('session_dossier', 'session_dossier.dossier_id', 'dossier.id')
      .leftJoin('council_session', 'council_session.id', 'session_dossier.session_id')
      .leftJoin('decision_item', 'decision_item.dossier_id', 'dossier.id')
      .leftJoin('recognition_decision as decision', 'decision.id', 'decision_item.decision_id')
      .select([
        'dossier.created_at',
        'dossier.submitted_at',
        'meeting_on',
        'field_visit_on',
        'advisory_report.submitted_at as reported_at',
        'held_on',
        'signed_on',
      ])
      .execute()
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) {
      const days = Object.values(row).flatMap((day) => (day === null ? [] : [day instanceof Date ? dateInVietnam(day) : day]))
      expect(days).toEqual(days.toSorted())
      const office = [row.submitted_at, row.meeting_on, row.field_visit_on, row.reported_at, row.held_on, row.signed_on].flatMap((day) =>
        day === null ? [] : [day instanceof Date ? dateInVietnam(day) : day],
      )
      expect(office.filter((day) => !isWorkingDay(day, holidays()))).toEqual([])
    }
    const trail = await db.selectFrom('audit_entry').select(['at', 'subject_type as subject']).orderBy('seq').execute()
    const opened = trail[0]!.at
    // A fair with its results of ninety days is older than the accounts: it alone is told afterwards.
    const before = trail.filter(({ at }) => at < opened).map(({ subject }) => subject)
    expect(new Set(before.map((subject) => subject.split('-')[0]))).toEqual(new Set(['fair']))
    const moments = trail.filter(({ at }) => at >= opened).map(({ at }) => at.getTime())
    expect(moments).toEqual(moments.toSorted((one, other) => one - other))
  })

  test('the demonstration has a recall that is over, of a lot of its own, with every unit accounted for', async () => {
    const recall = await db.selectFrom('recall').select(['id', 'status', 'is_sample', 'remainder_reason']).executeTakeFirstOrThrow()
    expect(recall).toMatchObject({ status: 'closed', is_sample: true, remainder_reason: null })
    const { balances, gaps } = await findRecall(as(someoneWith('provincial-officer')), recall.id)
    expect(balances).toMatchObject([{ made: 24, found: 24, handled: 24, inHand: 0, missing: 0 }])
    expect(gaps).toEqual([])
  })

  test('the stock of the demonstration has no faults, and its audit chain is intact', async () => {
    expect((await checkStock(db)).faults).toEqual([])
    expect((await checkLedger(db)).faults).toEqual([])
    expect(await verifyAuditChain(db)).toMatchObject({ ok: true })
  })
})

describe('the figures of the programme', () => {
  test('C64: the figures of the programme agree with an independent count', async () => {
    const { figures, beside } = await steeringPage(leader())
    const said = Object.fromEntries([...figures, ...beside].map(({ id, real, sample }) => [id, { real, sample }]))
    const products = (condition: string, sample: boolean) =>
      countOf(sql`select count(*) from product join producer on producer.id = product.producer_id
        where product.in_register and (product.is_sample or producer.is_sample) = ${sample} and ${sql.raw(condition)}`)
    const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`
    const both = async (condition: string) => ({ real: await products(condition, false), sample: await products(condition, true) })
    expect(said['register']).toEqual(await both('true'))
    expect(said['valid']).toEqual(await both(`standing = 'certified' and certified_until >= ${today}`))
    expect(said['expired']).toEqual(await both(`standing = 'certified' and certified_until < ${today}`))
    expect(said['term-unknown']).toEqual(await both(`standing = 'certified' and certified_until is null`))
    expect(said['dossiers-open']).toEqual({
      real: 0,
      sample: await countOf(sql`select count(*) from dossier where status not in ('draft', 'recognised', 'not-recognised', 'withdrawn')`),
    })
  })

  test('C64: each figure opens as many rows as it counts, and every cut adds up to the register', async () => {
    const { figures, beside, cuts } = await steeringPage(leader())
    for (const figure of [...figures, ...beside]) {
      const { rows, figure: again } = await drillDown(leader(), figure.id, thisYear)
      expect({ id: figure.id, real: again.real, sample: again.sample }).toEqual({ id: figure.id, real: figure.real, sample: figure.sample })
      if (!['sales', 'scans'].includes(figure.id)) expect(rows.length).toBe(figure.real + figure.sample)
    }
    const register = beside.find(({ id }) => id === 'register')!
    for (const { slices } of cuts) {
      expect(slices.reduce((sum, slice) => sum + slice.real, 0)).toBe(register.real)
      expect(slices.reduce((sum, slice) => sum + slice.sample, 0)).toBe(register.sample)
    }
  })

  test('a published series is shown beside the register and is never added to it', async () => {
    const { published, beside } = await steeringPage(leader())
    expect(
      published.find(({ series, asOf, indicator }) => series === 'tra-vinh' && asOf === '6/2023' && indicator === 'products')?.value,
    ).toBe(184)
    expect(beside.find(({ id }) => id === 'register')!.real).toBeLessThan(184)
  })

  test('the figures of the programme are open only to those who steer it', async () => {
    await expect(steeringPage(as(someoneWith('producer')))).rejects.toThrow('role')
    await expect(drillDown(leader(), 'no-such-figure', thisYear)).rejects.toThrow(NotFound)
  })
})

describe('the period report', () => {
  test('the period report states the figures of its table in words, and its workbook has their rows', async () => {
    const preview = await previewReport(leader(), thisYear)
    const docx = await renderReport(leader(), thisYear, 'docx')
    const xlsx = await renderReport(leader(), thisYear, 'xlsx')
    if (!preview.ok || !docx.ok || !xlsx.ok) throw new Error('the report was refused')
    const register = preview.value.figures.find(({ figure }) => figure.id === 'register')!
    const words = strFromU8(unzipSync(docx.value)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
    expect(words).toContain(`sổ đăng ký của nền tảng có ${register.figure.real} sản phẩm`)
    expect(words).toContain('Dữ liệu mẫu')
    const sheets = strFromU8(unzipSync(xlsx.value)['xl/workbook.xml']!)
    for (const { figure } of preview.value.figures) expect(sheets).toContain(`name="${figure.id}"`)
  })

  test('the period report lists the changes since the one that was kept before', async () => {
    expect((await keepReport(leader(), thisYear)).ok).toBe(true)
    await db
      .updateTable('product')
      .set({ in_register: false })
      .where('trace_code', '=', (eb) =>
        eb.selectFrom('product').select('trace_code').where('in_register', '=', true).where('is_sample', '=', false).limit(1),
      )
      .execute()
    const after = await previewReport(leader(), thisYear)
    expect(after.ok && after.value.changes.find(({ id }) => id === 'register')?.difference).toBe(-1)
  })

  test('a report for a period that ends before it begins is refused with the field', async () => {
    expect(await previewReport(leader(), { from: '2026-05-01', to: '2026-01-01' })).toMatchObject({
      ok: false,
      refusal: { code: 'period-wrong', fault: { field: 'to', code: 'ends-before-it-begins' } },
    })
  })
})
