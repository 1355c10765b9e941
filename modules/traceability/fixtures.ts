import './topics.ts'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { createOrganisation, system } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { loadLaw } from '../law/index.ts'
import { buyMaterial } from './materials/buy-material.ts'
import { buyMaterialInput } from './materials/inputs.ts'
import { openLot } from './open-lot.ts'
import type { OpenLotInput, OpenedLot } from './open-lot.ts'
import type { MaterialLotId } from './rules/ids.ts'

type As = (actor: Actor, now?: Date | string) => Ctx

export const worldDay = '2026-11-23T08:30:00+07:00'

/** Two makers with their products, and those who look over their shoulders. */
export async function traceWorld(as: As) {
  const maker = as(system('test'), worldDay)
  const made = await inTransaction(maker, async (tx) => {
    await loadLaw(tx)
    const coop = await createOrganisation(tx, maker, { code: 'htx-cau-ke', name: 'HTX Cầu Kè', kind: 'producer', communeCode: '29308' })
    const other = await createOrganisation(tx, maker, { code: 'ho-vinh-kim', name: 'Hộ Vinh Kim', kind: 'producer', communeCode: '29431' })
    const office = await createOrganisation(tx, maker, { code: 'ocop', name: 'Văn phòng OCOP', kind: 'provincial-office' })
    const producer = await aProducer(tx, {
      name: 'HTX Dừa sáp Cầu Kè',
      communeCode: '29308',
      organisationId: coop.id,
      address: 'Ấp 1, xã Cầu Kè',
      taxCode: '2100000001',
      phone: '0900000001',
    })
    const household = await aProducer(tx, {
      name: 'Cơ sở bánh tét Vinh Kim',
      kind: 'household',
      communeCode: '29431',
      organisationId: other.id,
      address: 'Số 12, ấp Bến Có',
      taxCode: '8412345678',
    })
    const certified = await aProduct(tx, {
      name: 'Mứt dừa sáp',
      setCode: 'QD26-07',
      netContent: '500 g',
      producerId: producer.id,
      standing: { stars: 4, certificateCode: 'gcn-mut-dua-sap' },
    })
    const plain = await aProduct(tx, { name: 'Kẹo dừa sáp', setCode: 'QD26-07', netContent: '200 g', producerId: producer.id })
    const others = await aProduct(tx, { name: 'Bánh tét ba màu', setCode: 'QD26-06', netContent: '1 kg', producerId: household.id })
    return { coop, other, office, producer, household, certified, plain, others }
  })
  const person = (userId: UserId, role: Role, organisation: { id: OrganisationId; code: string }): Person => ({
    kind: 'person',
    userId,
    name: userId,
    email: `${userId}@vi-du.vn`,
    memberships: [
      {
        role,
        organisationId: organisation.id,
        organisationCode: organisation.code,
        organisationName: organisation.code,
        communeCode: null,
      },
    ],
  })
  const actors = {
    producer: person('usr_producer', 'producer', made.coop),
    rival: person('usr_rival', 'producer', made.other),
    officer: person('usr_officer', 'provincial-officer', made.office),
    scientist: person('usr_scientist', 'science-department', made.office),
    buyer: person('usr_buyer', 'buyer', made.office),
  }
  return { ...made, actors }
}

/** A lot opened by the real command; made on 20 November 2026 and good for half a year, unless told otherwise. */
export async function aLot(ctx: Ctx, given: Partial<OpenLotInput> & { productId: ProductId }): Promise<OpenedLot> {
  const outcome = await openLot(ctx, {
    number: newId('n').slice(-12).toUpperCase(),
    madeOn: '2026-11-20',
    expiresOn: '2027-05-20',
    quantity: 120,
    unit: 'hũ',
    standards: null,
    requestKey: newId('key'),
    ...given,
  })
  if (!outcome.ok) throw new Error(`the fixture was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

/** A purchase by the real command, as the form sends it: a hundred kilograms of coconut of a farmer, unless told otherwise. */
export async function aPurchase(
  ctx: Ctx,
  producerId: ProducerId,
  given: Record<string, string> = {},
): Promise<{ materialLotId: MaterialLotId; code: string }> {
  const form = {
    producerId,
    material: 'Dừa sáp trái',
    unit: 'kg',
    quantity: '100',
    boughtOn: '2026-11-18',
    supplierName: 'Thạch Thị Sáp',
    supplierCommune: '29308',
    growingAreaCode: 'VN-TVOR-0012',
    requestKey: newId('key'),
    ...given,
  }
  const outcome = await buyMaterial(ctx, buyMaterialInput.parse(form))
  if (!outcome.ok) throw new Error(`the fixture was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
