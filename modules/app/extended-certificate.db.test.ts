import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { findProducer, findProduct, listRegister, registerDay } from '../catalogue/index.ts'
import { certificateState } from '../catalogue/rules.ts'
import { certificatesOfProduct, importCertificates, searchCertificates } from '../certificates/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import type { DossierPeople } from '../dossiers/fixtures.ts'
import { findDossier, withdrawDossier } from '../dossiers/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system, visitor } from '../identity/index.ts'
import { drillDown } from '../programme/index.ts'
import { rooms } from '../rooms.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../shop/fixtures.ts'
import { addToCart, offerOf, ownOffers, placeOrder, productsOnSale } from '../shop/index.ts'
import { findLabelForm, findScan, verdictsOf } from '../traceability/index.ts'
import { readTraceCode } from '@dacsan/gs1'

const { db, as } = await testDatabase<Tables>()
const lastDay = '2026-12-31'
/** 180 days after it. */
const extensionEnds = '2027-06-29'
const filedOn = '2026-11-23T10:00:00+07:00'
const site = { origin: 'https://ocop.example', trial: false }
const whole = { from: '2026-01-01', to: '2027-12-31' }

let shop: Awaited<ReturnType<typeof aShop>>
let producer: Awaited<ReturnType<typeof findProducer>>
let traceCode = ''

beforeAll(async () => {
  const at = (actor: Parameters<typeof as>[0]) => as(actor, filedOn) as never
  await withLaw(at)
  shop = await aShop(at, { stock: 100, withCertificate: false })
  const { productId, producerId } = shop
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', producerId).execute()
  const product = await findProduct(as(visitor, filedOn), productId)
  await inTransaction(as(system('test'), filedOn), (tx) =>
    importCertificates(tx, [
      {
        productId,
        productSlug: product.slug,
        productName: product.name,
        producerName: product.producer.name,
        stars: 4,
        decisionNumber: '12/QĐ-UBND',
        decisionDate: '2023-12-31',
        authority: null,
        issuedOn: '2023-12-31',
        validUntil: lastDay,
        validityInferred: false,
        year: 2023,
        sourceUrl: null,
        sourceNote: null,
        standing: {
          productId,
          standing: 'certified',
          stars: 4,
          potentialFive: false,
          certifiedFrom: '2023-12-31',
          certifiedUntil: lastDay,
        },
      },
    ]),
  )
  producer = await findProducer(as(visitor, filedOn), product.producer.slug)
  traceCode = product.traceCode
})

/** What every place says of the product's certificate at a moment. */
async function said(moment: string) {
  const ctx = as(visitor, moment)
  const { productId, lotId, listingId, person } = shop
  const day = await registerDay(ctx)
  const product = await findProduct(ctx, productId)
  const state = certificateState(product, day)
  const listed = async (standing: string) =>
    (await listRegister(ctx, { standing: standing as never })).items.some(({ id }) => id === productId)
  const [certificate] = await certificatesOfProduct(ctx, productId)
  const [found] = (await searchCertificates(ctx, product.name)).certificates
  const onSale = await productsOnSale(ctx)
  const forSale = (await listRegister(ctx, { sale: 'now' }, { onSale })).items.length > 0
  const reader = {
    ctx,
    addressOf: {
      product: (slug: string) => `https://ocop.example/${slug}`,
      certificate: (code: string) => `https://ocop.example/${code}`,
      recall: (code: string) => `https://ocop.example/${code}`,
    },
    onSale: async () => onSale,
  }
  const sets = rooms.flatMap(({ openData = [] }) => openData)
  const openProduct = (await sets.find(({ name }) => name === 'products')!.list!.page(reader, {})).items[0]!
  const openCertificate = await sets.find(({ name }) => name === 'certificates')!.find!.by(reader, certificate!.code)
  const scan = await findScan(ctx, { traceCode: readTraceCode(traceCode)! })
  if (!scan.known) throw new Error('the product has no scan page')
  const label = await findLabelForm(as(person, moment), { lotId }, site)
  const counted = async (figure: string) =>
    (await drillDown(as(someoneWith('leader'), moment), figure, whole)).rows.some(({ slug }) => slug === product.slug)
  const offered = await offerOf(ctx, productId)
  const cart = await addToCart(ctx, { listingId, quantity: 1 })
  const shelf = (await ownOffers(as(person, moment))).find(({ id }) => id === productId)!
  const ordered = await placeOrder(ctx, anOrderForm([{ listingId, quantity: 1 }]))
  return {
    states: [
      state,
      certificateState((await findProducer(ctx, producer.slug)).products[0]!, day),
      certificate!.verdict,
      found!.verdict,
      (openProduct as { state: string }).state,
      (openCertificate as { state: string }).state,
      scan.scan.certificate.state,
    ],
    listedAs: await Promise.all(['certified', 'expiring', 'extended', 'expired'].map(async (one) => [one, await listed(one)])),
    counts: {
      scan: verdictsOf({ lot: null, certificate: scan.scan.certificate.state }, day.today)[0] === 'certified',
      label: label.stars === 4,
      figureValid: await counted('valid'),
      figureNotExpired: !(await counted('expired')),
      onSale: onSale.includes(productId),
      filterOnSale: forSale,
      offer: offered !== null,
      cart: cart.ok,
      shelf: shelf.isRecognised && shelf.available > 0 && shelf.listing?.shown === 'published',
      order: ordered.ok,
    },
    until: [certificate!.extendedUntil, scan.scan.certificate.extendedUntil],
  }
}

/** The producer files; nobody else has a part in it here. */
const people = (): DossierPeople => {
  const producer = as(shop.person, filedOn)
  return { producer, communeOfficer: producer, provincialOfficer: producer, councilChair: producer }
}

const everywhere = (answer: boolean) => ({
  scan: answer,
  label: answer,
  figureValid: answer,
  figureNotExpired: answer,
  onSale: answer,
  filterOnSale: answer,
  offer: answer,
  cart: answer,
  shelf: answer,
  order: answer,
})

describe('a certificate past its last day', () => {
  test('C24: without a renewal it has ended everywhere from 00:00 in Việt Nam on', async () => {
    const before = await said('2026-12-31T23:59:59+07:00')
    expect([new Set(before.states), before.counts]).toEqual([new Set(['expiring']), everywhere(true)])
    const after = await said('2027-01-01T00:00:00+07:00')
    expect([new Set(after.states), after.counts, after.until]).toEqual([new Set(['expired']), everywhere(false), [null, null]])
  })

  test('C24: while its renewal is under way it holds everywhere for 180 days, and ends everywhere at 00:00 of the day after', async () => {
    const renewal = await aDossier(people(), { productId: shop.productId, kind: 'renewal', status: 'submitted' })
    for (const moment of ['2027-01-01T00:00:00+07:00', `${extensionEnds}T23:59:59+07:00`]) {
      const extended = await said(moment)
      expect([moment, new Set(extended.states), extended.counts]).toEqual([moment, new Set(['extended']), everywhere(true)])
      expect(extended.listedAs.filter(([, is]) => is)).toEqual([['extended', true]])
      expect(extended.until).toEqual([extensionEnds, extensionEnds])
    }
    const after = await said('2027-06-30T00:00:00+07:00')
    expect([new Set(after.states), after.counts, after.until]).toEqual([new Set(['expired']), everywhere(false), [null, null]])

    const owner = as(shop.person, '2027-02-01T10:00:00+07:00')
    const { version } = await findDossier(owner, renewal.id)
    mustBe(await withdrawDossier(owner, { dossierId: renewal.id, version, reason: 'Không làm nữa' }))
    const withdrawn = await said('2027-02-01T10:00:01+07:00')
    expect([new Set(withdrawn.states), withdrawn.counts]).toEqual([new Set(['expired']), everywhere(false)])
  })

  test('a first dossier or an unfinished renewal makes no certificate longer', async () => {
    await aDossier(people(), { productId: shop.productId, kind: 'renewal', status: 'draft' })
    expect(new Set((await said('2027-01-01T00:00:00+07:00')).states)).toEqual(new Set(['expired']))
  })
})
