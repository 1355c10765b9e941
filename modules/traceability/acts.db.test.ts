import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { traceabilityActTables } from './acts.ts'
import { aLot, aPurchase, traceWorld, worldDay } from './fixtures.ts'
import {
  addDiaryEntry,
  addPlace,
  answerDoubt,
  applyLabels,
  buyMaterial,
  buyMaterialInput,
  closeLot,
  correctSupplier,
  countMaterial,
  endPlace,
  listDoubts,
  mergeSuppliers,
  ownPlaces,
  ownSuppliers,
  printLabels,
  recallLot,
  reopenLot,
  reportDoubt,
  setRecipe,
  sellFromPlace,
  spoilLabels,
  takeUpDoubt,
  useMaterials,
  wasteMaterial,
} from './index.ts'
import { openCase } from './units/note-unit.ts'

const { as } = await testDatabase<Tables>()
const site = { origin: 'https://dacsan.vn' }
const world = await traceWorld(as)
const people = {
  ...world.actors,
  communeOfficer: someoneWith('commune-officer'),
  advisoryMember: someoneWith('advisory-member'),
  councilSecretary: someoneWith('council-secretary'),
  councilMember: someoneWith('council-member'),
  councilChair: someoneWith('council-chair'),
  leader: someoneWith('leader'),
  tradeOfficer: someoneWith('trade-department'),
  organisationHead: someoneWith('organisation-head'),
  pointKeeper: someoneWith('point-keeper'),
  tradeOffice: someoneWith('trade-office'),
  administrator: someoneWith('administrator'),
}
const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const
const base = as(system('trial'), worldDay)

const { lotId } = await aLot(as(people.producer, worldDay), { productId: world.certified.id })
const { materialLotId } = await aPurchase(as(people.producer, worldDay), world.producer.id)
const printed = await printLabels(
  as(people.producer, worldDay),
  { lotId, layout: 'a4-3x8', count: 8, skip: 0, requestKey: newId('key') },
  site,
)
if (!printed.ok) throw new Error(printed.refusal.code)
const { sheetId } = printed.value
const note = (kind: 'pack' | 'correction') => (ctx: Ctx) =>
  addDiaryEntry(ctx, { lotId, kind, at: undefined, text: 'Ghi nhầm ngày đóng gói.', requestKey: newId('key') })

// Who made the goods keeps their records, prints their labels and recalls them; the authorities may have them recalled as well. What was recalled
// does not come back, and its diary takes nothing but corrections.
tryActs(traceabilityActTables[0], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('lot')
      .set({
        status,
        recall_reason: status === 'recalled' ? 'Nắp không kín' : null,
        recalled_at: status === 'recalled' ? base.now : null,
      })
      .where('id', '=', lotId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('lot').select('status').where('id', '=', lotId).executeTakeFirstOrThrow()).status,
  attempts: {
    open: (ctx) => aLot(ctx, { productId: world.certified.id }),
    close: (ctx) => closeLot(ctx, { lotId }),
    reopen: (ctx) => reopenLot(ctx, { lotId }),
    'use-materials': (ctx) => useMaterials(ctx, { lotId, of: materialLotId, amount: 1000, reason: null, requestKey: newId('key') }),
    recall: (ctx) => recallLot(ctx, { lotId, reason: 'Nắp không kín' }),
    'write-diary': note('pack'),
    'correct-diary': note('correction'),
    'print-labels': (ctx) => printLabels(ctx, { lotId, layout: 'a4-3x8', count: 1, skip: 0, requestKey: newId('key') }, site),
    'apply-labels': (ctx) => applyLabels(ctx, { sheetId }),
    'spoil-labels': (ctx) => spoilLabels(ctx, { sheetId, count: 1, requestKey: newId('key') }),
  },
  expected: {
    open: { by: ['producer'] },
    close: { from: ['open'], to: 'closed', by: ['producer'] },
    reopen: { from: ['closed'], to: 'open', by: ['producer'] },
    'use-materials': { from: ['open'], by: ['producer'] },
    recall: { from: ['open', 'closed'], to: 'recalled', by: ['producer', 'officer', 'scientist', 'tradeOfficer'] },
    'write-diary': { from: ['open', 'closed'], by: ['producer'] },
    'correct-diary': { from: ['open', 'closed', 'recalled'], by: ['producer'] },
    'print-labels': { from: ['open'], by: ['producer'] },
    'apply-labels': { from: ['open', 'closed'], by: ['producer'] },
    'spoil-labels': { from: ['open', 'closed', 'recalled'], by: ['producer'] },
  },
})

const doubt = { code: '', text: 'Tem bị dán đè lên tem khác.', place: null, contact: null }
await reportDoubt(base, { ...doubt, requestKey: newId('key') }, '203.0.113.1')
const [reported] = await listDoubts(as(people.officer, worldDay))
const doubtId = reported!.id
let sender = 0

// A buyer's doubt is taken from anyone, and nobody is asked who they are; the provincial office and the science department, which keep watch
// over codes and labels, look into it and answer once.
tryActs(traceabilityActTables[1], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('doubt_report')
      .set({ status, answer: status === 'closed' ? 'Tem thật, dán lại sau khi đổi hũ.' : null })
      .where('id', '=', doubtId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('doubt_report').select('status').where('id', '=', doubtId).executeTakeFirstOrThrow()).status,
  attempts: {
    report: (ctx) => reportDoubt(ctx, { ...doubt, requestKey: newId('key') }, `203.0.113.${sender++ % 250}`),
    notice: (ctx) => inTransaction(ctx, (tx) => openCase(tx, ctx, { lotId, reason: 'copied', serial: `${sender++}` })),
    'take-up': (ctx) => takeUpDoubt(ctx, { doubtId }),
    answer: (ctx) => answerDoubt(ctx, { doubtId, answer: 'Tem thật, dán lại sau khi đổi hũ.' }),
  },
  expected: {
    report: { by: everybody },
    notice: { by: ['system'] },
    'take-up': { from: ['new'], to: 'checking', by: ['officer', 'scientist'] },
    answer: { from: ['new', 'checking'], to: 'closed', by: ['officer', 'scientist'] },
  },
})

// Whoever makes goods says where they lie; nobody else's places are touched.
const place = { kind: 'stall' as const, gln: null, communeCode: null, latitude: null, longitude: null, agrees: false, sells: false }
const [workshop] = await ownPlaces(as(people.producer, worldDay))
tryActs(traceabilityActTables[2], {
  base,
  people,
  attempts: {
    add: (ctx) => addPlace(ctx, { ...place, name: newId('n') }),
    end: (ctx) => endPlace(ctx, { placeId: workshop!.id }),
    sell: (ctx) => sellFromPlace(ctx, { placeId: workshop!.id, sells: true }),
  },
  expected: { add: { by: ['producer', 'rival'] }, end: { by: ['producer'] }, sell: { by: ['producer'] } },
})

const other = await buyMaterial(
  as(people.producer, worldDay),
  buyMaterialInput.parse({
    producerId: world.producer.id,
    material: 'Đường thốt nốt',
    unit: 'kg',
    quantity: '5',
    boughtOn: '2026-11-18',
    supplierName: 'Bà Thạch Thị Sen',
    supplierKind: 'farmer',
    requestKey: newId('key'),
  }),
)
if (!other.ok) throw new Error(other.refusal.code)
const supplierIds = (await ownSuppliers(as(people.producer, worldDay))).map(({ id }) => id)
// The book of raw material is its maker's: nobody else buys, writes off or counts in it, no other maker either.
tryActs(traceabilityActTables[3], {
  base,
  people,
  attempts: {
    buy: (ctx) => aPurchase(ctx, world.producer.id),
    waste: (ctx) => wasteMaterial(ctx, { materialLotId, amount: 1000, note: 'Dừa hư', requestKey: newId('key') }),
    count: (ctx) => countMaterial(ctx, { materialLotId, counted: 90_000, note: 'Cân lại', requestKey: newId('key') }),
    'correct-supplier': (ctx) =>
      correctSupplier(ctx, { supplierId: supplierIds[0]!, name: newId('n'), kind: 'farmer', communeCode: null, growingAreaCode: null }),
    'merge-suppliers': (ctx) => mergeSuppliers(ctx, { supplierId: supplierIds[0]!, intoId: supplierIds[1]! }),
    'set-recipe': async (ctx) =>
      setRecipe(ctx, {
        productId: world.certified.id,
        effectiveFrom: '2026-11-20',
        pieces: 100,
        materialId: [],
        amount: [],
        tolerance: [],
        requestKey: newId('key'),
      }),
  },
  expected: {
    'correct-supplier': { by: ['producer'] },
    'merge-suppliers': { by: ['producer'] },
    buy: { by: ['producer'] },
    waste: { by: ['producer'] },
    count: { by: ['producer'] },
    'set-recipe': { by: ['producer'] },
  },
})
