import { dateInVietnam } from '@dacsan/vietnam'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { previewAllotment, publishAllotment } from '../fairs/allot.ts'
import { drawFairPlan, placeApplication, printPlan } from '../fairs/draw-plan.ts'
import { planInput } from '../fairs/inputs.ts'
import { beginRunning, closeCall } from '../fairs/manage-fair.ts'
import { findFair } from '../fairs/read-fair.ts'
import type { FairApplicationId, FairId } from '../fairs/rules/ids.ts'
import { confirmStand } from '../fairs/take-turns.ts'
import { fairDesk } from './fair-desk.ts'
import { pastFair } from './past-fair.ts'

/** A fair that is over, one that is on, and one that is called for. */
export function fairsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast, day, today, office, call, apply } = fairDesk(stage)
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
        const ctx = office(at)
        must(await closeCall(ctx, { fairId: fairOn }))
        must(await drawFairPlan(ctx, planInput.parse({ fairId: fairOn, plan: 'Khu OCOP\nA1 0,0\nA2 1,0' })))
        must(await publishAllotment(ctx, { fairId: fairOn, mark: (await previewAllotment(ctx, fairOn)).mark }))
      },
    },
    {
      ago: 2,
      async take(at) {
        const ctx = office(at)
        must(await confirmStand(cast('chuthe', at), { applicationId: stand }))
        const { stands } = await findFair(ctx, fairOn)
        must(await placeApplication(ctx, { fairId: fairOn, standId: stands[0]!.id, applicationId: stand }))
        must(await printPlan(ctx, { fairId: fairOn }))
      },
    },
    {
      ago: 1,
      async take(at) {
        must(await beginRunning(office(at), { fairId: fairOn }))
      },
    },
  ]
  return { steps: [pastFair(stage), ...running, coming] }
}
