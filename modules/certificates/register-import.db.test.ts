import { Forbidden } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import { findProduct, listRegister, registerProducer } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { loadLaw } from '../law/index.ts'
import {
  carryOutImport,
  certificatesOfProduct,
  confirmImport,
  faultyRows,
  findImport,
  listImports,
  proposeImport,
  seedRegister,
  turnDownImport,
} from './index.ts'
import type { ImportId } from './rules.ts'

const { db, as } = await testDatabase<Tables>()
const at = '2026-11-23T09:00:00+07:00'
const personAs = (role: Role, userId: UserId = 'usr_1'): Actor => {
  const office = { role, organisationId: 'org_1' as const, organisationCode: 'vp', organisationName: 'Văn phòng', communeCode: null }
  return { kind: 'person', userId, name: 'Chuyên viên', email: `${userId}@dacsan.test`, memberships: [office] }
}
const officer = as(personAs('provincial-officer'), at)
const second = as(personAs('provincial-officer', 'usr_2'), at)
const administrator = as(personAs('administrator', 'usr_3'), at)
const machine: Ctx = as(system('certificates'), at)
const heading = 'sản phẩm;chủ thể;bộ;sao;năm;số quyết định;ngày cấp;hết hạn;mã xã;độ tin'
const file = (...rows: string[]) => ({ name: 'so.csv', bytes: new TextEncoder().encode([heading, ...rows].join('\n')) })

async function propose(...rows: string[]): Promise<ImportId> {
  const outcome = await proposeImport(officer, file(...rows))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.importId
}
async function bringIn(...rows: string[]) {
  const importId = await propose(...rows)
  const doubt = (await findImport(second, importId)).doubtful.map(({ row }) => row)
  expect(await confirmImport(second, { importId, doubt })).toMatchObject({ ok: true })
  expect(await carryOutImport(machine, importId)).toEqual({ ok: true, value: { left: false } })
  return importId
}
const productNamed = async (q: string) => {
  const { items } = await listRegister(officer, { q })
  return items[0]!
}
const doubtsOf = async (importId: ImportId) =>
  (await findImport(second, importId)).doubtful.map(({ doubts }) => doubts.map(({ code }) => code))

beforeAll(() => db.transaction().execute(loadLaw))

describe('a register file', () => {
  test('C65: a register file with one wrong row can be proposed and not confirmed, its faults are named and its wrong rows given back', async () => {
    const importId = await propose(
      'Mắm A;HTX A;QD26-09;3;2024;1;;;29467;A',
      'Mắm B;HTX B;QD26-09;7;2024;1;;;99999;A',
      'Mắm C;HTX C;QD26-09;3;2024;1;;;99999;A',
    )
    const { problems } = await findImport(second, importId)
    expect(problems).toMatchObject([
      { code: 'cell-wrong', row: 3, column: 'sao', value: '7' },
      { code: 'cell-wrong', row: 4, column: 'mã xã', value: '99999' },
    ])
    expect(await confirmImport(second, { importId, doubt: [] })).toEqual({ ok: false, refusal: { code: 'import-faulty', problems: 2 } })
    expect(await faultyRows(second, importId)).toMatch(
      /dòng;sản phẩm;.*;lỗi\r\n3;Mắm B;.*“7” không đúng.*\r\n4;Mắm C;.*“99999” không đúng/s,
    )
    expect((await listRegister(officer, {})).total).toBe(0)
  })

  test('a register file obeys the same days as a decision: nothing signed in the future, nothing valid longer than the law gives from today', async () => {
    const importId = await propose(
      'Mắm A;HTX A;QD26-09;5;2029;1;;;29467;A',
      'Mắm B;HTX B;QD26-09;3;2026;2;24/11/2026;;29467;A',
      'Mắm C;HTX C;QD26-09;5;2025;3;01/12/2025;31/12/2099;29467;A',
    )
    expect((await findImport(second, importId)).problems).toMatchObject([
      { code: 'day-in-future', row: 2, column: 'năm', value: '2029' },
      { code: 'day-in-future', row: 3, column: 'ngày cấp', value: '24/11/2026' },
      { code: 'valid-too-long', row: 4, value: '31/12/2099', months: 36, latest: '23/11/2029' },
    ])
  })

  // security.md H5, reliability.md C65.
  test('C65: a register file counts only after a second officer confirmed it, comes in once, and is audited with its hash and number of rows', async () => {
    const rows = [
      'Mắm bò hóc;HTX Khmer Trà Cú;QD26-09;3;2024;12/QĐ-UBND;15/10/2024;15/10/2027;29467;A',
      'Mắm bò hóc;HTX Khmer Trà Cú;QD26-09;4;2025;77/QĐ-UBND;01/12/2025;01/12/2028;29467;A',
    ]
    const importId = await propose(...rows)
    expect(await propose(...rows)).toBe(importId)
    expect((await findImport(second, importId)).counts).toEqual({ new: 2, changed: 0, known: 0, doubtful: 0, done: 0 })
    expect((await listRegister(officer, {})).total).toBe(0)
    expect(await findImport(officer, importId)).toMatchObject({ may: { confirm: { code: 'not-permitted' } }, whyNot: 'own-import' })
    await expect(confirmImport(officer, { importId, doubt: [] })).rejects.toThrow(Forbidden)
    expect(await carryOutImport(machine, importId)).toEqual({ ok: false, refusal: { code: 'import-closed', status: 'proposed' } })
    expect(await confirmImport(second, { importId, doubt: [] })).toMatchObject({ ok: true })
    const jobs = await sql<{
      key: string
    }>`select key from graphile_worker.jobs where task_identifier = 'certificates.carry-out-import'`.execute(db)
    expect(jobs.rows).toContainEqual({ key: importId })
    await carryOutImport(machine, importId)
    const product = await productNamed('mam bo hoc')
    expect(product).toMatchObject({ stars: 4, certifiedUntil: '2028-12-01', validityInferred: false })
    expect(
      (await certificatesOfProduct(officer, product.id)).map(({ stars, verdict, importedOn, importedBy }) => [
        stars,
        verdict,
        importedOn,
        importedBy,
      ]),
    ).toEqual([
      [4, 'valid', '2026-11-23', 'officer'],
      [3, 'superseded', '2026-11-23', 'officer'],
    ])
    expect(await carryOutImport(machine, importId)).toMatchObject({ ok: false, refusal: { code: 'import-closed', status: 'done' } })
    const again = await bringIn(...rows)
    const { file: done } = await findImport(second, again)
    expect(done).toMatchObject({ status: 'done', producers: 0, products: 0, certificates: 0 })
    expect((await findImport(second, again)).counts).toMatchObject({ known: 2, done: 2 })
    const trail = await db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'detail'])
      .where('subject_id', '=', importId)
      .orderBy('seq')
      .execute()
    expect(trail.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['register.import-proposed', 'usr_1'],
      ['register.import-confirmed', 'usr_2'],
      ['register.imported', null],
    ])
    for (const { detail } of trail) expect(detail).toMatchObject({ file: 'so.csv', rows: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('a register file that was turned down leaves nothing and cannot be confirmed any more', async () => {
    const importId = await propose('Mắm tép;HTX Tép;QD26-09;3;2024;12/QĐ-UBND;15/10/2024;15/10/2027;29467;A')
    expect(await turnDownImport(second, { importId, reason: 'số quyết định không có' })).toMatchObject({ ok: true })
    expect(await confirmImport(second, { importId, doubt: [] })).toMatchObject({
      refusal: { code: 'import-closed', status: 'turned-down' },
    })
    expect((await listRegister(officer, { q: 'mắm tép' })).total).toBe(0)
    expect((await listImports(second)).find(({ id }) => id === importId)).toMatchObject({
      status: 'turned-down',
      reason: 'số quyết định không có',
    })
  })

  test('an administrator confirms a register file only where the province has no other officer', async () => {
    await sql`insert into auth_user (id, name, email, "email_verified") values ('usr_9', 'Chín', 'chin@dacsan.test', true)`.execute(db)
    await sql`insert into organisation (id, code, name, kind) values ('org_9', 'vp9', 'Văn phòng', 'provincial-office')`.execute(db)
    const importId = await propose('Mắm ruốc;HTX Ruốc;QD26-09;3;2024;12/QĐ-UBND;15/10/2024;15/10/2027;29467;A')
    const member = { id: 'mem_9', user_id: 'usr_9', organisation_id: 'org_9', role: 'provincial-officer', since: '2026-01-01' } as const
    await db.insertInto('membership').values(member).execute()
    expect(await findImport(administrator, importId)).toMatchObject({
      may: { confirm: { code: 'not-permitted' } },
      whyNot: 'officer-available',
    })
    await expect(confirmImport(administrator, { importId, doubt: [] })).rejects.toThrow(Forbidden)
    await db.deleteFrom('membership').where('id', '=', 'mem_9').execute()
    expect(await confirmImport(administrator, { importId, doubt: [] })).toMatchObject({ ok: true })
  })

  test('only the provincial office proposes a register file, and only it and administrators read one', async () => {
    for (const actor of [visitor, personAs('producer'), personAs('commune-officer')]) {
      await expect(proposeImport(as(actor, at), file('Mắm;HTX;QD26-09;3;2024;1;;;29467;A'))).rejects.toThrow(Forbidden)
      await expect(listImports(as(actor, at))).rejects.toThrow(Forbidden)
    }
  })
})

// security.md H5: an import gave five stars under a used number to a producer of this platform, valid to 2099.
describe('a row that must be looked at by itself', () => {
  test('a number of a decision of this platform, a recognition after the first round and a term past the law each need a tick', async () => {
    await sql`insert into recognition_decision (id, kind, authority, status, number, signed_on)
      values ('dec_used', 'ministry', 'Bộ', 'recorded', '9001/QĐ-UBND', '2026-11-01')`.execute(db)
    await sql`insert into evaluation_round (id, year, number, name, commune_deadline, province_deadline, created_at)
      values ('rnd_1', 2026, 1, 'Đợt 1', '2026-12-01', '2026-12-31', '2026-10-01')`.execute(db)
    const importId = await propose(
      'Mắm còng;HTX Còng;QD26-09;5;2026;9001/QÐ–UBND;22/11/2026;22/11/2029;29467;A',
      'Mắm cua;HTX Cua;QD26-09;3;2025;55/QĐ-UBND;01/02/2025;01/06/2028;29467;A',
      'Mắm ốc;HTX Ốc;QD26-09;3;2024;56/QĐ-UBND;01/02/2024;01/02/2027;29467;A',
    )
    expect(await doubtsOf(importId)).toEqual([['number-used', 'after-first-round'], ['past-the-law']])
    expect(await confirmImport(second, { importId, doubt: [2] })).toEqual({ ok: false, refusal: { code: 'doubts-open', rows: [3] } })
    expect(await confirmImport(second, { importId, doubt: [2, 3] })).toMatchObject({ ok: true })
  })

  test('a producer who works on this platform is linked only with a tick', async () => {
    const organisationId = 'org_9'
    const producer = as(
      {
        ...personAs('producer', 'usr_8'),
        memberships: [{ role: 'producer', organisationId, organisationCode: 'x', organisationName: 'HTX', communeCode: null }],
      } as Actor,
      at,
    )
    const made = await registerProducer(producer, {
      name: 'Hợp tác xã Hoà Minh',
      kind: 'cooperative',
      communeCode: '29467',
      taxCode: null,
      registrationNo: null,
      representative: null,
      address: null,
      phone: null,
      email: null,
      about: null,
    })
    if (!made.ok) throw new Error('registered')
    const importId = await propose('Tôm khô;hợp tác xã Hòa Minh;QD26-09;3;2024;57/QĐ-UBND;01/02/2024;01/02/2027;29467;A')
    expect(await doubtsOf(importId)).toEqual([['producer-on-platform']])
    await confirmImport(second, { importId, doubt: [2] })
    await carryOutImport(machine, importId)
    expect((await productNamed('tôm khô')).producer.id).toBe(made.value.producerId)
  })
})

describe('a product that is on file', () => {
  test('a product is the same in another spelling, and a later recognition of it is kept', async () => {
    await bringIn('Kẹo dừa Hoà Thuận;HTX Kẹo;QD26-08;3;2021;21/QĐ-UBND;01/02/2021;01/02/2024;29467;A')
    const importId = await propose('KẸO DỪA – Hòa Thuận;HTX KẸO;QD26-08;4;2024;24/QĐ-UBND;01/03/2024;01/03/2027;29467;A')
    expect((await findImport(second, importId)).counts).toMatchObject({ new: 1, doubtful: 0 })
    await confirmImport(second, { importId, doubt: [] })
    await carryOutImport(machine, importId)
    expect((await listRegister(officer, { q: 'kẹo dừa hòa thuận' })).total).toBe(1)
    const product = await productNamed('kẹo dừa hòa thuận')
    expect(product).toMatchObject({ stars: 4, certifiedUntil: '2027-03-01', certificateCode: expect.stringMatching(/^2024-/) })
    expect(
      (await certificatesOfProduct(officer, product.id)).map(({ stars, status, supersededByCode }) => [stars, status, supersededByCode]),
    ).toEqual([
      [4, 'active', null],
      [3, 'superseded', product.certificateCode],
    ])
  })

  test('a product keeps its latest certificate where a register tells an earlier one', async () => {
    await bringIn('Kẹo dừa Hoà Thuận;HTX Kẹo;QD26-08;3;2019;19/QĐ-UBND;01/12/2019;01/12/2022;29467;A')
    expect(await productNamed('kẹo dừa hòa thuận')).toMatchObject({ stars: 4, certifiedUntil: '2027-03-01' })
  })

  test('a product whose name has another accent than one on file needs a tick', async () => {
    expect(await doubtsOf(await propose('Kẹo dứa Hoà Thuận;HTX Kẹo;QD26-08;3;2024;25/QĐ-UBND;01/03/2024;01/03/2027;29467;A'))).toEqual([
      ['product-near'],
    ])
  })

  test('an import shows what it would change of a product, old and new, and changes it when it is carried out', async () => {
    const importId = await propose('Kẹo dừa Hoà Thuận;HTX Kẹo;QD26-08;4;2024;24/QĐ-UBND;01/03/2024;28/02/2027;29467;A')
    const { listed } = await findImport(second, importId, { kind: 'changed' })
    expect(listed.rows.map(({ differences }) => differences)).toEqual([[{ column: 'hết hạn', from: '01/03/2027', to: '28/02/2027' }]])
    await confirmImport(second, { importId, doubt: [] })
    await carryOutImport(machine, importId)
    expect(await productNamed('kẹo dừa hòa thuận')).toMatchObject({ stars: 4, certifiedUntil: '2027-02-28' })
  })
})

describe('carrying out', () => {
  const many = Array.from(
    { length: 700 },
    (_, n) => `Mứt số ${n};HTX Mứt ${n % 70};QD26-08;3;2024;${n}/QĐ-UBND;01/03/2024;01/03/2027;29467;A`,
  )

  test('C65: an import that was stopped goes on with the rows that were not done', async () => {
    const importId = await propose(...many)
    await confirmImport(second, { importId, doubt: [] })
    expect(await carryOutImport(machine, importId, { batches: 1 })).toEqual({ ok: true, value: { left: true } })
    expect((await findImport(second, importId)).counts.done).toBe(300)
    expect((await listRegister(officer, { q: 'mứt số' })).total).toBe(300)
    await carryOutImport(machine, importId)
    expect((await findImport(second, importId)).file).toMatchObject({ status: 'done', producers: 70, products: 700, certificates: 700 })
    expect((await listRegister(officer, { q: 'mứt số' })).total).toBe(700)
  })

  // faults.md 4(b): the lock on slugs was held until the whole import was on file.
  test('a producer registers a product while an import that takes slugs is open', async () => {
    await inTransaction(machine, async (tx) => {
      await aProduct(tx, { name: 'Bánh cùng tên' })
      const other = await Promise.race([
        db
          .transaction()
          .execute((own) =>
            aProducer(own, { name: 'HTX Khác' }).then(({ id }) => aProduct(own, { name: 'Bánh khác tên', producerId: id })),
          ),
        new Promise<never>((_resolve, reject) => setTimeout(reject, 5000, new Error('it waited'))),
      ])
      expect(other.slug).toBe('banh-khac-ten')
    })
    const twin = await db.transaction().execute((tx) => aProduct(tx, { name: 'Bánh cùng tên' }))
    expect(twin.slug).toBe('banh-cung-ten-2')
  })
})

test('the register that comes with the software says so on each of its certificates', async () => {
  await db.transaction().execute((tx) => seedRegister(tx, new Date(at)))
  const { id } = await findProduct(officer, 'cha-hoa')
  expect(await certificatesOfProduct(officer, id)).toMatchObject([{ importedOn: '2026-11-23', importedBy: 'reference' }])
  expect((await listImports(second)).find(({ source }) => source === 'reference')).toMatchObject({ status: 'done', rowCount: 109 })
})
