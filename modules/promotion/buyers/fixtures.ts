import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import type { Actor, Person } from '../../identity/index.ts'
import { aProducer, aShop, mustBe, withLaw } from '../../shop/fixtures.ts'
import { askForGoods, introduceProducers } from './ask.ts'
import { advanceInput, askInput, offerInput, planSessionInput } from './inputs.ts'
import type { AdvanceInput, AskInput, OfferInput, PlanSessionInput } from './inputs.ts'
import type { RelationId } from './rules/ids.ts'

export { aProducer, aShop, mustBe, withLaw }

export const buyerDay = '2026-11-23T10:00:00+07:00'
/** A paper as a telephone or a scanner sends it. */
export const aPaper = { content: new TextEncoder().encode('%PDF-1.7 ghi nhớ'), name: 'ghi-nho.pdf' }

export const anAskForm = (given: Partial<Record<keyof AskInput, unknown>> = {}): AskInput =>
  askInput.parse({
    kind: 'shop',
    buyerName: 'Cửa hàng Quà quê',
    goods: 'Mứt dừa sáp hũ 200 g',
    aisle: 'food',
    perMonth: '120',
    unit: 'hũ',
    region: 'Thành phố Cần Thơ',
    needs: ['price-list', 'sample'],
    note: '',
    contactName: 'Trần Thị Mua',
    contactPhone: '0912 345 678',
    contactEmail: '',
    consent: '1',
    requestKey: newId('key'),
    ...given,
  })

export const anOfferForm = (relationId: RelationId, given: Partial<Record<keyof OfferInput, unknown>> = {}): OfferInput =>
  offerInput.parse({
    relationId,
    goods: 'Mứt dừa sáp, hũ 200 g',
    unit: 'hũ',
    priceVnd: '85.000',
    leastNumber: '50',
    givesSample: '1',
    leadDays: '7',
    shelfLifeDays: '180',
    validUntil: '2027-01-31',
    words: '',
    requestKey: newId('key'),
    ...given,
  })

export const aStep = (relationId: RelationId, given: Partial<Record<keyof AdvanceInput, unknown>>): AdvanceInput =>
  advanceInput.parse({ relationId, onDay: '2026-11-23', words: '', requestKey: newId('key'), ...given })

export const aSessionForm = (given: Partial<Record<keyof PlanSessionInput, unknown>> = {}): PlanSessionInput =>
  planSessionInput.parse({
    name: 'Phiên kết nối tháng 11',
    venue: 'Nhà văn hóa',
    heldOn: '2026-11-23',
    startsAt: '08:30',
    slotMinutes: '20',
    rounds: '4',
    tables: '2',
    fairId: '',
    requestKey: newId('key'),
    ...given,
  })

let askers = 0
/** Each comes from an address of its own: no flood. */
export const anEnquiry = async (ctx: Ctx, given: Parameters<typeof anAskForm>[0] = {}) =>
  mustBe(await askForGoods(ctx, anAskForm(given), { language: 'vi', address: `2001:db8:${(askers += 1).toString(16)}::1` }))

/** Somebody of a trade office of another province. */
export const aTradeOffice = (organisationId: `org_${string}`): Person => ({
  kind: 'person',
  userId: `usr_${organisationId.slice(4)}`,
  name: `Người của ${organisationId}`,
  email: `${organisationId}@example.vn`,
  memberships: [
    { role: 'trade-office', organisationId, organisationCode: organisationId, organisationName: organisationId, communeCode: null },
  ],
})

export const anOfficer: Person = {
  kind: 'person',
  userId: 'usr_matching',
  name: 'Hồ Công Thương',
  email: 'congthuong@example.vn',
  memberships: [{ role: 'trade-department', organisationId: 'org_trade', organisationCode: 'trade', organisationName: 'Sở Công Thương', communeCode: null }], // prettier-ignore
}

/** An enquiry for which a producer was named. */
export async function aRelation(
  as: (actor: Actor) => Ctx,
  buyer: Ctx,
  producerId: `pro_${string}`,
  given: Parameters<typeof anAskForm>[0] = {},
) {
  const asked = await anEnquiry(buyer, given)
  const { introduced } = mustBe(
    await introduceProducers(as(anOfficer), { enquiryId: asked.enquiryId, producerId: [producerId], fairId: null }),
  )
  return { ...asked, relationId: introduced[0]! }
}
