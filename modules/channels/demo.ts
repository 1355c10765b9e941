import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { openShop } from './shops/tend-shop.ts'

/** One shop elsewhere, by files alone: nothing outside is asked. */
export function channelsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const step: DemoStep = {
    ago: 'now',
    async take(at) {
      must(await openShop(cast('chuthe', at), { channel: 'shopee', name: 'Gian hàng mẫu', goodsFrom: undefined }))
    },
  }
  return { steps: [step] }
}
