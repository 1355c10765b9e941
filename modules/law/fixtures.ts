import type { Ctx } from '../context.ts'
import type { Actor } from '../identity/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { confirmProposal } from './confirm-proposal.ts'
import { proposeRule, proposeRuleInput } from './propose-rule.ts'

/** Somebody else of the office: the second pair of eyes. */
export const secondOfficer: Actor = { ...someoneWith('provincial-officer'), userId: 'usr_second' } as Actor

/** A new version of a legal value, proposed by the actor and confirmed by another, as the office does it; throws what is refused. */
export async function supersedeByTwo(ctx: Ctx, given: Partial<Record<string, string>>): Promise<{ id: string }> {
  const proposed = await proposeRule(ctx, proposeRuleInput.parse({ ...newerRule, ...given }))
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  const confirmed = await confirmProposal({ ...ctx, actor: secondOfficer }, proposed.value.proposalId)
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  return confirmed.value
}

/** What the form of a topic sends. */
export const newerRule = {
  topic: 'council.quorum-percent',
  value: '67',
  effectiveFrom: '2026-12-01',
  instrument: 'Quyết định 1253/QĐ-UBND',
  article: '',
  sourceUrl: '',
  certainty: 'confirmed',
  note: '',
} as const
