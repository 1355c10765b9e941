import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { aSession, marksFor } from '../appraisal/fixtures.ts'
import type { SessionId } from '../appraisal/rules.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { hasRole, system } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { criteriaSet } from '../law/index.ts'
import { issuers } from '../papers/index.ts'
import { tryActs } from '../test-acts.ts'
import { certificatesActTables } from './acts.ts'
import type {
  CertificateStatus,
  DecisionStatus,
  ImportStatus,
  WithdrawalStatus,
  certificateActs,
  decisionActs,
  registerActs,
  withdrawalActs,
} from './acts.ts'
import { attestCertificate } from './credentials/attest-certificate.ts'
import { aRecordedDecision, aSigning } from './fixtures.ts'
import {
  askCommune,
  carryOutImport,
  chooseMeanwhile,
  confirmImport,
  confirmStop,
  correctCertificate,
  denyStop,
  draftDecision,
  dropProposal,
  numberCertificate,
  findDecision,
  proposeImport,
  proposeWithdrawal,
  recordDecision,
  recordMinistryResult,
  reportStop,
  reprintCertificate,
  sendToMinistry,
  turnDownImport,
} from './index.ts'
import { issueCertificate, supersedeCertificate } from './issue-certificate.ts'
import { concludeProposal, withdrawCertificate } from './withdrawals/withdraw-certificates.ts'

const { as, db, owner } = await testDatabase<Tables>()
const world = await appraisalWorld(as)
const people = world.actors
const now = '2026-12-02T09:00:00+07:00'
const base = as(system('trial'), now)
const officer = as(people.provincialOfficer, now)
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')

async function aClosedSession(stars: 3 | 5): Promise<SessionId> {
  const { roundId, councilId } = world
  const dossierIds = [await world.dossier()]
  return aSession(world.hands(), { roundId, councilId, dossierIds, status: 'closed', marks: () => marksFor(set, stars) })
}

/** Somebody whom a row let in by mistake would be stopped by the rows of the dossiers; the day that has not come lets them in no further. */
const signing = (ctx: Ctx, number: string) => ({
  ...aSigning,
  number,
  signedOn: hasRole(ctx.actor, 'provincial-officer') ? '2026-12-01' : '2027-12-01',
})

const undecided = await aClosedSession(3)
const drafted = await draftDecision(officer, { sessionId: await aClosedSession(3) })
const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
const draftedItem = (await findDecision(officer, decisionId)).items[0]!
const waiting = await findDecision(officer, (await aRecordedDecision(officer, await aClosedSession(5), { number: '101' })).decisionId)
const recorded = await findDecision(officer, (await aRecordedDecision(officer, await aClosedSession(3), { number: '102' })).decisionId)

const isSigned = { draft: false, recorded: true }
let decided = decisionId

// Quyết định 26/2026/QĐ-TTg, Điều 7, steps 7 and 8: the office words the decision on a closed session and enters it once it is signed; what the
// ministry answers on five stars is entered by the same office, as a decision that is signed already. What is recorded stays.
tryActs(certificatesActTables[0], {
  base,
  people,
  put: async (tx, status: DecisionStatus) => {
    decided = decisionId
    const number = isSigned[status] ? '99/QĐ-UBND' : null
    const day = isSigned[status] ? '2026-12-01' : null
    await tx.updateTable('recognition_decision').set({ status, number, signed_on: day }).where('id', '=', decisionId).execute()
  },
  state: async (tx) => {
    const row = await tx.selectFrom('recognition_decision').select('status').where('id', '=', decided).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    draft: (ctx) => draftDecision(ctx, { sessionId: undecided }),
    record: (ctx) => recordDecision(ctx, { decisionId, ...signing(ctx, '201') }),
    'choose-meanwhile': (ctx) => chooseMeanwhile(ctx, { decisionId, dossierId: draftedItem.dossierId, stars: 4 }),
    send: (ctx) => sendToMinistry(ctx, { decisionId, sentNumber: '15/UBND-NNMT', sentOn: '2026-12-02' }),
    'record-ministry-result': async (ctx) => {
      const dossierIds = waiting.items.map((item) => item.dossierId)
      const outcome = await recordMinistryResult(ctx, { dossierIds, grant: '5', note: '', ...signing(ctx, '202') })
      if (outcome.ok) decided = outcome.value.decisionId
      return outcome
    },
  } satisfies Record<keyof typeof decisionActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    draft: { by: ['provincialOfficer'] },
    record: { from: ['draft'], to: 'recorded', by: ['provincialOfficer'] },
    'choose-meanwhile': { from: ['draft'], by: ['provincialOfficer'] },
    send: { from: ['recorded'], by: ['provincialOfficer'] },
    'record-ministry-result': { to: 'recorded', by: ['provincialOfficer'] },
  },
})

const code = recorded.items[0]!.certificateCode!
const certificate = await db.selectFrom('certificate').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
const item = (await findDecision(officer, decisionId)).items[0]!
const signed = { decisionId, issuer: issuers.province, signing: { ...aSigning, number: '301/QĐ-UBND' } }
let held = code

const conclusion = { number: '12/KL-SNNMT', on: '2026-12-01', by: 'Sở Nông nghiệp và Môi trường' }
const proposedFor = async (certificateCode: string) => {
  const outcome = await proposeWithdrawal(officer, { certificateCode, reason: 'mark-misused', conclusion })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.proposalId
}
const proposalId = await proposedFor(code)

const withdrawal: Record<CertificateStatus, Pick<Tables['certificate'], 'withdrawn_on' | 'withdrawal_reason' | 'withdrawal_number'>> = {
  active: { withdrawn_on: null, withdrawal_reason: null, withdrawal_number: null },
  superseded: { withdrawn_on: null, withdrawal_reason: null, withdrawal_number: null },
  withdrawn: { withdrawn_on: '2026-12-01', withdrawal_reason: 'other', withdrawal_number: '1/QĐ-UBND' },
}

// The database would stop a withdrawal that leads to another state before the trial could see where it leads.
await sql`alter table certificate drop constraint certificate_check`.execute(owner.db)
await sql`alter table register_import drop constraint register_import_check1, drop constraint register_import_check2`.execute(owner.db)

// Điều 7–9: a recorded decision grants and replaces certificates; whoever grants a rank takes it back, for a reason of the law, once.
tryActs(certificatesActTables[1], {
  base,
  people,
  put: async (tx, status: CertificateStatus) => {
    held = code
    await tx
      .updateTable('certificate')
      .set({ status, ...withdrawal[status] })
      .where('code', '=', code)
      .execute()
  },
  state: async (tx) => {
    const row = await tx.selectFrom('certificate').select('status').where('code', '=', held).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    issue: (ctx) => inTransaction(ctx, async (tx) => (held = await issueCertificate(tx, ctx, item, signed))),
    supersede: (ctx) =>
      inTransaction(ctx, async (tx) => {
        const { id, product_id: productId } = certificate
        const { status } = await tx.selectFrom('certificate').select('status').where('id', '=', id).executeTakeFirstOrThrow()
        await supersedeCertificate(tx, ctx, { id, code, productId, status }, '301-later')
      }),
    reprint: (ctx) => reprintCertificate(ctx, { code, reason: 'Giấy bị ướt' }),
    number: (ctx) => numberCertificate(ctx, { code: (held = code), paperNumber: '12/2026' }),
    correct: async (ctx) => {
      const names = { productName: 'Kẹo dừa', producerName: 'HTX Dừa', address: '' }
      const outcome = await correctCertificate(ctx, { code, reason: 'Sai dấu', ...names })
      if (outcome.ok) held = outcome.value.code
      return outcome
    },
    attest: (ctx) => attestCertificate(ctx, { code: (held = code), origin: 'https://dacsan.example.vn' }),
    withdraw: (ctx) =>
      inTransaction(ctx, async (tx) => {
        const { product_id: productId, stars } = certificate
        const { status: certificateStatus } = await tx
          .selectFrom('certificate')
          .select('status')
          .where('code', '=', code)
          .executeTakeFirstOrThrow()
        const withdrawn = { certificateCode: code, certificateStatus, productId, stars, reason: 'mark-misused' as const, note: '' }
        await withdrawCertificate(tx, ctx, withdrawn, { issuer: issuers.province, signing: { ...aSigning, number: '302/QĐ-UBND' } })
      }),
  } satisfies Record<keyof typeof certificateActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    issue: { to: 'active', by: ['provincialOfficer'] },
    supersede: { from: ['active'], to: 'superseded', by: ['provincialOfficer'] },
    withdraw: { from: ['active'], to: 'withdrawn', by: ['provincialOfficer'] },
    reprint: { from: ['active'], by: ['provincialOfficer'] },
    number: { by: ['provincialOfficer'] },
    correct: { to: 'active', by: ['provincialOfficer'] },
    attest: { by: ['system'] },
  },
})

const other = await aRecordedDecision(officer, await aClosedSession(3), { number: '103' })
const unproposed = other.certificates[0]!
const stop = { on: '2026-12-01', note: 'Nhà xưởng đã đóng cửa' }
let acted = proposalId

// Điều 8–9: the office proposes on a conclusion; that production stopped is for the commune of the producer to say, and for no other.
tryActs(certificatesActTables[2], {
  base,
  people,
  put: async (tx, status: WithdrawalStatus) => {
    acted = proposalId
    const closed_at = status === 'decided' || status === 'dropped' ? new Date(now) : null
    await tx.updateTable('withdrawal_proposal').set({ status, closed_at }).where('id', '=', proposalId).execute()
  },
  state: async (tx) => {
    const row = await tx.selectFrom('withdrawal_proposal').select('status').where('id', '=', acted).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    propose: (ctx) => made(proposeWithdrawal(ctx, { certificateCode: unproposed, reason: 'law-broken', conclusion })),
    ask: (ctx) => made(askCommune(ctx, { certificateCode: unproposed })),
    report: (ctx) => made(reportStop(ctx, { certificateCode: unproposed, ...stop })),
    confirm: (ctx) => confirmStop(ctx, { proposalId, ...stop }),
    deny: (ctx) => denyStop(ctx, { proposalId, note: stop.note }),
    drop: (ctx) => dropProposal(ctx, { proposalId, note: stop.note }),
    decide: (ctx) =>
      inTransaction(ctx, async (tx) => {
        const { status } = await tx
          .selectFrom('withdrawal_proposal')
          .select('status')
          .where('id', '=', proposalId)
          .executeTakeFirstOrThrow()
        await concludeProposal(tx, ctx, { id: proposalId, status, certificateCode: code }, '303/QĐ-UBND')
      }),
  } satisfies Record<keyof typeof withdrawalActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    propose: { to: 'open', by: ['provincialOfficer'] },
    ask: { to: 'asked', by: ['provincialOfficer'] },
    report: { to: 'open', by: ['communeOfficer'] },
    confirm: { from: ['asked'], to: 'open', by: ['communeOfficer'] },
    deny: { from: ['asked'], to: 'dropped', by: ['communeOfficer'] },
    drop: { from: ['asked', 'open'], to: 'dropped', by: ['provincialOfficer'] },
    decide: { from: ['open'], to: 'decided', by: ['provincialOfficer'] },
  },
})

async function made(attempt: ReturnType<typeof proposeWithdrawal> | ReturnType<typeof askCommune> | ReturnType<typeof reportStop>) {
  const outcome = await attempt
  if (outcome.ok) acted = outcome.value.proposalId
  return outcome
}

const file = (number: number) => ({
  name: 'so.csv',
  bytes: new TextEncoder().encode(
    ['sản phẩm;chủ thể;bộ;sao;năm;số quyết định;ngày cấp;hết hạn;mã xã;độ tin', `Mắm A;HTX A;QD26-09;3;2024;${number};;;29467;A`].join(
      '\n',
    ),
  ),
})
/** Whoever proposed the import that everybody meets, as an officer and as an administrator. */
const proposers = {
  proposingOfficer: { ...(people.provincialOfficer as Person), userId: 'usr_proposing' },
  proposingAdministrator: { ...(people.administrator as Person), userId: 'usr_proposing' },
} as const
const proposed = await proposeImport(as(proposers.proposingOfficer, now), file(1))
if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
const { importId } = proposed.value
let handled = importId

// An import gives stars without a council of ours: two persons answer for it, and the platform itself carries it out. Where the province has one
// officer, an administrator is the second person; whoever proposed it is nowhere.
tryActs(certificatesActTables[3], {
  base,
  people: { ...people, ...proposers },
  put: async (tx, status: ImportStatus) => {
    handled = importId
    await tx.updateTable('membership').set({ until: '2026-01-02' }).where('role', '=', 'provincial-officer').execute()
    const isDecided = status !== 'proposed'
    const finished_at = status === 'done' ? new Date(now) : null
    const decided = { decided_by: isDecided ? ('usr_second' as const) : null, decided_at: isDecided ? new Date(now) : null }
    await tx
      .updateTable('register_import')
      .set({ status, finished_at, ...decided })
      .where('id', '=', importId)
      .execute()
  },
  state: async (tx) => {
    const row = await tx.selectFrom('register_import').select('status').where('id', '=', handled).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    propose: async (ctx) => {
      const outcome = await proposeImport(ctx, file(2))
      if (outcome.ok) handled = outcome.value.importId
      return outcome
    },
    confirm: (ctx) => confirmImport(ctx, { importId, doubt: [2] }),
    'turn-down': (ctx) => turnDownImport(ctx, { importId, reason: 'sai tệp' }),
    'carry-out': (ctx) => carryOutImport(ctx, importId),
  } satisfies Record<keyof typeof registerActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    propose: { to: 'proposed', by: ['provincialOfficer', 'proposingOfficer'] },
    confirm: { from: ['proposed'], to: 'confirmed', by: ['provincialOfficer', 'administrator'] },
    'turn-down': {
      from: ['proposed'],
      to: 'turned-down',
      by: ['provincialOfficer', 'administrator', 'proposingOfficer', 'proposingAdministrator'],
    },
    'carry-out': { from: ['confirmed'], to: 'done', by: ['system'] },
  },
})
