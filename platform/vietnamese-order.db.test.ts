import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './testing.ts'
import { inVietnamese } from './vietnamese-order.ts'

type Named = { named: { name: string } }

const {
  owner: { db },
} = await testDatabase<Named>()

const names = [
  'Bánh Vicosap',
  'Bánh tét',
  'bánh tét ba màu',
  'Bánh ít',
  'Ép dầu dừa',
  'Em',
  'Đường thốt nốt',
  'Dừa sáp',
  'Dưa lưới',
  'Dứa mật',
  'Ấp Chợ',
  'An Trường',
  'Ăn liền',
  'Xã Ông Đình',
  'Xã Ong',
  'Ớt bột',
  'Ổi',
  'Truyền thống',
  'Ưu đàm',
  'Út',
  'Yến sào',
]

test('the database and the pages put Vietnamese names into the same order', async () => {
  await sql`create table named (name text not null)`.execute(db)
  await db
    .insertInto('named')
    .values(names.map((name) => ({ name })))
    .execute()
  const rows = await db.selectFrom('named').select('name').orderBy('name', inVietnamese).execute()
  const ordered = rows.map(({ name }) => name)
  expect(ordered).toEqual(names.toSorted(new Intl.Collator('vi').compare))
  const comes = (first: string, second: string) => ordered.indexOf(first) < ordered.indexOf(second)
  expect(comes('Bánh tét', 'Bánh Vicosap')).toBe(true)
  expect(comes('Ép dầu dừa', 'Truyền thống')).toBe(true)
  expect(comes('Dừa sáp', 'Đường thốt nốt')).toBe(true)
})
