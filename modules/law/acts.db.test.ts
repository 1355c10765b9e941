import type { UserId } from '../identity/rules.ts'
import type { LegalRuleId } from './rules/ids.ts'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { testDatabase } from '@dacsan/platform/testing'
import '../rooms.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { Ctx, Tx } from '../context.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Person, Role } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { lawActTables } from './acts.ts'
import type { ProposalStatus } from './acts.ts'
import { newerRule } from './fixtures.ts'
import { confirmProposal, loadLaw, proposeRule, proposeRuleInput, proposeTakingBack, turnDownProposal, withdrawProposal } from './index.ts'
import { insertRules } from './law.store.ts'

const { db, as } = await testDatabase<Tables>()
const base = as(system('trial'), '2026-11-23T09:00:00+07:00')
const tomorrow = addDays(dateInVietnam(base.now), 1)

const person = (role: Role, userId: UserId): Person => ({ ...(someoneWith(role) as Person), userId })
const people = {
  ...(Object.fromEntries(roles.map((role) => [role, person(role, `usr_${role}`)])) as Record<Role, Person>),
  /** Whoever made the proposal that they meet, as an officer and as an administrator. */
  'proposing-officer': person('provincial-officer', 'usr_proposing-officer'),
  'proposing-administrator': person('administrator', 'usr_proposing-administrator'),
  /** An officer who meets a topic that administrators keep, where there are two of them. */
  'officer-at-sign-in': person('provincial-officer', 'usr_officer-at-sign-in'),
}

// Everybody meets one topic, with a proposal to supersede and, on another, one to take back a row of tomorrow.
const ordinary = { supersede: 'council.quorum-percent', 'take-back': 'council.deviation-points' }
const ofAdministrator = { supersede: 'order.hold-minutes', 'take-back': 'order.most-open-per-phone' }
const ofSignIn = { supersede: 'sign-in.two-factor-roles', 'take-back': 'sign-in.two-factor-roles' }
const met = ({ actor }: Pick<Ctx, 'actor'>) => {
  const id = actor.kind === 'person' ? actor.userId : ''
  return id === people['officer-at-sign-in'].userId
    ? ofSignIn
    : id === people['proposing-administrator'].userId
      ? ofAdministrator
      : ordinary
}
const proposers: Readonly<Record<string, Person>> = {
  [ordinary.supersede]: people['proposing-officer'],
  [ordinary['take-back']]: people['proposing-officer'],
  [ofAdministrator.supersede]: people['proposing-administrator'],
  [ofAdministrator['take-back']]: people['proposing-administrator'],
  [ofSignIn.supersede]: people.administrator,
}
const values: Readonly<Record<string, unknown>> = {
  [ordinary.supersede]: 67,
  [ordinary['take-back']]: 5,
  [ofAdministrator.supersede]: 45,
  [ofAdministrator['take-back']]: 9,
  [ofSignIn.supersede]: ['administrator', 'provincial-officer'],
}
const rowOf = (topic: string): LegalRuleId => `${topic}@${tomorrow}`
const withRow = [ordinary['take-back'], ofAdministrator['take-back'], ofSignIn['take-back']]

await db.transaction().execute(async (tx) => {
  await loadLaw(tx)
  for (const email of ['a@example.vn', 'b@example.vn']) await aPerson(tx, { role: 'administrator', email, now: base.now })
  const paper = { instrument: 'Quyết định thử', article: null, sourceUrl: null, certainty: 'confirmed', note: null } as const
  await insertRules(
    tx,
    withRow.map((topic) => ({ ...paper, id: rowOf(topic), topic, value: values[topic], checkedOn: '2026-11-23', effectiveFrom: tomorrow })),
  )
})

async function put(tx: Tx, status: ProposalStatus): Promise<void> {
  const decided = status === 'proposed' ? null : base.now
  for (const [topic, proposer] of Object.entries(proposers)) {
    const takesBack = topic === ordinary['take-back'] || topic === ofAdministrator['take-back']
    const by = status === 'withdrawn' ? proposer.userId : 'usr_somebody'
    await tx
      .insertInto('legal_proposal')
      .values({
        id: `lgp_${topic}`,
        kind: takesBack ? 'take-back' : 'supersede',
        topic,
        rule_id: takesBack ? rowOf(topic) : null,
        effective_from: takesBack ? tomorrow : addDays(tomorrow, 7),
        value: takesBack ? null : JSON.stringify(values[topic]),
        instrument: takesBack ? null : 'Quyết định 1253/QĐ-UBND',
        certainty: takesBack ? null : 'confirmed',
        note: takesBack ? 'Gõ nhầm' : null,
        status,
        proposed_by: proposer.userId,
        proposed_by_name: proposer.name,
        proposed_at: base.now,
        decided_by: decided && by,
        decided_by_name: decided && 'Ai đó',
        decided_at: decided,
        answer: status === 'turned-down' ? 'Không thấy văn bản' : null,
      })
      .execute()
  }
}

const superseding = (ctx: Ctx) => `lgp_${met(ctx).supersede}`
const takingBack = (ctx: Ctx) => `lgp_${met(ctx)['take-back']}`

// The office that steers the programme, and whoever runs the platform, propose a newer value; another of them confirms it or turns it down; what
// decides who comes in, an officer neither proposes nor, where there are two administrators, confirms.
tryActs(lawActTables[0], {
  base,
  people,
  put,
  state: async (tx) => {
    const changed = await tx.selectFrom('legal_proposal').select('status').where('status', '<>', 'proposed').executeTakeFirst()
    return changed?.status ?? 'proposed'
  },
  attempts: {
    propose: (ctx) => {
      const topic = met(ctx).supersede
      const value = JSON.stringify(values[topic])
      return proposeRule(ctx, proposeRuleInput.parse({ ...newerRule, topic, value }))
    },
    'propose-taking-back': (ctx) => {
      const topic = met(ctx)['take-back']
      return proposeTakingBack(ctx, { topic, ruleId: rowOf(topic), reason: 'Gõ nhầm' })
    },
    confirm: (ctx) => confirmProposal(ctx, superseding(ctx)),
    'confirm-taking-back': (ctx) => confirmProposal(ctx, takingBack(ctx)),
    'turn-down': (ctx) => turnDownProposal(ctx, superseding(ctx), { answer: 'Không thấy văn bản' }),
    withdraw: (ctx) => withdrawProposal(ctx, superseding(ctx)),
  },
  expected: {
    propose: { to: 'proposed', by: ['administrator', 'provincial-officer', 'proposing-officer', 'proposing-administrator'] },
    'propose-taking-back': { to: 'proposed', by: ['administrator', 'provincial-officer', 'proposing-officer', 'proposing-administrator'] },
    confirm: { from: ['proposed'], to: 'confirmed', by: ['administrator', 'provincial-officer'] },
    'confirm-taking-back': { from: ['proposed'], to: 'confirmed', by: ['administrator', 'provincial-officer'] },
    'turn-down': { from: ['proposed'], to: 'turned-down', by: ['administrator', 'provincial-officer'] },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['proposing-officer', 'proposing-administrator'] },
  },
})
