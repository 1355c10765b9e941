import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { listRegister } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { certificatesOfProduct, importRegisterFile } from './index.ts'

const { db, as } = await testDatabase<Tables>()
const at = '2026-11-23T09:00:00+07:00'
const personAs = (role: Role): Actor => {
  const office = { role, organisationId: 'org_1' as const, organisationCode: 'vp', organisationName: 'Văn phòng', communeCode: null }
  return { kind: 'person', userId: 'usr_1', name: 'Chuyên viên', email: 'cv@dacsan.test', memberships: [office] }
}
const officer = as(personAs('provincial-officer'), at)
const file = (...rows: string[]) => ({
  name: 'so.csv',
  bytes: new TextEncoder().encode(['sản phẩm;chủ thể;bộ;sao;năm;số quyết định;ngày cấp;hết hạn;mã xã;độ tin', ...rows].join('\n')),
})
const right = file(
  'Mắm bò hóc;HTX Khmer Trà Cú;QD26-09;3;2024;12/QĐ-UBND;15/10/2024;15/10/2027;29467;A',
  'Mắm bò hóc;HTX Khmer Trà Cú;QD26-09;4;2025;77/QĐ-UBND;01/12/2025;01/12/2028;29467;A',
)

beforeAll(() => db.transaction().execute(loadLaw))

test('a register file with one wrong row imports nothing and names the row and the column', async () => {
  const outcome = await importRegisterFile(
    officer,
    file('Mắm A;HTX A;QD26-09;3;2024;1;;;29467;A', 'Mắm B;HTX B;QD26-09;3;2024;1;;;99999;A'),
  )
  expect(outcome).toMatchObject({ ok: false, refusal: { problems: [{ code: 'cell-wrong', row: 3, column: 'mã xã', value: '99999' }] } })
  expect((await listRegister(officer, {})).total).toBe(0)
})

test('a correct register file imports products with all their certificates once, and the import is audited', async () => {
  expect(await importRegisterFile(officer, right)).toEqual({ ok: true, value: { producers: 1, products: 1, certificates: 2 } })
  const { items } = await listRegister(officer, { q: 'mam bo hoc' })
  expect(items).toMatchObject([{ stars: 4, certifiedUntil: '2028-12-01', validityInferred: false }])
  expect((await certificatesOfProduct(officer, items[0]!.id)).map(({ stars, verdict }) => [stars, verdict])).toEqual([
    [4, 'valid'],
    [3, 'superseded'],
  ])
  expect(await importRegisterFile(officer, right)).toEqual({ ok: true, value: { producers: 0, products: 0, certificates: 0 } })
  const audited = await db.selectFrom('audit_entry').select(['actor_id', 'subject_id']).where('action', '=', 'register.imported').execute()
  expect(audited).toEqual(Array.from({ length: 2 }, () => ({ actor_id: 'usr_1', subject_id: 'so.csv' })))
})

test('only the provincial office imports a register', async () => {
  for (const actor of [visitor, personAs('producer'), personAs('commune-officer')]) {
    await expect(importRegisterFile(as(actor, at), right)).rejects.toThrow(Forbidden)
  }
})
