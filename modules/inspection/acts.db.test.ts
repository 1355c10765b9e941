import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { roles } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { inspectionActTables } from './acts.ts'
import { aFinding, aFinishedInspection, aProof, aSheet, anInspection, anOrder } from './fixtures.ts'
import {
  acceptMending,
  answerProduction,
  approvePlan,
  assignInspection,
  attendInspection,
  chooseForPlan,
  dropFinding,
  finishInspection,
  mendFinding,
  noteFinding,
  openPlan,
  orderInspection,
  photographInspection,
  proposeFromVisit,
  sendMendingBack,
  writeSheet,
} from './index.ts'
import { selectPlan } from './plans/plan.store.ts'
import { selectInspection } from './visits/visit.store.ts'

const { db, as } = await testDatabase<Tables>()
const at = '2026-11-23T09:00:00+07:00'
const { owner, officer, stranger, adviser, visited, checked, other } = await inTransaction({ db }, async (tx) => {
  await loadLaw(tx)
  const owner = await aPerson(tx)
  const officer = await aPerson(tx, { role: 'commune-officer', communeCode: '29431' })
  const stranger = await aPerson(tx, { role: 'commune-officer', communeCode: '29308' })
  const adviser = await aPerson(tx, { role: 'advisory-member' })
  const producer = await aProducer(tx, { organisationId: owner.memberships[0]!.organisationId })
  const product = (name: string) => aProduct(tx, { producerId: producer.id, name, standing: {} })
  const [visited, checked, other] = [await product('Mật hoa dừa'), await product('Đường hoa dừa'), await product('Nước dừa')]
  return { owner, officer, stranger, adviser, visited, checked, other }
})
const office = someoneWith('provincial-officer')
const base = as(office, at)
const others = Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>
const people = { owner, officer, stranger, adviser, ...others }

await openPlan(base, { year: 2026 })
await chooseForPlan(base, { year: 2026, productId: other.id, chosen: true })
tryActs(inspectionActTables[0], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('inspection_plan')
      .set(status === 'approved' ? { status, number: '1/KH', approved_on: '2026-11-20', approved_at: base.now } : { status })
      .execute(),
  state: async (tx) => (await selectPlan(tx, 2026))!.status,
  attempts: {
    open: (ctx: Ctx) => openPlan(ctx, { year: 2027 }).then(async (opened) => (await selectPlan(ctx.db, 2027)) && opened),
    choose: (ctx: Ctx) => chooseForPlan(ctx, { year: 2026, productId: visited.id, chosen: true }),
    approve: (ctx: Ctx) => approvePlan(ctx, { year: 2026, number: '45/KH-SNNMT', approvedOn: '2026-11-20', signer: null }),
  },
  expected: {
    open: { by: ['provincial-officer'] },
    choose: { from: ['draft'], by: ['provincial-officer'] },
    approve: { from: ['draft'], to: 'approved', by: ['provincial-officer'] },
  },
})

const inspectionId = await anInspection(base, visited.id)
await inTransaction(base, (tx) =>
  tx.updateTable('inspection').set({ inspector_id: adviser.userId, inspector_name: adviser.name }).where('id', '=', inspectionId).execute(),
)
await writeSheet(base, aSheet(inspectionId, 1))
const noted = aFinding(inspectionId)
await noteFinding(base, noted)
const { id: findingId } = await db
  .selectFrom('inspection_finding')
  .select('id')
  .where('request_key', '=', noted.requestKey)
  .executeTakeFirstOrThrow()
const { version } = (await selectInspection(db, inspectionId))!

// Whoever inspects writes: the office, and an adviser to whom the visit was given; the commune goes along.
tryActs(inspectionActTables[1], {
  base,
  people,
  put: (tx, status) => tx.updateTable('inspection').set({ status }).where('id', '=', inspectionId).execute(),
  state: async (tx) => (await selectInspection(tx, inspectionId))!.status,
  attempts: {
    order: (ctx: Ctx) => orderInspection(ctx, anOrder(checked.id)),
    assign: (ctx: Ctx) => assignInspection(ctx, { inspectionId, inspectorId: adviser.userId }),
    attend: (ctx: Ctx) => attendInspection(ctx, { inspectionId }),
    write: (ctx: Ctx) => writeSheet(ctx, aSheet(inspectionId, version)),
    photograph: (ctx: Ctx) =>
      photographInspection(ctx, { inspectionId, caption: null, place: null, takenAt: null, requestKey: newId('key') }, null),
    find: (ctx: Ctx) => noteFinding(ctx, aFinding(inspectionId)),
    drop: (ctx: Ctx) => dropFinding(ctx, { inspectionId, findingId }),
    finish: (ctx: Ctx) => finishInspection(ctx, { inspectionId, version }),
    'propose-withdrawal': (ctx: Ctx) => proposeFromVisit(ctx, { inspectionId, reason: 'law-broken', note: '' }),
  },
  expected: {
    order: { by: ['provincial-officer'] },
    assign: { from: ['planned', 'under-way'], by: ['provincial-officer'] },
    attend: { from: ['planned', 'under-way'], by: ['officer'] },
    write: { from: ['planned', 'under-way'], to: 'under-way', by: ['provincial-officer', 'adviser'] },
    photograph: { from: ['planned', 'under-way'], by: ['provincial-officer', 'adviser'] },
    find: { from: ['planned', 'under-way'], to: 'under-way', by: ['provincial-officer', 'adviser'] },
    drop: { from: ['planned', 'under-way'], to: 'under-way', by: ['provincial-officer', 'adviser'] },
    finish: { from: ['under-way'], to: 'visited', by: ['provincial-officer', 'adviser'] },
    'propose-withdrawal': { from: ['visited'], by: ['provincial-officer'] },
  },
})

const finished = await aFinishedInspection(base, other.id)
await inTransaction(base, (tx) =>
  tx
    .updateTable('inspection')
    .set({ inspector_id: adviser.userId, inspector_name: adviser.name })
    .where('id', '=', finished.inspectionId)
    .execute(),
)
const finding = { findingId: finished.findingId, version: 1 }

tryActs(inspectionActTables[2], {
  base,
  people,
  put: (tx, status) => tx.updateTable('inspection_finding').set({ status }).where('id', '=', finding.findingId).execute(),
  state: async (tx) =>
    (await tx.selectFrom('inspection_finding').select('status').where('id', '=', finding.findingId).executeTakeFirstOrThrow()).status,
  attempts: {
    mend: (ctx: Ctx) => mendFinding(ctx, { findingId: finding.findingId, words: 'Đã in lại nhãn.' }, aProof()),
    accept: (ctx: Ctx) => acceptMending(ctx, finding),
    'send-back': (ctx: Ctx) => sendMendingBack(ctx, { ...finding, words: 'Ảnh không thấy nhãn mới.', dueOn: '2026-12-20' }),
  },
  expected: {
    mend: { from: ['open'], to: 'mended', by: ['owner'] },
    accept: { from: ['mended'], to: 'accepted', by: ['provincial-officer', 'adviser'] },
    'send-back': { from: ['mended'], to: 'open', by: ['provincial-officer', 'adviser'] },
  },
})

tryActs(inspectionActTables[3], {
  base,
  people,
  attempts: { answer: (ctx: Ctx) => answerProduction(ctx, { productId: [checked.id], answer: 'producing', note: null }) },
  expected: { answer: { by: ['officer'] } },
})
