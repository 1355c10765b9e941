import '../topics.ts'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import { addMembership, createOrganisation, createPerson, system } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { packLot, positionOf } from '../../inventory/fixtures.ts'
import { aLot, aProducer, aProduct, aReader, mustBe } from '../../shop/fixtures.ts'
import { agreeTerms, proposeConsignment } from './agree-terms.ts'
import { proposeInput, sendInput } from './inputs.ts'
import { receiveGoods, sendGoods } from './send-goods.ts'
import { inspectPoint, recognisePoint, registerPoint } from '../points-of-sale/manage-point.ts'
import { inspectPointInput, registerPointInput } from '../points-of-sale/inputs.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'
import type { ConsignmentId, NoteId } from './rules/ids.ts'

export { mustBe }

type As = (actor: Actor) => Ctx
export const everyCriterion = ['dia-diem', 'bien-hieu', 'khu-rieng', 'chung-nhan', 'nhan-hang', 'niem-yet', 'an-toan', 'bao-quan', 'khieu-nai', 'so-sach'] // prettier-ignore

/** Somebody who sells at the points of a firm of its own. */
export async function aKeeper(as: As): Promise<Person & { organisationId: OrganisationId }> {
  const ctx = as(system('fixtures'))
  return inTransaction(ctx, async (tx) => {
    const code = newId('key').toLowerCase().replaceAll('_', '-')
    const organisation = await createOrganisation(tx, ctx, { code, name: 'Cửa hàng thử', kind: 'partner' })
    const email = `${code}@vi-du.vn`
    const person = mustBe(await createPerson(tx, ctx, { name: 'Người Bán', email, password: 'mot-mat-khau-du-dai' }))
    await addMembership(tx, ctx, { userId: person.userId, organisationId: organisation.id, role: 'point-keeper' })
    const membership = { role: 'point-keeper' as const, organisationId: organisation.id, organisationCode: code, organisationName: 'Cửa hàng thử', communeCode: null } // prettier-ignore
    return { kind: 'person', userId: person.userId, name: 'Người Bán', email, memberships: [membership], organisationId: organisation.id }
  })
}

export const aPointForm = (operatorId: string, given: Record<string, unknown> = {}) =>
  registerPointInput.parse({
    name: 'Điểm bán OCOP thử',
    operatorId,
    communeCode: '29308',
    address: 'Số 1, ấp Thử',
    position: '9.9347, 106.3453',
    hours: 'T2-T7 7:00-19:00\nCN 7h-11h',
    requestKey: newId('key'),
    ...given,
  })

export const aVisit = (pointId: PointId, given: Record<string, unknown> = {}) =>
  inspectPointInput.parse({
    pointId,
    visitedOn: '2026-11-23',
    version: 'QĐ 950/QĐ-BCT',
    met: everyCriterion,
    requestKey: newId('key'),
    ...given,
  })

/** A point that was looked at and recognised, by the real commands. */
export async function aPoint(as: As, keeper: { organisationId: OrganisationId }): Promise<PointId> {
  const office = as(aReader)
  const { pointId } = mustBe(await registerPoint(office, aPointForm(keeper.organisationId)))
  mustBe(await inspectPoint(office, aVisit(pointId)))
  mustBe(await recognisePoint(office, { pointId, number: '12/QĐ-UBND', on: '2026-11-23', supportVnd: null, supportNumber: null }))
  return pointId
}

export const someTerms = {
  contractNumber: '01/HĐKG',
  contractOn: '2026-11-01',
  commissionPercent: '12,5',
  spoiledBy: 'point',
  expiredBy: 'owner',
  payWithinDays: '5',
  validFrom: '2026-11-01',
}

/** A consignment that both agreed to, with so many jars of one lot on the shelf. */
export async function aConsignment(as: As, { jars = 10, priceVnd = 85_000 } = {}) {
  const keeper = await aKeeper(as)
  const pointId = await aPoint(as, keeper)
  const { person: owner, producerId } = await aProducer(as, { name: 'HTX Ký Gửi' })
  const productId = await aProduct(as, producerId)
  const { consignmentId } = mustBe(
    await proposeConsignment(as(owner), proposeInput.parse({ ...someTerms, pointId, requestKey: newId('key') })),
  )
  const { id: termsId } = await as(owner).db.selectFrom('consignment_terms').select('id').where('consignment_id', '=', consignmentId).executeTakeFirstOrThrow() // prettier-ignore
  mustBe(await agreeTerms(as(keeper), { consignmentId, termsId }))
  const lotId = await aLot(as, { productId, producerId })
  mustBe(await packLot(as(owner), lotId, Math.max(jars, 1) + 20))
  const { packId, placeId } = await positionOf(as(owner).db, lotId)
  const world = { keeper, owner, pointId, producerId, productId, consignmentId, lotId, packId, placeId, priceVnd }
  if (jars > 0) await receiveAll(as(keeper), await sendJars(as(owner), world, jars))
  return world
}
export type ConsignmentWorld = Awaited<ReturnType<typeof aConsignment>>

type Goods = Pick<ConsignmentWorld, 'consignmentId' | 'lotId' | 'packId' | 'placeId' | 'priceVnd'>
export async function sendJars(ctx: Ctx, { consignmentId, priceVnd, ...goods }: Goods, quantity: number): Promise<NoteId> {
  const { lotId, packId, placeId } = goods
  const form = { carrier: 'Thạch Văn Chở', vehicle: '84C-123.45', reason: 'Gửi bán đại lý', vatName: 'KCT', lines: [{ lotId, packId, placeId, quantity, priceVnd }] } // prettier-ignore
  return mustBe(await sendGoods(ctx, sendInput.parse({ ...form, consignmentId, requestKey: newId('key') }))).noteId
}

export async function receiveAll(ctx: Ctx, noteId: NoteId): Promise<void> {
  const lines = await ctx.db.selectFrom('consignment_note_line').select(['line', 'quantity']).where('note_id', '=', noteId).execute()
  mustBe(
    await receiveGoods(ctx, { noteId, minute: '', lines: lines.map(({ line, quantity }) => ({ line, received: quantity, broken: 0 })) }),
  )
}

export const aSale = (
  { consignmentId, lotId, packId, priceVnd }: Pick<ConsignmentWorld, 'consignmentId' | 'lotId' | 'packId' | 'priceVnd'>,
  quantity = 1,
) => ({
  consignmentId,
  lotId,
  packId,
  priceVnd,
  quantity,
  requestKey: newId('key'),
})

export const aCount = (
  { consignmentId, lotId, packId }: { consignmentId: ConsignmentId; lotId: ConsignmentWorld['lotId']; packId: ConsignmentWorld['packId'] },
  counted: number,
  note = '',
) => ({
  consignmentId,
  minute: '',
  counts: [{ lotId, packId, counted, note }],
  requestKey: newId('key'),
})
