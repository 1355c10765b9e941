import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'

/** A new value that waits for a second person, or did: until it is confirmed it counts for nothing. */
export const proposalStatuses = ['proposed', 'confirmed', 'turned-down', 'withdrawn'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

/** A new row after the last one, or the taking back of a row on its first day. */
export const proposalKinds = ['supersede', 'take-back'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** Administrators look after every topic; the office that steers the programme after all but those of signing in. */
const keepers = { administrator: 'any', 'provincial-officer': 'office-topic' } as const
const secondPerson = { administrator: 'second-person', 'provincial-officer': 'second-person' } as const
const proposer = { administrator: 'proposer', 'provincial-officer': 'proposer' } as const

const judged = ['value-shape', 'out-of-bounds', 'disagrees', 'not-later', 'too-early', 'too-far'] as const
const takenBack = ['first-day-over', 'nothing-before'] as const

/**
 * What can be done to the law on file: a published row is never edited, only followed by another or taken back on its first day, and nobody
 * does either alone.
 */
export const ruleActs = nameActs('legal-rule', {
  propose: {
    to: 'proposed',
    by: keepers,
    event: 'law.proposed',
    says: 'Đề nghị giá trị pháp luật mới',
    refusals: [...judged, 'already-proposed'],
  },
  'propose-taking-back': {
    to: 'proposed',
    by: keepers,
    event: 'law.taking-back-proposed',
    says: 'Đề nghị thu lại giá trị pháp luật',
    refusals: [...takenBack, 'already-proposed'],
  },
  confirm: {
    from: ['proposed'],
    to: 'confirmed',
    by: secondPerson,
    event: 'law.superseded',
    final: true,
    says: 'Thay giá trị pháp luật',
    refusals: judged,
  },
  'confirm-taking-back': {
    from: ['proposed'],
    to: 'confirmed',
    by: secondPerson,
    event: 'law.taken-back',
    final: true,
    says: 'Thu lại giá trị pháp luật',
    refusals: takenBack,
  },
  'turn-down': {
    from: ['proposed'],
    to: 'turned-down',
    by: secondPerson,
    event: 'law.turned-down',
    says: 'Không đồng ý giá trị pháp luật được đề nghị',
  },
  withdraw: {
    from: ['proposed'],
    to: 'withdrawn',
    by: proposer,
    event: 'law.withdrawn',
    says: 'Rút đề nghị về giá trị pháp luật',
  },
} as const satisfies ActRows<ProposalStatus>)

export const lawActTables = [{ says: 'Căn cứ pháp lý', statuses: proposalStatuses, acts: ruleActs }] as const
