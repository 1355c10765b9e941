import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import './topics.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { markActTables } from './marks/acts.ts'
import type { MisuseStatus } from './marks/acts.ts'
import { aGrantedMark, aMarkForm, aPaper, aUse, aUseForm } from './marks/fixtures.ts'
import * as marks from './marks/index.ts'
import { reportMisuseInput } from './marks/inputs.ts'
import { aNewsPerson } from './news/fixtures.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const { people, productId } = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const office = asAt(aNewsPerson('provincial-officer', 'sổ'), worldDay)
const { id: ownerId } = await db.selectFrom('organisation').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
const { slug } = await db.selectFrom('product').select('slug').where('id', '=', productId).executeTakeFirstOrThrow()
const markId = await aGrantedMark(office, ownerId)
const other = await aGrantedMark(office, ownerId, { name: 'Nhãn hiệu khác' })
await aUse(office, markId, slug)
const { id: useId } = await db.selectFrom('mark_use').select('id').executeTakeFirstOrThrow()
const told = () => reportMisuseInput.parse({ words: 'Thấy dán dấu ở chợ.', requestKey: newId('mis') })
mustBe(await marks.reportMisuse(asAt(visitor, worldDay), told(), { photo: null, address: '192.0.2.9' }))
const { id: misuseId } = await db.selectFrom('mark_misuse').select('id').executeTakeFirstOrThrow()

const keeper = ['provincial-officer'] as const
const desk = ['provincial-officer', 'trade-department'] as const
let address = 0

tryActs(markActTables[0], {
  base,
  people,
  attempts: {
    register: (ctx) => marks.registerMark(ctx, aMarkForm(ownerId, { name: 'Nhãn hiệu thử' })),
    'record-step': (ctx) => marks.recordMarkStep(ctx, { markId, step: 'renewed', on: '2026-01-01', number: null, note: null }),
    'keep-paper': (ctx) => marks.keepMarkPaper(ctx, { markId, kind: 'extract', datedOn: '2026-01-01', number: '1' }, aPaper('trích lục')),
    admit: (ctx) => marks.admitUse(ctx, aUseForm(other, slug)),
    'end-use': (ctx) => marks.endUse(ctx, { markId, useId, reason: 'Vi phạm quy chế' }),
  },
  expected: {
    register: { by: keeper },
    'record-step': { by: keeper },
    'keep-paper': { by: keeper },
    admit: { by: keeper },
    'end-use': { by: keeper },
  },
})

tryActs(markActTables[1], {
  base,
  people,
  put: (tx, status: MisuseStatus) =>
    tx
      .updateTable('mark_misuse')
      .set(
        status === 'closed'
          ? { status, finding: 'misuse', answer: 'Đã xử lý', answered_at: base.now, answered_by_name: 'thử' }
          : { status, finding: null, answer: null, answered_at: null, answered_by_name: null },
      )
      .where('id', '=', misuseId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('mark_misuse').select('status').where('id', '=', misuseId).executeTakeFirstOrThrow()).status,
  attempts: {
    report: (ctx) => marks.reportMisuse(ctx, told(), { photo: null, address: `198.51.100.${address++}` }),
    examine: (ctx) => marks.examineMisuse(ctx, { misuseId }),
    note: (ctx) => marks.noteMisuse(ctx, { misuseId, words: 'Đã xem' }),
    answer: (ctx) => marks.answerMisuse(ctx, { misuseId, finding: 'misuse', answer: 'Đã yêu cầu gỡ' }),
  },
  expected: {
    report: { by: [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] },
    examine: { from: ['open'], to: 'examining', by: desk },
    note: { from: ['examining'], by: desk },
    answer: { from: ['examining'], to: 'closed', by: desk },
  },
})
