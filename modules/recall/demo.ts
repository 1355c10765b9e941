import { addMonths } from '@dacsan/vietnam'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { packGoods } from '../inventory/index.ts'
import { traceabilityDemo } from '../traceability/demo.ts'
import { openLot } from '../traceability/index.ts'
import type { LotId } from '../traceability/rules.ts'
import { closeRecall, countGoods, countInput, decideRecall, findRecall, startRecall, startRecallInput } from './index.ts'
import type { RecallId, TallyKind } from './rules.ts'

const made = { quantity: 24, unit: 'đòn' }

/** A small recall that is over: labels without a last day of use, as the visit of the demonstration found, on a lot of which nothing was sold yet. */
export function recallDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { goodsOfSecond } = stage.of(traceabilityDemo)
  let lotId: LotId
  let recallId: RecallId
  const maker = (at: Date) => cast(goodsOfSecond().account, at)
  const count = async (at: Date, kind: TallyKind) => {
    const ctx = maker(at)
    const { packId, placeId } = (await findRecall(ctx, recallId)).lots[0]!.positions[0]!
    const line = { recallId, goods: `${lotId} ${packId} ${placeId}`, kind, quantity: made.quantity, place: 'Xưởng (mẫu)' }
    must(await countGoods(ctx, countInput.parse({ ...line, requestKey: ctx.newId('key') })))
  }
  return {
    steps: [
      {
        ago: 4,
        async take(at) {
          const ctx = maker(at)
          const madeOn = stage.dayAgo(4)
          const number = `${madeOn.slice(2).replaceAll('-', '')}-MAU`
          const lot = { productId: goodsOfSecond().productId, number, madeOn, expiresOn: addMonths(madeOn, 3), standards: null, ...made }
          lotId = must(await openLot(ctx, { ...lot, requestKey: ctx.newId('key') })).lotId
          must(await packGoods(ctx, { lotId, requestKey: ctx.newId('key') }))
        },
      },
      {
        ago: 2,
        async take(at) {
          const ctx = maker(at)
          const why = { risk: 'low', reason: 'Nhãn đòn 500 g không ghi hạn sử dụng (mẫu).', buyersDo: 'return' }
          const started = must(await startRecall(ctx, startRecallInput.parse({ lotId, ...why, requestKey: ctx.newId('key') })))
          recallId = started.recallIds[0]!
          await count(at, 'found')
        },
      },
      {
        ago: 1,
        async take(at) {
          const decision = { number: '9002/QĐ (mẫu)', decidedOn: stage.dayAgo(1), handling: 'correct' } as const
          must(await decideRecall(cast('chuyenvien', at), { recallId, ...decision }, null))
        },
      },
      {
        ago: 0,
        async take(at) {
          await count(at, 'handled')
          must(await closeRecall(maker(at), { recallId, remainderReason: null }))
        },
      },
    ],
  }
}
