import { producerOfActor } from '../catalogue/index.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { demoPassword } from '../identity/index.ts'
import { demoFacts } from '../province/demo.ts'
import { traceabilityDemo } from '../traceability/demo.ts'
import { openStall, putOnSale } from './demo/sample-stall.ts'

/** The account numbers are invented: nobody can be paid by mistake. */
const stalls = [
  { account: 'chuthe', bankAccount: '0000000001', priceVnd: 85_000 },
  { account: 'chuthe2', bankAccount: '0000000002', priceVnd: 70_000 },
] as const

/** Two stalls with goods that can be scanned and bought. */
export function shopDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { lots } = stage.of(traceabilityDemo)
  const { producers } = demoFacts()
  const steps = stalls.map(({ account, bankAccount, priceVnd }, index): DemoStep => ({
    ago: 'now',
    async take(at) {
      const seller = cast(account, at)
      const producer = await producerOfActor(seller)
      if (!producer) throw new Error(`the sample producer of ${account} is missing`)
      await openStall(seller, cast('chuyenvien', at), producer.id, {
        bankBin: '970415',
        bankAccount,
        accountName: producers[index]!.accountName,
        pickupNote: 'Nhận tại cơ sở từ 8 giờ đến 17 giờ.',
        password: demoPassword,
      })
      for (const { productId, lotId, unit, quantity } of lots.filter((lot) => lot.account === account))
        await putOnSale(seller, { productId, lotId, priceVnd, unit, stock: quantity })
    },
  }))
  return { steps }
}
