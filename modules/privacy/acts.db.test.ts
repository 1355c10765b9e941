import { testDatabase } from '@dacsan/platform/testing'
import { done } from '@dacsan/decisions'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { privacyActTables } from './acts.ts'
import type { BreachStatus, ConsentStatus, RequestStatus } from './acts.ts'
import { privacyWorld } from './fixtures.ts'
import {
  acknowledgeRequest,
  agree,
  askRequest,
  closeBreach,
  describeBreach,
  extendRequest,
  fulfilRequest,
  refuseRequest,
  registerBreach,
  reportBreach,
  supersedeText,
  tellPersons,
  withdrawConsent,
  withdrawRequest,
} from './index.ts'

const { as: asAt } = await testDatabase<Tables>()
const day = '2026-12-01T09:00:00+07:00'
const { owner, people } = await privacyWorld((actor) => asAt(actor, day))
const base = asAt(system('trial'), day)
const asker = { kind: 'account', userId: owner.userId } as const
const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: object }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
const { requestId } = must(await askRequest(asAt(owner, day), asker, { kind: 'correct', text: 'Tên sai' }))
const { consentId } = must(await agree(asAt(owner, day), asker, { purpose: 'programme-invitations', version: 1 }))
const facts = {
  detectedBy: 'Người trực',
  what: 'Gửi nhầm danh sách',
  kinds: ['contact' as const],
  persons: 3,
  consequences: '',
  measures: 'Đã thu hồi',
}
const { breachId } = must(await registerBreach(asAt(people.administrator, day), { ...facts, detectedAt: base.now }))
const [consents, texts, requests, breaches] = privacyActTables

// What somebody agreed to is withdrawn by that person alone, and by nobody in the office.
tryActs(consents, {
  base,
  people,
  put: (tx, status: ConsentStatus) =>
    tx
      .updateTable('consent')
      .set({ status, withdrawn_at: status === 'withdrawn' ? base.now : null })
      .where('id', '=', consentId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('consent').select('status').orderBy('id', 'desc').executeTakeFirstOrThrow()).status,
  attempts: {
    give: (ctx) => agree(ctx, asker, { purpose: 'programme-invitations', version: 1 }),
    withdraw: (ctx) => withdrawConsent(ctx, asker, consentId),
  },
  expected: {
    give: { to: 'given', by: ['owner'] },
    withdraw: { from: ['given'], to: 'withdrawn', by: ['owner'] },
  },
})

tryActs(texts, {
  base,
  people,
  attempts: {
    supersede: (ctx) =>
      supersedeText(ctx, {
        purpose: 'programme-invitations',
        language: 'vi',
        text: 'Một lời hỏi khác, đủ dài để đọc được.',
        effectiveFrom: '2026-12-02',
        asksAgain: false,
      }),
  },
  expected: { supersede: { by: ['administrator'] } },
})

// Luật 91/2025/QH15: who holds the data answers; who the data are about asks, and may take it back while nobody has answered.
const decided = ['fulfilled', 'partly', 'refused'] as const
const nothingKept = () => Promise.resolve(done([]))
const open = ['received', 'acknowledged', 'extended'] as const
tryActs(requests, {
  base,
  people,
  put: (tx, status: RequestStatus) =>
    tx
      .updateTable('data_request')
      .set({ status, decided_at: decided.some((one) => one === status) ? base.now : null })
      .where('id', '=', requestId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('data_request').select('status').orderBy('id', 'desc').executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    ask: (ctx) => askRequest(ctx, asker, { kind: 'object', text: '' }),
    acknowledge: (ctx) => acknowledgeRequest(ctx, requestId),
    extend: (ctx) => extendRequest(ctx, requestId, { reason: 'Hồ sơ giấy ở kho' }),
    fulfil: (ctx) => fulfilRequest(ctx, requestId, { answer: 'Đã sửa', inPart: false }, nothingKept),
    'fulfil-in-part': (ctx) => fulfilRequest(ctx, requestId, { answer: 'Đã sửa một phần', inPart: true }, nothingKept),
    refuse: (ctx) => refuseRequest(ctx, requestId, { answer: 'Không có căn cứ' }),
    withdraw: (ctx) => withdrawRequest(ctx, asker, requestId),
  },
  expected: {
    ask: { to: 'received', by: ['owner'] },
    acknowledge: { from: ['received'], to: 'acknowledged', by: ['administrator'] },
    extend: { from: ['received', 'acknowledged'], to: 'extended', by: ['administrator'] },
    fulfil: { from: open, to: 'fulfilled', by: ['administrator'] },
    'fulfil-in-part': { from: open, to: 'partly', by: ['administrator'] },
    refuse: { from: open, to: 'refused', by: ['administrator'] },
    withdraw: { from: open, to: 'withdrawn', by: ['owner'] },
  },
})

tryActs(breaches, {
  base,
  people,
  put: (tx, status: BreachStatus) =>
    tx
      .updateTable('data_breach')
      .set({ status, reported_at: status === 'open' ? null : base.now, closed_at: status === 'closed' ? base.now : null })
      .where('id', '=', breachId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('data_breach').select('status').orderBy('id', 'desc').executeTakeFirstOrThrow()).status,
  attempts: {
    register: (ctx) => registerBreach(ctx, { ...facts, detectedAt: ctx.now }),
    describe: (ctx) => describeBreach(ctx, breachId, facts),
    report: (ctx) => reportBreach(ctx, breachId),
    'tell-persons': (ctx) => tellPersons(ctx, breachId),
    close: (ctx) => closeBreach(ctx, breachId),
  },
  expected: {
    register: { to: 'open', by: ['administrator'] },
    describe: { from: ['open', 'reported'], by: ['administrator'] },
    report: { from: ['open'], to: 'reported', by: ['administrator'] },
    'tell-persons': { from: ['open', 'reported'], by: ['administrator'] },
    close: { from: ['reported'], to: 'closed', by: ['administrator'] },
  },
})
