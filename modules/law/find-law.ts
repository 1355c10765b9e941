import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { grantsOf, requireRole } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import type { ProposalKind, ProposalStatus } from './acts.ts'
import { versionsFor } from './judge-proposal.ts'
import { selectRules } from './law.store.ts'
import { selectProposals } from './proposals.store.ts'
import type { StoredProposal } from './proposals.store.ts'
import { listRules, listed } from './rule-on.ts'
import { sayBounds } from './rules/bounds.ts'
import { decideTakingBack } from './rules/proposals.ts'
import type { Version } from './rules/proposals.ts'
import { declarationOf, declaredTopics, isDeclared, judgeValue, sayValue } from './topics.ts'
import type { Certainty, LegalSource, ListedRule } from './topics.ts'
import { tiesOfProposal, tiesOfTopic } from './who-may.ts'
import { unknownValue } from './words/values.ts'

/** A topic as the office looks it up. */
export type TopicOnFile = {
  topic: string
  title: string
  /** False: no part of the programme works by it yet. */
  implemented: boolean
  /** The row that holds today, and the day of the next one, if any. */
  now: ListedRule | null
  next: string | null
  versions: number
  /** A proposal waits for its second person. */
  waiting: boolean
}

/** A value with the day it holds from. */
type Said = { said: string; effectiveFrom: string }

/** A proposal with what it would put in the place of what. */
export type ProposalOnFile = {
  id: string
  kind: ProposalKind
  topic: string
  title: string
  status: ProposalStatus
  effectiveFrom: string
  /** What holds without it and what with it, side by side; null where nothing does. */
  before: Said | null
  after: Said | null
  /** The paper that the new value stands on; null where a row is taken back. */
  source: LegalSource | null
  note: string | null
  proposedByName: string
  proposedAt: Date
  decidedByName: string | null
  decidedAt: Date | null
  answer: string | null
  may: May<typeof ruleActs, ProposalStatus>
}

/** A version in the list of its topic: `mayTakeBack` where it is still its first day, or it never held. */
export type VersionOnFile = ListedRule & { mayTakeBack: boolean }

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Every topic with the row that holds today, room by room, and the proposals that wait for a second person. */
export async function lawOnFile(ctx: Reader): Promise<{ topics: TopicOnFile[]; waiting: ProposalOnFile[] }> {
  requireOffice(ctx)
  const today = dateInVietnam(ctx.now)
  const rows = Map.groupBy(await listRules(ctx.db), ({ topic }) => topic)
  const waiting: ProposalOnFile[] = []
  for (const proposal of await selectProposals(ctx.db, { status: 'proposed' }))
    if (isDeclared(proposal.topic)) waiting.push(await onFile(ctx, proposal, rows.get(proposal.topic) ?? []))
  const topics = declaredTopics().map((topic) => {
    const versions = standing(rows.get(topic) ?? [])
    const { title, implemented } = declarationOf(topic)
    return {
      topic,
      title,
      implemented,
      now: versions.find(({ effectiveFrom }) => effectiveFrom <= today) ?? null,
      next: versions.findLast((row) => row.effectiveFrom > today)?.effectiveFrom ?? null,
      versions: versions.length,
      waiting: waiting.some((proposal) => proposal.topic === topic),
    }
  })
  return { topics, waiting }
}

export type TopicPage = {
  topic: string
  title: string
  /** Every version, the newest first, with what was taken back and what cannot be used. */
  versions: VersionOnFile[]
  /** What a value must keep, a sentence each. */
  bounds: string[]
  /** Only administrators propose it. */
  administratorsOnly: boolean
  waiting: ProposalOnFile | null
  decided: ProposalOnFile[]
  may: { propose: boolean }
}

/** All versions of one topic, the proposals for it, and what the reader may do. */
export async function topicOnFile(ctx: Reader, topic: string): Promise<TopicPage> {
  requireOffice(ctx)
  if (!isDeclared(topic)) throw new NotFound('No such topic', { topic })
  const stored = await selectRules(ctx.db, topic)
  const rows = stored.map(listed)
  const proposals: ProposalOnFile[] = []
  for (const proposal of await selectProposals(ctx.db, { topic })) proposals.push(await onFile(ctx, proposal, rows))
  const waiting = proposals.find(({ status }) => status === 'proposed') ?? null
  const declaration = declarationOf(topic)
  const mayAct = mayOf(ruleActs, '', grantsOf(ctx.actor, tiesOfTopic(topic)))
  const facts = { today: dateInVietnam(ctx.now), versions: versionsFor(stored) }
  const isBack = (version: Version) => !version.takenBack && decideTakingBack(version, facts).ok
  const mayTakeBack = mayAct['propose-taking-back'] === true && waiting === null
  return {
    topic,
    title: declaration.title,
    versions: rows.map((row, at) => ({ ...row, mayTakeBack: mayTakeBack && isBack(facts.versions[at]!) })),
    bounds: [...sayBounds(declaration), ...(declaration.relations ?? []).map(({ says }) => says)],
    administratorsOnly: declaration.administratorsOnly === true,
    waiting,
    decided: proposals.filter(({ status }) => status !== 'proposed'),
    may: { propose: mayAct.propose === true && waiting === null },
  }
}

/** The rows whose value cannot be used, for the administrator: what stands in for them is an earlier row. */
export async function listUnusableRules(ctx: Reader): Promise<{ topic: string; title: string; effectiveFrom: string }[]> {
  requireOffice(ctx)
  return standing(await listRules(ctx.db))
    .filter(({ usable }) => !usable)
    .map(({ topic, effectiveFrom }) => ({ topic, title: declarationOf(topic).title, effectiveFrom }))
}

async function onFile(ctx: Reader, proposal: StoredProposal, rows: readonly ListedRule[]): Promise<ProposalOnFile> {
  const { id, kind, topic, ruleId, status, effectiveFrom, instrument, article, sourceUrl, certainty, note } = proposal
  const { proposedByName, proposedAt, decidedByName, decidedAt, answer } = proposal
  // What holds when the proposed row does not: the newest usable one that begins before it.
  const without = standing(rows).find((row) => row.usable && row.effectiveFrom < effectiveFrom) ?? null
  const taken = rows.find((row) => row.id === ruleId) ?? null
  const proposed = kind === 'supersede' ? { said: sayWritten(topic, proposal.value), effectiveFrom } : null
  return {
    id,
    kind,
    topic,
    title: declarationOf(topic).title,
    status,
    effectiveFrom,
    before: saidOf(kind === 'supersede' ? without : taken),
    after: proposed ?? saidOf(without),
    source: instrument === null ? null : { instrument, article, sourceUrl, certainty: certainty as Certainty },
    note,
    proposedByName,
    proposedAt,
    decidedByName,
    decidedAt,
    answer,
    may: mayOf(ruleActs, status, grantsOf(ctx.actor, await tiesOfProposal(ctx.db, ctx.actor, proposal, dateInVietnam(ctx.now)))),
  }
}

const saidOf = (row: ListedRule | null): Said | null => row && { said: row.said, effectiveFrom: row.effectiveFrom }

/** What was proposed under an earlier version of the software may have another shape today. */
function sayWritten(topic: string, value: unknown): string {
  const judged = judgeValue(topic, value)
  return judged.usable ? sayValue(topic, judged.value) : unknownValue
}

const standing = (rows: readonly ListedRule[]) => rows.filter(({ takenBackAt }) => takenBackAt === null)

const requireOffice = ({ actor }: Reader) => requireRole(actor, 'administrator', 'provincial-officer')
