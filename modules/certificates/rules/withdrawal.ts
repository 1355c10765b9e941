import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { certificateActs } from '../acts.ts'
import type { CertificateStatus } from '../acts.ts'
import { checkSigning } from './decision.ts'
import type { Signing, SigningFacts, SigningRefusal } from './decision.ts'

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

export type WithdrawalRefusal =
  | SigningRefusal
  | { code: 'not-active'; status: CertificateStatus }
  | { code: 'reason-not-in-law' }
  | { code: 'note-missing' }

/** Withdraws a certificate from the day of the decision, also one whose term is over: its mark may still be in use. */
export function decideWithdrawal(
  certificate: { status: CertificateStatus },
  withdrawal: Pick<Signing, 'number' | 'signedOn'> & { reason: WithdrawalReason; note: string },
  facts: SigningFacts & { reasons: readonly string[] },
): Decision<{ type: 'certificate.withdrawn' }, WithdrawalRefusal> {
  const closed = refuseStatus(certificateActs.withdraw, certificate.status)
  if (closed) return closed
  if (!facts.reasons.includes(withdrawal.reason)) return refuse('reason-not-in-law')
  if (withdrawal.reason === 'other' && withdrawal.note === '') return refuse('note-missing')
  return checkSigning(withdrawal, facts) ?? accept({ type: 'certificate.withdrawn' })
}
