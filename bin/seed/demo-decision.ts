import { dateInVietnam } from '@dacsan/vietnam'
import { draftDecision, recordDecision } from '../../modules/certificates/index.ts'
import type { Cast } from './demo-people.ts'

/** The decision on the closed session: certificates, register and dossiers follow it. */
export async function seedDecision(cast: Cast, sessionId: string): Promise<void> {
  const officer = cast('chuyenvien')
  const drafted = await draftDecision(officer, { sessionId })
  if (!drafted.ok) throw new Error(`sample decision: ${drafted.refusal.code}`)
  const recorded = await recordDecision(officer, {
    decisionId: drafted.value.decisionId,
    number: '9001',
    signedOn: dateInVietnam(officer.now),
    signer: 'Người Ký Mẫu',
    signerTitle: 'Phó Chủ tịch',
  })
  if (!recorded.ok) throw new Error(`sample decision: ${JSON.stringify(recorded.refusal)}`)
}
