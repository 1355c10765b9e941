import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import type { Actor, Person } from '../../identity/index.ts'
import { aProducer, aProduct, mustBe, withLaw } from '../../shop/fixtures.ts'
import { applyForStand } from './apply.ts'
import { applyInput, createFairInput } from './inputs.ts'
import type { ApplyInput, CreateFairInput } from './inputs.ts'
import { createFair, openCall } from './manage-fair.ts'
import type { FairId } from './rules/ids.ts'

export { mustBe, withLaw }

/** The day on which a fair is entered, and later days of its life. */
export const fairDays = {
  entered: '2026-11-02T09:00:00+07:00',
  asked: '2026-11-10T09:00:00+07:00',
  closed: '2026-12-01T16:31:00+07:00',
  allotted: '2026-12-02T09:00:00+07:00',
  running: '2027-01-10T10:00:00+07:00',
  ended: '2027-01-14T17:00:00+07:00',
  after: '2027-04-20T09:00:00+07:00',
} as const

/** What stands in the form of a fair. */
export const aFairForm = (given: Partial<Record<keyof CreateFairInput, unknown>> = {}): CreateFairInput =>
  createFairInput.parse({
    name: 'Hội chợ OCOP Trà Vinh',
    theme: 'Tết',
    isInside: 'inside',
    venue: 'Quảng trường',
    organiser: 'Trung tâm Xúc tiến thương mại',
    opensOn: '2027-01-10',
    closesOn: '2027-01-14',
    letterNumber: '1234/SCT-XTTM',
    letterOn: '2026-11-01',
    applyBy: '2026-12-01T16:30',
    stands: 2,
    samples: '',
    kinds: 'Gian tiêu chuẩn 3 × 3 m; 8.000.000; 5.000.000\nGian góc; 10.000.000; 5.000.000',
    requestKey: newId('key'),
    ...given,
  })

export const anApplyForm = (fairId: FairId, given: Partial<Record<keyof ApplyInput, unknown>> = {}): ApplyInput =>
  applyInput.parse({
    fairId,
    productId: [],
    standKind: 'gian-tieu-chuan-3-3-m',
    contactName: 'Thạch Thị Mẫu',
    contactPhone: '0912 345 678',
    foodSafetyNumber: '12/2026/ATTP',
    foodSafetyUntil: '2028-01-01',
    requestKey: newId('key'),
    ...given,
  })

/** A fair whose call is open. */
export async function anOpenFair(office: Ctx, given: Parameters<typeof aFairForm>[0] = {}): Promise<FairId> {
  const { fairId } = mustBe(await createFair(office, aFairForm(given)))
  mustBe(await openCall(office, { fairId }))
  return fairId
}

/** A producer with one certified product, as it asks for a stand. */
export async function anExhibitor(as: (actor: Actor) => Ctx, { name, certifiedUntil }: { name: string; certifiedUntil?: string }) {
  const { person, producerId } = await aProducer(as, { name })
  const productId = await aProduct(as, producerId, { name: `Mứt của ${name}`, ...(certifiedUntil && { certifiedUntil }) })
  return { person, producerId, productId }
}
export type Exhibitor = Awaited<ReturnType<typeof anExhibitor>>

export async function anApplication(
  ctx: Ctx,
  fairId: FairId,
  { productId }: Pick<Exhibitor, 'productId'>,
  given: Parameters<typeof anApplyForm>[1] = {},
) {
  return mustBe(await applyForStand(ctx, anApplyForm(fairId, { productId: [productId], ...given })))
}

/** Somebody of the department that leads fairs. */
export const anOfficer: Person = {
  kind: 'person',
  userId: 'usr_fairs',
  name: 'Hồ Công Thương',
  email: 'congthuong@example.vn',
  memberships: [
    {
      role: 'trade-department',
      organisationId: 'org_trade',
      organisationCode: 'trade',
      organisationName: 'Sở Công Thương',
      communeCode: null,
    },
  ],
}
