import { appraisalDemo } from '../appraisal/demo.ts'
import type { ProductId } from '../catalogue/rules.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { dossiersDemo } from '../dossiers/demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { neighboursDemo } from './demo/neighbours.ts'
import { draftDecision } from './draft-decision.ts'
import { recordDecision } from './record-decision.ts'
import type { DecisionId } from './rules.ts'

/** The decision on the closed session, drafted by the office, then signed and entered: certificates, register and dossiers follow it. */
export function certificatesDemo(stage: DemoStage): { steps: DemoStep[]; productId: (key: 'recognised' | 'second') => ProductId } {
  const { cast } = stage.of(identityDemo)
  const { closedSession } = stage.of(appraisalDemo)
  let decisionId: DecisionId
  const { productId } = stage.of(dossiersDemo)
  return {
    productId,
    steps: [
      ...stage.of(neighboursDemo).steps,
      {
        ago: 8,
        async take(at) {
          const drafted = must(await draftDecision(cast('chuyenvien', at), { sessionId: closedSession() }))
          decisionId = drafted.decisionId
        },
      },
      {
        ago: 5,
        async take(at) {
          const signing = { number: '9001', signedOn: stage.dayAgo(6), signer: 'Người Ký Mẫu', signerTitle: 'Phó Chủ tịch' }
          must(await recordDecision(cast('chuyenvien', at), { decisionId, ...signing }))
        },
      },
    ],
  }
}
