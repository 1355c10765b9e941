import { addMonths, dateInVietnam } from '@dacsan/vietnam'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { dossiersDemo } from '../../dossiers/demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { packGoods } from '../../inventory/index.ts'
import { ruleOn } from '../../law/index.ts'
import { demoFacts } from '../../province/demo.ts'
import { openLot } from '../../traceability/index.ts'
import { agreeTerms, proposeConsignment } from '../consignment/agree-terms.ts'
import { loseAtCounter, sellAtCounter } from '../consignment/at-counter.ts'
import { proposeInput, sendInput } from '../consignment/inputs.ts'
import { selectTerms } from '../consignment/consignment.store.ts'
import { selectSendable } from '../consignment/note.store.ts'
import { counterOf, findConsignment } from '../consignment/read-consignment.ts'
import { receiveGoods, sendGoods } from '../consignment/send-goods.ts'
import { settleConsignment, signStatementOf } from '../consignment/settle.ts'
import { inspectPoint, recognisePoint, registerPoint } from '../points-of-sale/manage-point.ts'
import { inspectPointInput, registerPointInput } from '../points-of-sale/inputs.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'

const made = 12

/**
 * Two points of sale and one consignment from its delivery to the statement that both signed. Its lot is its own and goes to the point whole: nothing of it
 * is ever sold by the shop. All of it is invented and says so.
 */
export function pointsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { sample, productId } = stage.of(dossiersDemo)
  const key = () => stage.ctx.newId('key')

  async function point(at: Date, name: string, position: string): Promise<PointId> {
    const office = cast('congthuong', at)
    const keeper = cast('diemban', at).actor
    const operatorId = keeper.kind === 'person' ? keeper.memberships[0]!.organisationId : ''
    const about = 'Điểm bán của dữ liệu mẫu, không có thật.'
    const form = {
      name,
      operatorId,
      communeCode: demoFacts().commune,
      address: 'Ấp Mẫu',
      position,
      hours: 'T2-T7 7:00-19:00\nCN 7:00-11:00',
      about,
    }
    const { pointId } = must(await registerPoint(office, registerPointInput.parse({ ...form, requestKey: key() }), { isSample: true }))
    const visitedOn = dateInVietnam(at)
    const { version, criteria } = (await ruleOn(office.db, 'point-of-sale.criteria', visitedOn)).value
    must(await inspectPoint(office, inspectPointInput.parse({ pointId, visitedOn, version, met: criteria.map((one) => one.key), note: 'Mẫu', requestKey: key() }))) // prettier-ignore
    must(await recognisePoint(office, { pointId, number: '20/QĐ-UBND (mẫu)', on: visitedOn, supportVnd: null, supportNumber: null }))
    return pointId
  }

  const consigned: DemoStep = {
    ago: 'now',
    async take(at) {
      const today = dateInVietnam(at)
      const pointId = await point(at, 'Cửa hàng OCOP Bến xe (mẫu)', '9.9347, 106.3453')
      await point(at, 'Quầy OCOP Ao Bà Om (mẫu)', '9.9160, 106.3080')
      const [owner, keeper] = [cast(sample('third').account, at), cast('diemban', at)]
      const lot = {
        productId: productId('third'),
        number: `${today.slice(2).replaceAll('-', '')}-KG`,
        madeOn: today,
        expiresOn: addMonths(today, 3),
      }
      const { lotId } = must(await openLot(owner, { ...lot, quantity: made, unit: 'chai', standards: null, requestKey: key() }))
      must(await packGoods(owner, { lotId, requestKey: key() }))
      const terms = { contractNumber: '01/HĐKG (mẫu)', contractOn: today, commissionPercent: '12,5', spoiledBy: 'point', expiredBy: 'owner', payWithinDays: 5, validFrom: today } // prettier-ignore
      const { consignmentId } = must(await proposeConsignment(owner, proposeInput.parse({ ...terms, pointId, requestKey: key() }), { isSample: true })) // prettier-ignore
      const termsId = (await selectTerms(owner.db, consignmentId))[0]!.id
      must(await agreeTerms(keeper, { consignmentId, termsId }))
      const { consignment } = await findConsignment(owner, consignmentId)
      const goods = (await selectSendable(owner.db, consignment.producerId)).filter((one) => one.lotId === lotId)
      const lines = goods.map(({ packId, placeId, free }) => ({ lotId, packId, placeId, quantity: free, priceVnd: 95_000 }))
      const form = { carrier: 'Người chở (mẫu)', vehicle: 'Xe máy', reason: 'Gửi bán đại lý', vatName: 'KCT', lines }
      const { noteId } = must(await sendGoods(owner, sendInput.parse({ ...form, consignmentId, requestKey: key() })))
      must(await receiveGoods(keeper, { noteId, minute: '', lines: [{ line: 1, received: made, broken: 0 }] }))
      const { packId } = (await counterOf(keeper, pointId, '')).goods[0]!
      const sale = { consignmentId, lotId, packId, priceVnd: 95_000 }
      must(await sellAtCounter(keeper, { ...sale, quantity: 3, requestKey: key() }))
      must(await loseAtCounter(keeper, { ...sale, quantity: 1, cause: 'spoiled', note: 'Vỡ khi bày (mẫu)', requestKey: key() }))
      const counts = [{ lotId, packId, counted: made - 4, note: '' }]
      const settled = must(await settleConsignment(keeper, { consignmentId, minute: 'Hai bên đếm đủ (mẫu)', counts, requestKey: key() }))
      for (const side of [keeper, owner]) must(await signStatementOf(side, settled))
    },
  }
  return { steps: [consigned] }
}
