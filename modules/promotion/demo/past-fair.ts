import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { previewAllotment, publishAllotment } from '../fairs/allot.ts'
import { drawFairPlan, placeApplication, printPlan } from '../fairs/draw-plan.ts'
import { planInput } from '../fairs/inputs.ts'
import { countVisits, declareSales, recordCost, recordResult } from '../fairs/keep-books.ts'
import { beginRunning, closeCall, endFair, reportFair } from '../fairs/manage-fair.ts'
import { findFair } from '../fairs/read-fair.ts'
import type { FairApplicationId, FairId } from '../fairs/rules/ids.ts'
import { confirmStand, markAbsent, substitute } from '../fairs/take-turns.ts'
import { fairDesk } from './fair-desk.ts'

/** Rows of five in zones one below the other; the first zone at the gate. */
function planOf(zones: readonly string[], stands: number): string {
  const perZone = Math.ceil(stands / zones.length)
  return zones
    .map((zone, index) => {
      const own = Array.from({ length: Math.min(perZone, stands - index * perZone) }, (_, place) => place)
      return [`Khu ${zone}`, ...own.map((place) => `${'ABCD'[index]}${place + 1} ${place % 5},${Math.floor(place / 5)}`)].join('\n')
    })
    .join('\n')
}

/**
 * A fair that went from its call to its results of ninety days, before the accounts of the demonstration were opened: twice as many ask as there are stands,
 * the plan is moved once it is printed, one does not come and another takes the place. All of it is invented and says so.
 */
export function pastFair(stage: DemoStage): DemoStep {
  const { cast, day, office, call, apply, applyForNeighbours } = fairDesk(stage)
  const moment = (ahead: number) => new Date(`${day(ahead)}T09:00:00+07:00`)
  const desk = (ahead: number) => office(moment(ahead))
  const requestKey = () => stage.ctx.newId('key')
  const stands = Math.max(2, Math.ceil((demoFacts().neighbours.length + 2) / 2))

  async function giveStands(fairId: FairId, own: readonly { account: string; applicationId: FairApplicationId }[]): Promise<void> {
    must(await closeCall(desk(-150), { fairId }))
    must(await drawFairPlan(desk(-150), planInput.parse({ fairId, plan: planOf(['OCOP', 'Ẩm thực'], stands) })))
    must(await publishAllotment(desk(-149), { fairId, mark: (await previewAllotment(desk(-149), fairId)).mark }))
    const allotted = await findFair(desk(-149), fairId)
    const held = allotted.applications.filter(({ isHeld }) => isHeld)
    for (const [index, { id: applicationId }] of held.entries()) {
      const account = own.find((one) => one.applicationId === applicationId)?.account
      must(await confirmStand(account ? cast(account, moment(-148)) : desk(-148), { applicationId }))
      must(await placeApplication(desk(-148), { fairId, standId: allotted.stands[index]!.id, applicationId }))
    }
    must(await printPlan(desk(-140), { fairId }))
    must(await drawFairPlan(desk(-120), planInput.parse({ fairId, plan: planOf(['Cổng chính', 'OCOP'], stands) })))
  }

  /** Who does not come, and who waits and comes instead; nobody where nobody waits. */
  async function takePlaces(fairId: FairId): Promise<void> {
    const { applications, lines } = await findFair(desk(-110), fairId)
    const next = lines.find(({ outcome }) => outcome === 'waiting')
    const last = lines.findLast(({ outcome }) => outcome === 'allotted')
    if (!next || !last || !applications.some(({ id, isWaiting }) => id === next.applicationId && isWaiting)) return
    must(await markAbsent(desk(-110), { applicationId: last.applicationId, words: 'Nhà có việc (mẫu)' }))
    must(await substitute(desk(-110), { applicationId: next.applicationId, absentId: last.applicationId }))
  }

  async function keepBooks(fairId: FairId, held: readonly FairApplicationId[]): Promise<void> {
    for (const ahead of [-110, -109, -108]) {
      const visits = { fairId, day: day(ahead), visits: 1500 - (ahead + 110) * 150, countedBy: 'estimate' as const }
      must(await countVisits(desk(ahead), { ...visits, requestKey: requestKey() }))
      for (const [index, applicationId] of held.entries()) {
        const sold = { cashVnd: 2_400_000 - (index % 7) * 300_000, transferVnd: 1_100_000, orderVnd: 500_000, shopVnd: 0 }
        const knownBy = ahead === -110 ? ('measured' as const) : ('self-declared' as const)
        must(await declareSales(desk(ahead), { ...sold, applicationId, day: day(ahead), knownBy, requestKey: requestKey() }))
      }
    }
    for (const [index, applicationId] of held.entries()) {
      const paid = { contractOn: day(-130), priceVnd: 8_000_000, supportedVnd: 5_000_000, budget: 'Khuyến công (mẫu)' }
      const contractNumber = `${String(index + 1).padStart(2, '0')}/HĐ (mẫu)`
      must(await recordCost(desk(-109), { ...paid, applicationId, contractNumber, requestKey: requestKey() }))
    }
  }

  return {
    ago: 'now',
    async take(at) {
      const letter = { letterNumber: '01/SCT-XTTM (mẫu)', letterOn: day(-191), opensOn: day(-110), closesOn: day(-108) }
      const papers = { exemptNumber: '02/QĐ-UBND (mẫu)', exemptOn: day(-195) }
      const about = { name: 'Hội chợ OCOP mùa thu (mẫu)', theme: 'Dừa sáp và bánh tét', venue: 'Quảng trường (mẫu)', stands }
      const fairId = await call(moment(-190), { ...letter, ...papers, ...about, applyBy: `${day(-150)}T08:00` })
      const own: { account: string; applicationId: FairApplicationId }[] = []
      for (const account of ['chuthe', 'chuthe2'])
        own.push({ account, applicationId: await apply(account, fairId, moment(account === 'chuthe' ? -180 : -175)) })
      await applyForNeighbours(fairId, moment(-170))
      await giveStands(fairId, own)
      must(await beginRunning(desk(-110), { fairId }))
      await takePlaces(fairId)
      const held = (await findFair(desk(-110), fairId)).applications.filter(({ isHeld }) => isHeld).map(({ id }) => id)
      await keepBooks(fairId, held)
      must(await endFair(desk(-108), { fairId }))
      must(await reportFair(desk(-100), { fairId, words: 'Dời cổng chính trước khai mạc (mẫu).' }))
      for (const [index, applicationId] of held.entries()) {
        const result = { afterDays: 90, contracts: 1 + (index % 3), contractVnd: 40_000_000 + index * 5_000_000, salesVnd: 12_500_000 }
        must(await recordResult(office(at), { ...result, applicationId, method: 'Hợp đồng, hóa đơn (mẫu)', requestKey: requestKey() }))
      }
    },
  }
}
