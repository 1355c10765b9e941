import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../catalogue/index.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { previewAllotment, publishAllotment } from './fairs/allot.ts'
import { applyForStand } from './fairs/apply.ts'
import { drawFairPlan, placeApplication, printPlan } from './fairs/draw-plan.ts'
import { applyInput, createFairInput, planInput } from './fairs/inputs.ts'
import { countVisits, declareSales, recordCost, recordResult } from './fairs/keep-books.ts'
import { beginRunning, closeCall, createFair, endFair, openCall, reportFair } from './fairs/manage-fair.ts'
import { applicationForm } from './fairs/read-application.ts'
import { findFair } from './fairs/read-fair.ts'
import type { FairApplicationId, FairId } from './fairs/rules/ids.ts'
import { confirmStand } from './fairs/take-turns.ts'
import { pointsDemo } from './demo/points.ts'
import { newsDemo } from './demo/news.ts'

const kinds = 'Gian tiêu chuẩn 3 × 3 m; 8.000.000; 5.000.000\nGian góc 3 × 3 m; 10.000.000; 5.000.000'
const plan = 'Khu OCOP\nA1 0,0\nA2 1,0\nA3 2,0 2x1\nKhu Ẩm thực\nB1 0,0\nB2 1,0'
/** The same, once the gate was moved. */
const movedPlan = 'Khu Cổng chính\nA1 0,0\nA2 1,0\nKhu OCOP\nA3 0,0 2x1\nKhu Ẩm thực\nB1 0,0\nB2 1,0'

/**
 * A fair that went from its call to its results of ninety days, before the accounts of the demonstration were opened, and one that is called for. All of it
 * is invented and says so.
 */
function fairsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const today = dateInVietnam(stage.ctx.now)
  const day = (ahead: number) => addDays(today, ahead)
  const moment = (ahead: number) => new Date(`${day(ahead)}T09:00:00+07:00`)
  const office = (ahead: number) => cast('congthuong', moment(ahead))
  const call = async (at: Date, given: Record<string, unknown>): Promise<FairId> => {
    const ctx = cast('congthuong', at)
    const form = { theme: '', isInside: 'inside', organiser: 'Trung tâm Xúc tiến thương mại (mẫu)', kinds, requestKey: ctx.newId('key') }
    const { fairId } = must(await createFair(ctx, createFairInput.parse({ ...form, ...given }), { isSample: true }))
    must(await openCall(ctx, { fairId }))
    return fairId
  }

  async function apply(account: string, fairId: FairId, at: Date): Promise<FairApplicationId> {
    const ctx = cast(account, at)
    const { products, kinds: offered } = await applicationForm(ctx, fairId)
    const producer = await producerOfActor(ctx)
    const form = applyInput.parse({
      fairId,
      productId: products.filter(({ holds, hasOpenRecall }) => holds && !hasOpenRecall).map(({ productId }) => productId),
      standKind: offered[0]!.key,
      contactName: producer?.representative ?? 'Người đứng gian (mẫu)',
      contactPhone: '0900 000 001',
      foodSafetyNumber: '01/2026/ATTP (mẫu)',
      foodSafetyUntil: day(900),
      requestKey: ctx.newId('key'),
    })
    return must(await applyForStand(ctx, form)).applicationId
  }

  const past: DemoStep = {
    ago: 'now',
    async take(at) {
      const letter = { letterNumber: '01/SCT-XTTM (mẫu)', letterOn: day(-191), opensOn: day(-110), closesOn: day(-108) }
      const papers = { exemptNumber: '02/QĐ-UBND (mẫu)', exemptOn: day(-195) }
      const about = { name: 'Hội chợ OCOP mùa thu (mẫu)', theme: 'Dừa sáp và bánh tét', venue: 'Quảng trường (mẫu)', stands: 2 }
      const fairId = await call(moment(-190), { ...letter, ...papers, ...about, applyBy: `${day(-150)}T08:00` })
      const ids = [await apply('chuthe', fairId, moment(-180)), await apply('chuthe2', fairId, moment(-175))]
      must(await closeCall(office(-150), { fairId }))
      must(await drawFairPlan(office(-150), planInput.parse({ fairId, plan })))
      must(await publishAllotment(office(-149), { fairId, mark: (await previewAllotment(office(-149), fairId)).mark }))
      const held = (await findFair(office(-149), fairId)).applications.filter(({ isHeld }) => isHeld)
      for (const { id, organisationId } of held) {
        const account = ids[0] === id ? 'chuthe' : 'chuthe2'
        if (organisationId) must(await confirmStand(cast(account, moment(-148)), { applicationId: id }))
      }
      const { stands } = await findFair(office(-148), fairId)
      const free = ['A1', 'A2'].map((number) => stands.find((stand) => stand.number === number)!)
      for (const [index, { id }] of held.entries())
        must(await placeApplication(office(-148), { fairId, standId: free[index]!.id, applicationId: id }))
      must(await printPlan(office(-140), { fairId }))
      must(await drawFairPlan(office(-120), planInput.parse({ fairId, plan: movedPlan })))
      must(await beginRunning(office(-110), { fairId }))
      await keepBooks(fairId, held.map(({ id }) => id)) // prettier-ignore
      must(await endFair(office(-108), { fairId }))
      must(await reportFair(office(-100), { fairId, words: 'Dời cổng chính trước khai mạc (mẫu).' }))
      for (const [index, { id: applicationId }] of held.entries()) {
        const result = { afterDays: 90, contracts: 1 + index, contractVnd: 40_000_000 + index * 5_000_000, salesVnd: 12_500_000 }
        must(
          await recordResult(cast('congthuong', at), {
            ...result,
            applicationId,
            method: 'Hợp đồng, hóa đơn (mẫu)',
            requestKey: stage.ctx.newId('key'),
          }),
        )
      }
    },
  }

  async function keepBooks(fairId: FairId, held: readonly FairApplicationId[]): Promise<void> {
    const requestKey = () => stage.ctx.newId('key')
    for (const ahead of [-110, -109, -108]) {
      const at = office(ahead)
      must(
        await countVisits(at, {
          fairId,
          day: day(ahead),
          visits: 1500 - (ahead + 110) * 150,
          countedBy: 'estimate',
          requestKey: requestKey(),
        }),
      )
      for (const [index, applicationId] of held.entries()) {
        const sold = { cashVnd: 2_400_000 - index * 300_000, transferVnd: 1_100_000, orderVnd: 500_000, shopVnd: 0 }
        const knownBy = ahead === -110 ? ('measured' as const) : ('self-declared' as const)
        must(await declareSales(at, { ...sold, applicationId, day: day(ahead), knownBy, requestKey: requestKey() }))
      }
    }
    for (const [index, applicationId] of held.entries()) {
      const paid = { contractOn: day(-130), priceVnd: 8_000_000, supportedVnd: 5_000_000, budget: 'Khuyến công (mẫu)' }
      const contractNumber = `0${index + 1}/HĐ (mẫu)`
      must(await recordCost(office(-109), { ...paid, applicationId, contractNumber, requestKey: requestKey() }))
    }
  }

  const coming: DemoStep = {
    ago: 'now',
    async take(at) {
      const letter = { letterNumber: '03/SCT-XTTM (mẫu)', letterOn: today, opensOn: day(75), closesOn: day(79) }
      const about = { name: 'Hội chợ Tết miền Đông (mẫu)', isInside: 'outside', venue: 'Trung tâm triển lãm (mẫu)', stands: 6 }
      const fairId = await call(at, { ...letter, ...about, theme: 'Quà Tết', samples: 'Một hộp mỗi sản phẩm', applyBy: `${day(30)}T16:30` })
      await apply('chuthe2', fairId, at)
    },
  }
  // One that is on, of which the stands sell: it was called when the office opened, and a stand is given to whoever is certified meanwhile.
  let fairOn: FairId
  let stand: FairApplicationId
  const running: DemoStep[] = [
    {
      ago: 58,
      async take(at) {
        const letter = { letterNumber: '02/SCT-XTTM (mẫu)', letterOn: dateInVietnam(at), opensOn: stage.dayAgo(1), closesOn: day(3) }
        const about = { name: 'Phiên chợ OCOP cuối tuần (mẫu)', venue: 'Công viên trung tâm (mẫu)', stands: 2 }
        fairOn = await call(at, { ...letter, ...about, applyBy: `${stage.dayAgo(4)}T16:30` })
      },
    },
    {
      ago: 4,
      async take(at) {
        stand = await apply('chuthe', fairOn, at)
      },
    },
    {
      ago: 3,
      async take(at) {
        const ctx = cast('congthuong', at)
        must(await closeCall(ctx, { fairId: fairOn }))
        must(await drawFairPlan(ctx, planInput.parse({ fairId: fairOn, plan: 'Khu OCOP\nA1 0,0\nA2 1,0' })))
        must(await publishAllotment(ctx, { fairId: fairOn, mark: (await previewAllotment(ctx, fairOn)).mark }))
      },
    },
    {
      ago: 2,
      async take(at) {
        const ctx = cast('congthuong', at)
        must(await confirmStand(cast('chuthe', at), { applicationId: stand }))
        const { stands } = await findFair(ctx, fairOn)
        must(await placeApplication(ctx, { fairId: fairOn, standId: stands[0]!.id, applicationId: stand }))
        must(await printPlan(ctx, { fairId: fairOn }))
      },
    },
    {
      ago: 1,
      async take(at) {
        must(await beginRunning(cast('congthuong', at), { fairId: fairOn }))
      },
    },
  ]
  return { steps: [past, ...running, coming] }
}

/** What the room shows of itself. */
export function promotionDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: [...fairsDemo(stage).steps, ...pointsDemo(stage).steps, ...newsDemo(stage).steps] }
}
