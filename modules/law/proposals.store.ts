import type { LegalRuleId } from './rules/ids.ts'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { ProposalKind, ProposalStatus } from './acts.ts'

const columns = [
  'id',
  'kind',
  'topic',
  'rule_id as ruleId',
  'effective_from as effectiveFrom',
  'value',
  'instrument',
  'article',
  'source_url as sourceUrl',
  'certainty',
  'note',
  'status',
  'proposed_by as proposedBy',
  'proposed_by_name as proposedByName',
  'proposed_at as proposedAt',
  'decided_by_name as decidedByName',
  'decided_at as decidedAt',
  'answer',
] as const

export type StoredProposal = NonNullable<Awaited<ReturnType<typeof selectProposal>>>

export function selectProposal(db: ReadDb, id: string) {
  return db.selectFrom('legal_proposal').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The proposals of one topic, or all that wait, the newest first. */
export function selectProposals(db: ReadDb, of: { topic: string } | { status: ProposalStatus }): Promise<StoredProposal[]> {
  const query = db.selectFrom('legal_proposal').select(columns).orderBy('proposed_at', 'desc').orderBy('id', 'desc')
  return ('topic' in of ? query.where('topic', '=', of.topic) : query.where('status', '=', of.status)).execute()
}

export function lockProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  return tx.selectFrom('legal_proposal').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export type NewProposal = {
  id: string
  kind: ProposalKind
  topic: string
  ruleId: LegalRuleId | null
  effectiveFrom: string
  value: unknown
  instrument: string | null
  article: string | null
  sourceUrl: string | null
  certainty: string | null
  note: string | null
  status: ProposalStatus
  proposedBy: string
  proposedByName: string
  proposedAt: Date
}

/** False where another proposal for the topic waits. */
export async function insertProposal(tx: Tx, given: NewProposal): Promise<boolean> {
  const inserted = await tx
    .insertInto('legal_proposal')
    .values({
      id: given.id,
      kind: given.kind,
      topic: given.topic,
      rule_id: given.ruleId,
      effective_from: given.effectiveFrom,
      value: given.kind === 'supersede' ? JSON.stringify(given.value) : null,
      instrument: given.instrument,
      article: given.article,
      source_url: given.sourceUrl,
      certainty: given.certainty,
      note: given.note,
      status: given.status,
      proposed_by: given.proposedBy,
      proposed_by_name: given.proposedByName,
      proposed_at: given.proposedAt,
    })
    // Written out: of an index that holds part of the rows a kept plan cannot know whether a value fits it.
    .onConflict((conflict) => conflict.column('topic').where('status', '=', sql.lit('proposed')).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type ProposalDecision = { status: ProposalStatus; by: string; byName: string; at: Date; answer?: string; ruleId?: LegalRuleId }

export async function updateProposal(tx: Tx, id: string, { status, by, byName, at, answer, ruleId }: ProposalDecision): Promise<void> {
  await tx
    .updateTable('legal_proposal')
    .set({
      status,
      decided_by: by,
      decided_by_name: byName,
      decided_at: at,
      answer: answer ?? null,
      ...(ruleId !== undefined && { rule_id: ruleId }),
    })
    .where('id', '=', id)
    .execute()
}
