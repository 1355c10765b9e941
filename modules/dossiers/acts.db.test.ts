import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { dateInVietnam } from '@dacsan/vietnam'
import { aProduct } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { dossiersActTables, evidenceActs } from './acts.ts'
import type { DossierStatus, UpperMove, dossierActs } from './acts.ts'
import { aDossier, sampleEvidence, sampleReview, sampleTyped } from './fixtures.ts'
import {
  addEvidence,
  askProxy,
  changeSet,
  correctSet,
  attachEvidence,
  declineDossier,
  detachEvidence,
  drawLetter,
  dropLetter,
  endProxy,
  keepCarried,
  listEvidence,
  moveDossier,
  proposeDossier,
  replaceEvidence,
  returnDossier,
  saveChoices,
  saveReview,
  saveSection,
  sendLetter,
  startDossier,
  startDossierFor,
  submitDossier,
  takeProxy,
  withdrawDossier,
} from './index.ts'
import { dossierWorld, worldDay } from './test-world.ts'

const { as, db } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const proxy: Actor = { ...world.actors.communeOfficer, userId: 'usr_proxy', name: 'usr_proxy' } as Person
const people = { ...world.actors, proxy }
const base = as(system('trial'), worldDay)

const { id: dossierId, version } = await aDossier(world.people(), { productId: world.product.id, status: 'submitted' })
const target = { dossierId, version }
const review = { ...target, ...sampleReview, meetingOn: dateInVietnam(base.now) }
await saveReview(as(people.communeOfficer, worldDay), review)
const [paper] = await listEvidence(as(people.producer, worldDay))
const evidenceId = paper!.id
// The officer who writes it because the producer asked, and another dossier that nobody writes for anybody.
await db
  .insertInto('dossier_proxy')
  .values({
    id: 'dpx_1',
    dossier_id: dossierId,
    consent: 'asked',
    asked_at: base.now,
    asked_by_name: 'a',
    user_id: 'usr_proxy',
    user_name: 'p',
    office_name: 'x',
    began_at: base.now,
  })
  .execute()

const items = [{ about: 'section:business' as const, text: 'Ghi rõ nguồn nguyên liệu.' }]
const move =
  (name: UpperMove, details: object = {}) =>
  (ctx: Ctx) =>
    inTransaction(ctx, (tx) => moveDossier(tx, ctx, { dossierId, move: name, ...details }))
const latest = async (ctx: Ctx) => {
  const row = await ctx.db.selectFrom('dossier').select('version').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return { dossierId, version: row.version }
}

// Quyết định 26/2026/QĐ-TTg, Điều 7: the producer registers with its commune; the commune checks, asks for supplements once or proposes; the
// province receives, may ask again, appraises; the council scores; the province recognises what is its own and sends potential five stars on.
const editable: DossierStatus[] = ['draft', 'returned', 'province-returned']
tryActs(dossiersActTables[0], {
  base,
  people,
  put: (tx, status) => tx.updateTable('dossier').set({ status }).where('id', '=', dossierId).execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('dossier').select('status').where('id', '=', dossierId).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    start: (ctx) => startDossier(ctx, { productId: world.secondProduct.id, kind: 'first' }),
    'start-for': (ctx) =>
      startDossierFor(
        ctx,
        { producerId: world.producer.id, productId: world.secondProduct.id, kind: 'first', reason: 'Không có điện thoại.' },
        null,
      ),
    'ask-proxy': (ctx) => askProxy(ctx, { dossierId }),
    'take-proxy': (ctx) => takeProxy(ctx, { dossierId }),
    'end-proxy': (ctx) => endProxy(ctx, { dossierId }),
    'save-section': async (ctx) => saveSection(ctx, { ...(await latest(ctx)), section: 'plan', typed: sampleTyped.plan }),
    'save-choices': async (ctx) => saveChoices(ctx, { ...(await latest(ctx)), picks: [] }),
    'attach-evidence': (ctx) => attachEvidence(ctx, { dossierId, evidenceId, criterion: null }),
    'keep-carried': async (ctx) => keepCarried(ctx, { ...(await latest(ctx)), place: 'evidence' }),
    'detach-evidence': (ctx) => detachEvidence(ctx, { dossierId, evidenceId, criterion: null }),
    'change-set': async (ctx) => changeSet(ctx, { ...(await latest(ctx)), setCode: 'QD26-08' }),
    // Giving it back is an act of its own; where that is closed, the correction fails before it for want of a reason.
    'correct-set': async (ctx) => {
      const { status } = await ctx.db.selectFrom('dossier').select('status').where('id', '=', dossierId).executeTakeFirstOrThrow()
      const fits = ctx.actor === people.provincialOfficer && ['proposed', 'received'].includes(status)
      return correctSet(ctx, { dossierId, setCode: 'QD26-08', reason: fits ? 'Nguyên liệu chính là thịt.' : '' })
    },
    submit: async (ctx) => submitDossier(ctx, { ...(await latest(ctx)), declared: true }),
    'save-review': async (ctx) => saveReview(ctx, { ...review, ...(await latest(ctx)) }),
    return: async (ctx) => returnDossier(ctx, { ...(await latest(ctx)), items, repeatReason: '' }),
    propose: async (ctx) => proposeDossier(ctx, await latest(ctx)),
    decline: async (ctx) => declineDossier(ctx, { ...(await latest(ctx)), reason: 'Nguyên liệu không phải của địa phương.' }),
    refuse: move('refuse'),
    receive: move('receive'),
    'return-by-province': move('return-by-province', { items }),
    'return-to-commune': move('return-to-commune', { items }),
    supplement: async (ctx) => submitDossier(ctx, { ...(await latest(ctx)), declared: true }),
    appraise: move('appraise'),
    score: move('score'),
    'await-ministry': move('await-ministry'),
    recognise: move('recognise'),
    'not-recognise': move('not-recognise'),
    reappraise: move('reappraise'),
    reinstate: move('reinstate'),
    'reinstate-at-commune': move('reinstate-at-commune'),
    withdraw: async (ctx) => withdrawDossier(ctx, { ...(await latest(ctx)), reason: '' }),
  } satisfies Record<keyof typeof dossierActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    start: { by: ['producer'] },
    'start-for': { by: ['communeOfficer', 'proxy'] },
    'ask-proxy': { from: editable, by: ['producer'] },
    'take-proxy': { from: editable, by: ['communeOfficer', 'proxy'] },
    'end-proxy': { by: ['producer', 'proxy'] },
    'save-section': { from: editable, by: ['producer', 'proxy'] },
    'save-choices': { from: editable, by: ['producer', 'proxy'] },
    'attach-evidence': { from: editable, by: ['producer', 'proxy'] },
    'keep-carried': { from: editable, by: ['producer', 'proxy'] },
    'change-set': { from: editable, by: ['producer', 'proxy'] },
    'correct-set': { from: ['proposed', 'received'], by: ['provincialOfficer'] },
    'detach-evidence': { from: editable, by: ['producer', 'proxy'] },
    // One command hands the dossier in, from the commune's as from the province's request.
    submit: { from: ['draft', 'returned'], to: 'submitted', by: ['producer', 'proxy'], again: ['province-returned'] },
    'save-review': { from: ['submitted'], by: ['communeOfficer', 'proxy'] },
    return: { from: ['submitted'], to: 'returned', by: ['communeOfficer', 'proxy'] },
    propose: { from: ['submitted'], to: 'proposed', by: ['communeOfficer', 'proxy'] },
    decline: { from: ['submitted'], to: 'refused', by: ['communeOfficer', 'proxy'] },
    refuse: { from: ['proposed', 'received'], to: 'refused', by: ['provincialOfficer'] },
    receive: { from: ['proposed'], to: 'received', by: ['provincialOfficer'] },
    'return-by-province': { from: ['proposed', 'received'], to: 'province-returned', by: ['provincialOfficer'] },
    'return-to-commune': { from: ['proposed', 'received'], to: 'submitted', by: ['provincialOfficer'] },
    supplement: { from: ['province-returned'], to: 'proposed', by: ['producer', 'proxy'], again: ['draft', 'returned'] },
    appraise: { from: ['received'], to: 'appraising', by: ['provincialOfficer'] },
    score: { from: ['appraising'], to: 'scored', by: ['councilChair'] },
    'await-ministry': { from: ['scored'], to: 'awaiting-ministry', by: ['provincialOfficer'] },
    recognise: { from: ['scored', 'awaiting-ministry'], to: 'recognised', by: ['provincialOfficer'] },
    'not-recognise': { from: ['scored', 'awaiting-ministry'], to: 'not-recognised', by: ['provincialOfficer'] },
    reappraise: { from: ['recognised', 'not-recognised'], to: 'appraising', by: ['provincialOfficer'] },
    reinstate: { from: ['refused'], to: 'proposed', by: ['provincialOfficer'] },
    'reinstate-at-commune': { from: ['refused'], to: 'submitted', by: ['provincialOfficer'] },
    withdraw: {
      from: ['draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received', 'appraising'],
      to: 'withdrawn',
      by: ['producer', 'proxy'],
    },
  },
})

tryActs(
  { acts: evidenceActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      add: (ctx) => addEvidence(ctx, sampleEvidence, null),
      replace: (ctx) => replaceEvidence(ctx, evidenceId, sampleEvidence, null),
    },
    expected: { add: { by: ['producer', 'rival'] }, replace: { by: ['producer'] } },
  },
)

// One letter for what the commune proposed: of its own officers, also of one who fills a dossier for a producer, and of nobody else.
const proposed = async (name: string) => {
  const product = await inTransaction(base, (tx) => aProduct(tx, { name, setCode: 'QD26-07', producerId: world.producer.id }))
  return aDossier(world.people(), { productId: product.id, status: 'proposed' })
}
const [inLetter, free] = [await proposed('Mứt dừa số 1'), await proposed('Mứt dừa số 2')]
const drawn = await drawLetter(as(people.communeOfficer, worldDay), { dossierIds: [inLetter.id] })
if (!drawn.ok) throw new Error(drawn.refusal.code)
const { letterId } = drawn.value
tryActs(dossiersActTables[2], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('covering_letter')
      .set(status === 'sent' ? { status, number: '1/UBND', signed_on: '2026-11-20', sent_at: base.now } : { status })
      .where('id', '=', letterId)
      .execute(),
  state: async (tx) => {
    const letters = await tx.selectFrom('covering_letter').select(['id', 'status']).execute()
    return (letters.find(({ id }) => id !== letterId) ?? letters[0]!).status
  },
  attempts: {
    draw: (ctx) => drawLetter(ctx, { dossierIds: [free.id] }),
    send: (ctx) => sendLetter(ctx, { letterId, number: '45/UBND-KT', signedOn: '2026-11-20', signer: null }),
    drop: (ctx) => dropLetter(ctx, { letterId }),
  },
  expected: {
    draw: { by: ['communeOfficer', 'proxy'], to: 'draft' },
    send: { from: ['draft'], to: 'sent', by: ['communeOfficer', 'proxy'] },
    drop: { from: ['draft'], to: 'dropped', by: ['communeOfficer', 'proxy'] },
  },
})
