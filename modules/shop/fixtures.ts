import './topics.ts'
import { randomInt } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { dong } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { addPack, insertProducer, insertProduct, recordStanding } from '../catalogue/index.ts'
import { addMembership, createOrganisation, createPerson, system } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { loadLaw } from '../law/index.ts'
export { showPapers } from './demo/sample-stall.ts'
import { openStall, putOnSale, readAndPublish, samplePaper, showPapers } from './demo/sample-stall.ts'
import { findOwnOffer } from './listings/own-shop.ts'
import { saveListing, submitListing } from './listings/save-listing.ts'
import { carryOutSuspension } from './sellers/lead-suspension.ts'
import { receiveSuspensionOrder } from './sellers/suspend-seller.ts'
import type { ListingId, SuspensionId } from './rules/ids.ts'
import type { PlaceOrderInput, SaveDeliveryInput, SaveSellerInput } from './inputs.ts'
import { expireHolds } from './orders/expire-holds.ts'
import { checkLedger } from '../inventory/index.ts'
import { checkStock } from './holds/check-stock.ts'
import type { LotId } from '../traceability/rules.ts'

/** Opens a context for an actor, as the test kit and the seed do. */
export type As = (actor: Actor) => Ctx

export const sellerPassword = 'mot-mat-khau-du-dai'

/** The law that the shop reads. */
export async function withLaw(as: As): Promise<void> {
  await inTransaction(as(system('fixtures')), loadLaw)
}

/** A small paper, as a seller photographs it. */
export const aPaperFile = { content: samplePaper, name: 'giay-to.pdf' }

let serial = 0
const unique = () => `${Date.now().toString(36)}${(serial++).toString(36)}`

/** Somebody with one role in an organisation of its own. */
export async function aPerson(
  as: As,
  role: 'producer' | 'provincial-officer',
  name: string,
): Promise<Person & { organisationId: OrganisationId }> {
  const ctx = as(system('fixtures'))
  return inTransaction(ctx, async (tx) => {
    const code = `org-${unique()}`
    const kind = role === 'producer' ? 'producer' : 'provincial-office'
    const organisation = await createOrganisation(tx, ctx, { code, name, kind })
    const email = `${code}@vi-du.vn`
    const person = await createPerson(tx, ctx, { name, email, password: sellerPassword })
    if (!person.ok) throw new Error(person.refusal.code)
    await addMembership(tx, ctx, { userId: person.value.userId, organisationId: organisation.id, role })
    const membership = { role, organisationId: organisation.id, organisationCode: code, organisationName: name, communeCode: null }
    return { kind: 'person', userId: person.value.userId, name, email, memberships: [membership], organisationId: organisation.id }
  })
}

/** Somebody of the trade department, who reads what sellers post. */
export const aReader: Person = {
  kind: 'person',
  userId: 'usr_reader',
  name: 'Sở Công Thương',
  email: 'so-cong-thuong@vi-du.vn',
  memberships: [
    {
      role: 'trade-department',
      organisationId: 'org_trade',
      organisationCode: 'so-ct',
      organisationName: 'Sở Công Thương',
      communeCode: null,
    },
  ],
}

/** What the seller wrote is handed in, read and put up. */
export async function putUp(as: As, person: Person, listingId: ListingId): Promise<void> {
  await showPapers(as(person), as(aReader))
  mustBe(await submitListing(as(person), { listingId }))
  await readAndPublish(as(aReader), listingId)
}

/** A producer with nothing to sell yet. */
export async function aProducer(as: As, { name = 'Hợp tác xã Dừa Sáp' }: { name?: string } = {}) {
  const person = await aPerson(as, 'producer', name)
  const { id } = await inTransaction(as(person), (tx) =>
    insertProducer(tx, { name, kind: 'cooperative', organisationId: person.organisationId }),
  )
  return { person, producerId: id }
}

/** A certified product of a producer. */
export async function aProduct(
  as: As,
  producerId: ProducerId,
  { name = 'Mứt dừa sáp', certifiedUntil = '2028-06-30', withCertificate = true } = {},
): Promise<ProductId> {
  return inTransaction(as(system('fixtures')), async (tx) => {
    const { id } = await insertProduct(tx, { producerId, name: `${name} ${unique()}`, setCode: 'QD26-07', netContent: '200 g' })
    const dates = { certifiedFrom: '2025-07-01', certifiedUntil }
    // As an import leaves it.
    const said = {
      code: `GCN-${id}`,
      product_id: id,
      stars: 4,
      issued_on: dates.certifiedFrom,
      valid_until: certifiedUntil,
      validity_inferred: false,
    }
    const certificate = { ...said, id: newId('cer'), status: 'active' as const, product_name: name, producer_name: 'Cơ sở thử' }
    if (withCertificate) {
      await tx.insertInto('certificate').values(certificate).execute()
      await tx
        .insertInto('imported_certificate')
        .values({ ...said, certificate_id: certificate.id, place: 1 })
        .execute()
    }
    await recordStanding(tx, {
      productId: id,
      standing: 'certified',
      stars: 4,
      potentialFive: false,
      certificateCode: `GCN-${id}`,
      ...dates,
    })
    return id
  })
}

/** A lot as traceability keeps it. */
export async function aLot(
  as: As,
  lot: { productId: ProductId; producerId: ProducerId; quantity?: number; expiresOn?: string | null; madeOn?: string },
): Promise<LotId> {
  const id = newId('lot')
  const { productId, producerId, quantity = 1000, expiresOn = '2027-06-30', madeOn = '2026-11-01' } = lot
  await inTransaction(as(system('fixtures')), (tx) =>
    tx
      .insertInto('lot')
      .values({
        id,
        product_id: productId,
        producer_id: producerId,
        number: `L${unique()}`.slice(0, 20),
        trace_code: id,
        made_on: madeOn,
        expires_on: expiresOn,
        quantity,
        unit: 'hũ',
        status: 'open',
      })
      .execute(),
  )
  return id
}

export const anAccount: SaveSellerInput = {
  bankBin: '970415',
  bankAccount: '0011001932418',
  accountName: 'HTX DUA SAP',
  pickupNote: '',
  password: sellerPassword,
}

/** 15 000 đ in the own commune, 20 000 đ or 35 000 đ in the province by weight, free there from 500 000 đ; not beyond. */
export const aDeliveryTable: SaveDeliveryInput = {
  tareGrams: 50,
  stepGrams: [1000, 3000],
  zones: [
    { zone: 'commune', freeFromVnd: null, carriesCold: true, fees: [dong(15_000), dong(15_000)] },
    { zone: 'province', freeFromVnd: dong(500_000), carriesCold: false, fees: [dong(20_000), dong(35_000)] },
    { zone: 'elsewhere', freeFromVnd: null, carriesCold: false, fees: [null, null] },
  ],
  pickupIds: [],
}

type ShopWish = { name?: string; priceVnd?: number; stock?: number; maxPerOrder?: number; withCertificate?: boolean }

/** A verified seller with one listing on sale and so much of it on the shelf, through the real commands. */
export async function aShop(as: As, { name, ...wish }: ShopWish = {}) {
  const { person, producerId } = await aProducer(as, { name })
  const officer = await aPerson(as, 'provincial-officer', 'Văn phòng OCOP')
  await openStall(as(person), as(officer), producerId, anAccount)
  return { person, officer, producerId, ...(await aListing(as, { person, producerId }, wish)) }
}

/** One more listing of a seller, on sale. */
export async function aListing(
  as: As,
  { person, producerId }: { person: Person; producerId: ProducerId },
  { priceVnd = 85_000, stock = 10, maxPerOrder, withCertificate }: Omit<ShopWish, 'name'> = {},
) {
  const productId = await aProduct(as, producerId, { withCertificate })
  const lotId = await aLot(as, { productId, producerId, quantity: Math.max(1000, stock) })
  const listingId = await putOnSale(as(person), as(aReader), { productId, lotId, priceVnd, unit: 'hũ', stock, maxPerOrder })
  return { productId, listingId, lotId }
}

/** A seller with two products of its own and a box of two jars of the first and one of the second. */
export async function aGiftBox(as: As, { first = 10, second = 10, priceVnd = 250_000 } = {}) {
  const shop = await aShop(as, { stock: first, priceVnd: 85_000 })
  const more = await aListing(as, shop, { stock: second, priceVnd: 120_000 })
  const seller = as(shop.person)
  const [jar, tin] = await Promise.all([
    findOwnOffer(seller, { productId: shop.productId }),
    findOwnOffer(seller, { productId: more.productId }),
  ])
  const { packId } = mustBe(await addPack(seller, { productId: shop.productId, name: 'Hộp quà Tết', gtin: null }))
  const wish = {
    productId: shop.productId,
    packId,
    priceVnd,
    unit: 'hộp',
    description: 'Hộp quà Tết',
    parts: [
      { packId: jar.packId, quantity: 2 },
      { packId: tin.packId, quantity: 1 },
    ],
  }
  const { listingId: boxId } = mustBe(await saveListing(seller, wish))
  await putUp(as, shop.person, boxId)
  return { ...shop, seller, boxId, boxPackId: packId, jar, tin, tinId: more.listingId, tinLotId: more.lotId, wish }
}

export function anOrderForm(lines: PlaceOrderInput['lines'], more: Partial<PlaceOrderInput> = {}): PlaceOrderInput {
  return {
    requestKey: newId('key'),
    lines,
    buyerName: 'Nguyễn Thị Mua',
    buyerPhone: `09${String(randomInt(1e8)).padStart(8, '0')}`,
    buyerAddress: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long',
    note: '',
    seenVnd: null,
    ...more,
  }
}

/** The clock's job: what nobody paid in time is given up. */
export const endHolds = (ctx: Ctx): Promise<number> => expireHolds(ctx)

/** Throws where the integrity check of goods and money fails. */
export async function stockMustBeIntact(db: ReadDb): Promise<void> {
  const faults = [...(await checkLedger(db)).faults, ...(await checkStock(db)).faults]
  if (faults.length > 0) throw new Error(`integrity check failed: ${JSON.stringify(faults)}`)
}

/** The value of an outcome that must not be refused here. */
export function mustBe<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

/** A seller is stopped at once, as an authority ordered it: received, and carried out. */
export async function suspendByOrder(officer: Ctx, producerId: ProducerId, reason = 'Theo yêu cầu của cơ quan'): Promise<SuspensionId> {
  const { suspensionId } = mustBe(
    await receiveSuspensionOrder(
      officer,
      {
        producerId,
        reason,
        authority: 'Chi cục Quản lý thị trường',
        documentNumber: '12/QĐ-QLTT',
        receivedAt: officer.now,
        requestKey: newId('key'),
      },
      aPaperFile,
    ),
  )
  mustBe(await carryOutSuspension(officer, { suspensionId, requestKey: newId('key') }))
  return suspensionId
}
