import { draftDecision, recordDecision } from '../../../modules/certificates/index.ts'
import type { Ctx } from '../../../modules/context.ts'

/** The decision on a closed session, as the office drafts it. */
export async function draftSampleDecision(officer: Ctx, sessionId: string): Promise<string> {
  const drafted = await draftDecision(officer, { sessionId })
  if (!drafted.ok) throw new Error(`sample decision: ${drafted.refusal.code}`)
  return drafted.value.decisionId
}

/** Signed and entered: certificates, register and dossiers follow it. */
export async function recordSampleDecision(officer: Ctx, decisionId: string, signedOn: string): Promise<void> {
  const signing = { number: '9001', signedOn, signer: 'Người Ký Mẫu', signerTitle: 'Phó Chủ tịch' }
  const recorded = await recordDecision(officer, { decisionId, ...signing })
  if (!recorded.ok) throw new Error(`sample decision: ${JSON.stringify(recorded.refusal)}`)
}
