import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import './topics.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { brandActTables } from './brand/acts.ts'
import * as brand from './brand/index.ts'

const { as: asAt } = await testDatabase<Tables>()
const { people } = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const office = ['provincial-officer', 'leader'] as const

tryActs(brandActTables[0], {
  base: asAt(system('trial'), worldDay),
  people,
  attempts: {
    'name-spokesperson': (ctx) =>
      brand.nameSpokesperson(ctx, {
        name: 'Bà Thử',
        title: 'Chánh Văn phòng',
        phone: '0294 000 000',
        email: 'bao.chi@example.vn',
        paperNumber: '1/QĐ',
        appointedAt: ctx.now,
        untilOn: null,
      }),
    'write-text': (ctx) => brand.writePressText(ctx, { kind: 'about', language: 'vi', text: 'Nơi mua đặc sản của tỉnh.' }),
    inform: (ctx) =>
      brand.informPress(ctx, { month: '2026-11-01', title: 'Kết quả', words: 'Có 3 sản phẩm mới.', requestKey: newId('key') }),
  },
  expected: { 'name-spokesperson': { by: office }, 'write-text': { by: office }, inform: { by: office } },
})
