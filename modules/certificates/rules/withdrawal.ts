import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays, daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { certificateActs, withdrawalActs } from '../acts.ts'
import type { CertificateStatus, WithdrawalStatus } from '../acts.ts'
import { checkSigning } from './decision.ts'
import type { Signing, SigningFacts, SigningRefusal } from './decision.ts'
import type { WithdrawalProposalId } from './ids.ts'

/** Quyết định 26/2026/QĐ-TTg, Điều 8–9: false or forged papers; criteria no longer met; law broken; OCOP mark misused; production stopped; other. */
export const withdrawalReasons = [
  'false-or-forged',
  'criteria-no-longer-met',
  'law-broken',
  'mark-misused',
  'production-stopped',
  'other',
] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export type ProposalRefusal =
  | { code: 'not-active'; status: CertificateStatus }
  | { code: 'already-proposed'; proposalId: WithdrawalProposalId }
  | { code: 'reason-not-in-law' }
  | { code: 'note-missing' }
  | { code: 'conclusion-in-future'; today: PlainDate }
  | { code: 'proposal-closed'; status: WithdrawalStatus }

export type WithdrawalRefusal =
  | SigningRefusal
  | { code: 'not-active'; status: CertificateStatus }
  | { code: 'nothing-chosen' }
  | { code: 'proposal-closed'; status: WithdrawalStatus }
  | { code: 'several-authorities'; products: string[] }

/** Whether a certificate may be proposed for withdrawal, also one whose term is over: its mark may still be in use. `on`: null while the commune is asked. */
export function decideProposal(
  certificate: { status: CertificateStatus },
  proposal: { reason: WithdrawalReason; note: string; on: PlainDate | null },
  facts: { today: PlainDate; reasons: readonly string[]; live: WithdrawalProposalId | null },
): Decision<{ type: 'withdrawal.proposed' }, ProposalRefusal> {
  const closed = refuseStatus(certificateActs.withdraw, certificate.status)
  if (closed) return closed
  if (facts.live !== null) return refuse('already-proposed', { proposalId: facts.live })
  if (!facts.reasons.includes(proposal.reason)) return refuse('reason-not-in-law')
  if (proposal.reason === 'other' && proposal.note === '') return refuse('note-missing')
  if (proposal.on !== null && proposal.on > facts.today) return refuse('conclusion-in-future', { today: facts.today })
  return accept({ type: 'withdrawal.proposed' })
}

/** A proposal that may still lead to a decision. */
export const isLive = ({ status }: { status: WithdrawalStatus }): boolean =>
  (withdrawalActs.drop.from as readonly string[]).includes(status)

/** Until when a withdrawal is to be decided: the day of the conclusion or confirmation does not count (Bộ luật Dân sự 2015, Điều 147 khoản 2). */
export function decidedUntil(foundedOn: PlainDate, today: PlainDate, days: number): { until: PlainDate; daysLate: number } {
  const until = addDays(foundedOn, days)
  return { until, daysLate: Math.max(0, daysBetween(until, today)) }
}

type Proposed = { status: WithdrawalStatus; productName: string; authority: string; certificateStatus: CertificateStatus }

/** Withdraws what is proposed from the day of the decision. One decision is one authority's, however many certificates it takes back. */
export function decideWithdrawal(
  proposals: readonly Proposed[],
  signing: Pick<Signing, 'number' | 'signedOn'>,
  facts: SigningFacts,
): Decision<{ type: 'certificate.withdrawn' }, WithdrawalRefusal> {
  const [first] = proposals
  if (!first) return refuse('nothing-chosen')
  for (const { status, certificateStatus } of proposals) {
    const closed = refuseStatus(withdrawalActs.decide, status) ?? refuseStatus(certificateActs.withdraw, certificateStatus)
    if (closed) return closed
  }
  const others = proposals.filter(({ authority }) => authority !== first.authority)
  if (others.length > 0) return refuse('several-authorities', { products: others.map(({ productName }) => productName) })
  return checkSigning(signing, facts) ?? accept({ type: 'certificate.withdrawn' })
}
