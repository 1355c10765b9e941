import './topics.ts'
import type { Outcome } from '@dacsan/decisions'
import type { SessionId } from '../appraisal/rules.ts'
import type { Ctx } from '../context.ts'
import { draftDecision } from './draft-decision.ts'
import { recordDecision } from './record-decision.ts'
import type { DecisionReceipt } from './record-decision.ts'
import type { Signing, WithdrawalReason } from './rules.ts'
import { proposeWithdrawal } from './withdrawals/propose-withdrawal.ts'
import { withdrawCertificates } from './withdrawals/withdraw-certificates.ts'

/** The decision on a closed session, signed and entered by the real commands. */
export async function aRecordedDecision(officer: Ctx, sessionId: SessionId, signing: Partial<Signing> = {}): Promise<DecisionReceipt> {
  const { decisionId } = must(await draftDecision(officer, { sessionId }))
  return must(await recordDecision(officer, { decisionId, ...aSigning, ...signing }))
}

/** A certificate taken back on a conclusion, proposed and entered by the real commands. */
export async function aWithdrawal(
  officer: Ctx,
  { code, reason = 'mark-misused', note = '', ...signing }: { code: string; reason?: WithdrawalReason; note?: string } & Partial<Signing>,
): Promise<void> {
  const signed = { ...aSigning, ...signing }
  const conclusion = { number: '12/KL-SNNMT', on: signed.signedOn, by: 'Sở Nông nghiệp và Môi trường' }
  const { proposalId } = must(await proposeWithdrawal(officer, { certificateCode: code, reason, note, conclusion }))
  must(await withdrawCertificates(officer, { proposalIds: [proposalId], ...signed }))
}

/** What an officer reads off the signed paper; the name is invented. */
export const aSigning: Signing = { number: '3981', signedOn: '2026-12-01', signer: 'Nguyễn Thị Hồng Gấm', signerTitle: 'Phó Chủ tịch' }

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the fixture was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
