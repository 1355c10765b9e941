import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { findProducer, producerOfActor } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { DemoStage } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts, neighbourSlug } from '../../province/demo.ts'
import { applyForStand } from '../fairs/apply.ts'
import { applyInput, createFairInput } from '../fairs/inputs.ts'
import { createFair, openCall } from '../fairs/manage-fair.ts'
import { applicationForm } from '../fairs/read-application.ts'
import type { FairApplicationId, FairId } from '../fairs/rules/ids.ts'

const kinds = 'Gian tiêu chuẩn 3 × 3 m; 8.000.000; 5.000.000\nGian góc 3 × 3 m; 10.000.000; 5.000.000'

/** What the fairs of the demonstration are called and asked for with. */
export function fairDesk(stage: DemoStage) {
  const { cast } = stage.of(identityDemo)
  const today = dateInVietnam(stage.ctx.now)
  const day = (ahead: number) => addDays(today, ahead)
  const office = (at: Date) => cast('congthuong', at)

  async function call(at: Date, given: Record<string, unknown>): Promise<FairId> {
    const ctx = office(at)
    const form = { theme: '', isInside: 'inside', organiser: 'Trung tâm Xúc tiến thương mại (mẫu)', kinds, requestKey: ctx.newId('key') }
    const { fairId } = must(await createFair(ctx, createFairInput.parse({ ...form, ...given }), { isSample: true }))
    must(await openCall(ctx, { fairId }))
    return fairId
  }

  async function ask(ctx: Ctx, fairId: FairId, contactName: string, producerId: ProducerId | null = null): Promise<FairApplicationId> {
    const { products, kinds: offered } = await applicationForm(ctx, fairId, producerId)
    const form = applyInput.parse({
      fairId,
      ...(producerId && { producerId }),
      productId: products.filter(({ holds, hasOpenRecall }) => holds && !hasOpenRecall).map(({ productId }) => productId),
      standKind: offered[0]!.key,
      contactName,
      contactPhone: '0900 000 001',
      foodSafetyNumber: '01/2026/ATTP (mẫu)',
      foodSafetyUntil: day(900),
      requestKey: ctx.newId('key'),
    })
    return must(await applyForStand(ctx, form)).applicationId
  }

  async function apply(account: string, fairId: FairId, at: Date): Promise<FairApplicationId> {
    const ctx = cast(account, at)
    const producer = await producerOfActor(ctx)
    return ask(ctx, fairId, producer?.representative ?? 'Người đứng gian (mẫu)')
  }

  /** The neighbours telephone, one after the other, and an officer writes down what they say. */
  async function applyForNeighbours(fairId: FairId, from: Date): Promise<void> {
    for (const index of demoFacts().neighbours.keys()) {
      const ctx = office(new Date(from.getTime() + index * 20 * 60_000))
      const { id } = await findProducer(ctx, neighbourSlug(index))
      await ask(ctx, fairId, `Người đứng gian ${index + 1} (mẫu)`, id)
    }
  }

  return { cast, day, today, office, call, apply, applyForNeighbours }
}
