import './topics.ts'
import type { Outcome } from '@dacsan/decisions'
import type { SessionId } from '../appraisal/rules.ts'
import type { Ctx } from '../context.ts'
import { draftDecision } from './draft-decision.ts'
import { recordDecision } from './record-decision.ts'
import type { DecisionReceipt } from './record-decision.ts'
import type { Signing } from './rules.ts'

/** The decision on a closed session, signed and entered by the real commands. */
export async function aRecordedDecision(officer: Ctx, sessionId: SessionId, signing: Partial<Signing> = {}): Promise<DecisionReceipt> {
  const { decisionId } = must(await draftDecision(officer, { sessionId }))
  return must(await recordDecision(officer, { decisionId, ...aSigning, ...signing }))
}

/** What an officer reads off the signed paper; the name is invented. */
export const aSigning: Signing = { number: '3981', signedOn: '2026-12-01', signer: 'Nguyễn Thị Hồng Gấm', signerTitle: 'Phó Chủ tịch' }

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the fixture was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
