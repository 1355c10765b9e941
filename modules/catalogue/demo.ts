import { inTransaction } from '@dacsan/platform/context'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { membershipOf } from '../identity/index.ts'
import { demoFacts } from '../province/demo.ts'
import { insertProducer } from './insert-producer.ts'

const accounts = ['chuthe', 'chuthe2', 'chuthe3'] as const

/** The three sample producers that dossiers and goods belong to. */
export function catalogueDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { producers, commune } = demoFacts()
  const steps = accounts.map((account, index): DemoStep => {
    const { kind, name, taxCode, registrationNo, representative, address, phone, about } = producers[index]!
    return {
      ago: 60,
      async take(at) {
        const { actor } = cast(account, at)
        await inTransaction(stage.ctx, (tx) =>
          insertProducer(tx, {
            name,
            kind,
            organisationId: membershipOf(actor, 'producer')!.organisationId,
            taxCode,
            registrationNo,
            representative,
            communeCode: commune,
            address,
            phone: phone.replaceAll(' ', ''),
            email: `${account}@demo.vn`,
            about,
            isSample: true,
          }),
        )
      },
    }
  })
  return { steps }
}
