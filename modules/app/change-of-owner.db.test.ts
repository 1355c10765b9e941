import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import {
  findProducer,
  findProduct,
  listRegister,
  pastOwnersOf,
  productsOfProducer,
  registerFilter,
  updateProductStory,
  updateProductStoryInput,
} from '../catalogue/index.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { startDossier, withdrawDossier } from '../dossiers/index.ts'
import { aPerson } from '../identity/fixtures.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import { aPaper, aRegistered, aTransfer, transferForm } from '../joining/fixtures.ts'
import {
  agreeOnPaper,
  agreeToTransfer,
  askMoreOfTransfer,
  checkTransfer,
  confirmTransfer,
  declineTransfer,
  fileTransfer,
  findTransfer,
  listTransfers,
  openTransferPaper,
  ownTransfers,
  supplementTransfer,
  withdrawTransfer,
} from '../joining/index.ts'
import type { ProductTransferId } from '../joining/rules.ts'
import { loadLaw } from '../law/index.ts'
import { aShop, anOrderForm, putUp } from '../shop/fixtures.ts'
import { listingsFor, ownOffers, placeOrder, saveListing, submitListing } from '../shop/index.ts'
import { aLot } from '../traceability/fixtures.ts'
import { findScan, recallLot } from '../traceability/index.ts'

const { db, as, owner: keeper } = await testDatabase<Tables>()
const monday = '2026-11-23T09:00:00+07:00'
const anybody = as(visitor, monday)
const world = as(system('test'), monday)

let commune: Ctx
let office: Ctx
let colleague: Ctx
beforeAll(async () => {
  await inTransaction(world, async (tx) => {
    await loadLaw(tx)
    commune = as(await aPerson(tx, { role: 'commune-officer', organisation: 'xa-29431', communeCode: '29431' }), monday)
    office = as(await aPerson(tx, { role: 'provincial-officer', organisation: 'ocop' }), monday)
    colleague = as(await aPerson(tx, { role: 'provincial-officer', organisation: 'ocop' }), monday)
  })
})

type Side = { ctx: Ctx; producerId: ProducerId; productId: ProductId; slug: string; name: string; person: Person }
let numbers = 0
/** Somebody who works for a producer of the register with a number and a product of four stars. */
const side = (given: Parameters<typeof aRegistered>[1] = {}): Promise<Side> =>
  inTransaction(world, async (tx) => {
    const person = await aPerson(tx)
    numbers += 1
    const name = given.name ?? `HTX số ${numbers}`
    const made = await aRegistered(tx, {
      name,
      product: `Mật dừa ${numbers}`,
      taxCode: '2100000001',
      organisationId: person.memberships[0]!.organisationId,
      ...given,
    })
    return { ctx: as(person, monday), producerId: made.id, productId: made.product.id, slug: made.slug, name, person }
  })
const seen = async (transferId: ProductTransferId) => ({ transferId, version: (await findTransfer(office, transferId)).version })
const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
/** From the offer of the present owner to the yes of the province. */
async function handOver(from: Side, to: Side): Promise<ProductTransferId> {
  const { transferId } = await aTransfer(from.ctx, { productId: from.productId, toId: to.producerId })
  must(await agreeToTransfer(to.ctx, await seen(transferId)))
  must(await checkTransfer(commune, await seen(transferId)))
  must(await confirmTransfer(office, await seen(transferId)))
  return transferId
}
const story = async (productId: ProductId, description: string) =>
  updateProductStoryInput.parse({
    version: (await findProduct(world, productId)).version,
    productId,
    description,
    story: '',
    netContent: '',
    ingredients: '',
    storage: '',
    usageNote: '',
    brand: '',
    gtin: '',
  })

test('a product goes over once the other side, the commune and the province have said yes; then only the new owner may act on it, and everybody reads it', async () => {
  const [from, to] = [await side({ name: 'HTX Bình Minh' }), await side({ name: 'HTX Hoàng Hôn' })]
  const before = await findProduct(anybody, from.productId)
  const lot = await aLot(from.ctx, { productId: from.productId })
  const transferId = await handOver(from, to)
  const after = await findProduct(anybody, from.productId)
  expect(after.producer.id).toBe(to.producerId)
  // What identifies it, and what was decided of it, stay.
  for (const field of ['slug', 'traceCode', 'stars', 'certifiedUntil', 'standing'] as const) expect(after[field]).toBe(before[field])
  await expect(updateProductStory(from.ctx, await story(from.productId, 'Của tôi.'))).rejects.toThrow('No such product')
  expect(await updateProductStory(to.ctx, await story(from.productId, 'Của chúng tôi.'))).toMatchObject({ ok: true })
  await expect(startDossier(from.ctx, { productId: from.productId, kind: 'upgrade' })).rejects.toThrow('No such dossier')
  await expect(aLot(from.ctx, { productId: from.productId })).rejects.toThrow('No such lot')
  // Both histories and the search have it.
  const change = { from: { name: from.name }, to: { name: to.name }, until: '2026-11-23' }
  expect(await pastOwnersOf(anybody, from.productId)).toMatchObject([change])
  expect((await findProducer(anybody, from.slug)).changesOfHands).toMatchObject([change])
  expect((await findProducer(anybody, to.slug)).changesOfHands).toMatchObject([change])
  const found = await listRegister(anybody, registerFilter.parse({ q: to.name }))
  expect(found.items.map(({ id }) => id)).toContain(from.productId)
  expect((await listRegister(anybody, registerFilter.parse({ q: from.name }))).items.map(({ id }) => id)).not.toContain(from.productId)
  expect((await findTransfer(from.ctx, transferId)).steps.map(({ act }) => act)).toEqual(['file', 'agree', 'check', 'confirm'])
  // A label that was printed before shows who made its goods; the code of the product shows who makes it now.
  expect(await scanned(lot.traceCode)).toMatchObject({ producer: { name: from.name }, product: { name: after.name } })
  expect(await scanned(after.traceCode)).toMatchObject({ producer: { name: to.name } })
  const next = await aLot(to.ctx, { productId: from.productId })
  expect(await scanned(next.traceCode)).toMatchObject({ producer: { name: to.name } })
  // It may go back the same way.
  must(await confirmBack(to, from, from.productId))
  expect((await findProduct(anybody, from.productId)).producer.id).toBe(from.producerId)
  expect(await pastOwnersOf(anybody, from.productId)).toHaveLength(2)
})

const scanned = async (traceCode: string) => {
  const answer = await findScan(anybody, { traceCode })
  return answer.known ? answer.scan : null
}

async function confirmBack(to: Side, from: Side, productId: ProductId) {
  const { transferId } = await aTransfer(to.ctx, { productId, toId: from.producerId })
  must(await agreeToTransfer(from.ctx, await seen(transferId)))
  must(await checkTransfer(commune, await seen(transferId)))
  return confirmTransfer(office, await seen(transferId))
}

test('whoever is to have a product may ask for it, and learns of no product that the register does not show', async () => {
  const [from, to] = [await side(), await side()]
  const { transferId } = await aTransfer(to.ctx, { productId: from.productId })
  expect(await findTransfer(from.ctx, transferId)).toMatchObject({
    askedBy: 'to',
    may: { agree: true, withdraw: { code: 'not-permitted' } },
  })
  expect(await findTransfer(to.ctx, transferId)).toMatchObject({ may: { agree: { code: 'not-permitted' }, withdraw: true } })
  const hidden = await inTransaction(world, (tx) =>
    tx.updateTable('product').set({ in_register: false }).where('id', '=', to.productId).returning('id').executeTakeFirstOrThrow(),
  )
  await expect(fileTransfer(from.ctx, transferForm({ productId: hidden.id }), aPaper())).rejects.toThrow('No such product')
})

test('the same form sent again is one request, and of one product one request waits at a time, also where two come at once', async () => {
  const [from, to, third] = [await side(), await side(), await side()]
  const form = transferForm({ productId: from.productId, toId: to.producerId })
  const twice = await Promise.all([fileTransfer(from.ctx, form, aPaper()), fileTransfer(from.ctx, form, aPaper())])
  expect(new Set(twice.map((one) => must(one).transferId)).size).toBe(1)
  const asked = await Promise.all([to, third].map(({ ctx }) => fileTransfer(ctx, transferForm({ productId: from.productId }), aPaper())))
  for (const one of asked) expect(one).toMatchObject({ refusal: { code: 'transfer-waits' } })
  const another = await side()
  const race = await Promise.all([to, third].map(({ ctx }) => fileTransfer(ctx, transferForm({ productId: another.productId }), aPaper())))
  expect(race.filter(({ ok }) => ok)).toHaveLength(1)
  expect(race.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'transfer-waits' } })
})

test('a request needs a paper and another producer, and both sides and the offices alone read it and its papers', async () => {
  const [from, to, stranger] = [await side(), await side(), await side()]
  const form = transferForm({ productId: from.productId, toId: to.producerId })
  expect(await fileTransfer(from.ctx, form, null)).toMatchObject({ refusal: { code: 'paper-missing' } })
  expect(await fileTransfer(from.ctx, transferForm({ productId: from.productId, toId: from.producerId }), aPaper())).toMatchObject({
    refusal: { code: 'same-producer' },
  })
  const { transferId } = await aTransfer(from.ctx, { productId: from.productId, toId: to.producerId })
  for (const reader of [from.ctx, to.ctx, commune, office]) {
    const paper = await openTransferPaper(reader, transferId, 1)
    paper.stream.destroy()
    expect(paper.mediaType).toBe('application/pdf')
  }
  const elsewhere = await inTransaction(world, (tx) => aPerson(tx, { role: 'commune-officer', communeCode: '29308' }))
  for (const reader of [stranger.ctx, as(elsewhere, monday), anybody]) {
    await expect(findTransfer(reader, transferId)).rejects.toThrow('No such product-transfer')
    await expect(openTransferPaper(reader, transferId, 1)).rejects.toThrow('No such product-transfer')
  }
  expect((await ownTransfers(stranger.ctx)).transfers).toEqual([])
  expect((await ownTransfers(to.ctx)).transfers).toMatchObject([{ id: transferId }])
  expect((await listTransfers(commune)).map(({ id }) => id)).toContain(transferId)
  expect(await listTransfers(as(elsewhere, monday))).toEqual([])
})

test('what cannot go over is refused with its reason: a dossier is open, a recall is not over, the certificate ended, the law does not know the new owner', async () => {
  const to = await side()
  const attempt = async (from: Side) => fileTransfer(from.ctx, transferForm({ productId: from.productId, toId: to.producerId }), aPaper())
  const judged = await side()
  const { dossierId } = must(await startDossier(judged.ctx, { productId: judged.productId, kind: 'upgrade' }))
  expect(await attempt(judged)).toMatchObject({ refusal: { code: 'dossier-open' } })
  must(await withdrawDossier(judged.ctx, { dossierId, version: 1, reason: 'Sẽ chuyển sản phẩm.' }))
  expect(await attempt(judged)).toMatchObject({ ok: true })

  const recalled = await side()
  const { lotId, number } = await aLot(recalled.ctx, { productId: recalled.productId })
  must(await recallLot(recalled.ctx, { lotId, reason: 'Nắp hở, hàng có thể hỏng.' }))
  expect(await attempt(recalled)).toMatchObject({ refusal: { code: 'recall-open', lotNumber: number } })

  for (const [change, state] of [
    [{ certified_until: '2026-11-22' }, 'expired'],
    [{ standing: 'withdrawn' }, 'withdrawn'],
    [{ standing: 'none', potential_five: true }, 'potential-five'],
  ] as const) {
    const ended = await side()
    await keeper.db.updateTable('product').set(change).where('id', '=', ended.productId).execute()
    expect(await attempt(ended)).toMatchObject({ refusal: { code: 'not-transferable', state } })
  }

  const namesake = await side({ product: 'Kẹo dừa' })
  const same = await side({ product: 'Kẹo dừa' })
  expect(await fileTransfer(same.ctx, transferForm({ productId: same.productId, toId: namesake.producerId }), aPaper())).toMatchObject({
    refusal: { code: 'same-name-there' },
  })
  const association = await side({ kind: 'tourism-association' })
  const plain = await side()
  const toAssociation = transferForm({ productId: plain.productId, toId: association.producerId })
  expect(await fileTransfer(plain.ctx, toAssociation, aPaper())).toMatchObject({ refusal: { code: 'kind-not-for-set' } })
})

test('what came between the request and the yes is judged again: a dossier that was begun meanwhile, a registration that is missing', async () => {
  const [from, to] = [await side(), await side({ taxCode: null })]
  const { transferId } = await aTransfer(from.ctx, { productId: from.productId, toId: to.producerId })
  must(await agreeToTransfer(to.ctx, await seen(transferId)))
  expect(await checkTransfer(commune, await seen(transferId))).toMatchObject({ refusal: { code: 'registration-missing' } })
  const [one, other] = [await side(), await side()]
  const second = await aTransfer(one.ctx, { productId: one.productId, toId: other.producerId })
  must(await agreeToTransfer(other.ctx, await seen(second.transferId)))
  must(await checkTransfer(commune, await seen(second.transferId)))
  must(await startDossier(one.ctx, { productId: one.productId, kind: 'upgrade' }))
  expect(await confirmTransfer(office, await seen(second.transferId))).toMatchObject({ refusal: { code: 'dossier-open' } })
  expect((await findProduct(anybody, one.productId)).producer.id).toBe(one.producerId)
})

test('without an account the other side agrees on paper, which the history says, and whoever vouched for it does not confirm', async () => {
  const from = await side()
  const to = await inTransaction(world, (tx) => aRegistered(tx, { name: 'HTX Không mạng', product: 'Rượu dừa', taxCode: '2100000001' }))
  const { transferId } = await aTransfer(from.ctx, { productId: from.productId, toId: to.id })
  const words = 'Giấy bán có điểm chỉ của ông Kim Sa Rết, ngày 20/11.'
  must(await agreeOnPaper(office, { ...(await seen(transferId)), words }))
  must(await checkTransfer(commune, await seen(transferId)))
  expect(await confirmTransfer(office, await seen(transferId))).toMatchObject({ refusal: { code: 'vouched-by-you' } })
  must(await confirmTransfer(colleague, await seen(transferId)))
  expect((await findTransfer(from.ctx, transferId)).steps).toMatchObject([{ act: 'file' }, { act: 'agree-on-paper', words }, {}, {}])
  const own = await side()
  const known = await aTransfer(own.ctx, { productId: own.productId, toId: from.producerId })
  expect(await agreeOnPaper(commune, { ...(await seen(known.transferId)), words })).toMatchObject({
    refusal: { code: 'other-side-has-account', names: [from.person.name] },
  })
})

test('the other side may decline, the offices may ask back, whoever asked may supplement and withdraw, and a page that is too old decides nothing', async () => {
  const [from, to] = [await side(), await side()]
  const first = await aTransfer(from.ctx, { productId: from.productId, toId: to.producerId })
  must(await declineTransfer(to.ctx, { ...(await seen(first.transferId)), words: 'Chưa thỏa thuận giá.' }))
  const { transferId } = await aTransfer(from.ctx, { productId: from.productId, toId: to.producerId })
  const old = await seen(transferId)
  must(await agreeToTransfer(to.ctx, old))
  expect(await agreeToTransfer(to.ctx, old)).toMatchObject({ refusal: { code: 'wrong-transfer-status', status: 'agreed' } })
  expect(await checkTransfer(commune, old)).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
  must(await askMoreOfTransfer(commune, { ...(await seen(transferId)), words: 'Chụp cả hai mặt giấy.' }))
  expect(await supplementTransfer(from.ctx, { transferId, note: null }, null)).toMatchObject({ refusal: { code: 'nothing-added' } })
  must(await supplementTransfer(from.ctx, { transferId, note: 'Đã chụp.' }, aPaper()))
  expect((await findTransfer(to.ctx, transferId)).steps.map(({ paperName }) => paperName !== null)).toEqual([true, false, false, true])
  must(await withdrawTransfer(from.ctx, { transferId }))
  expect((await findProduct(anybody, from.productId)).producer.id).toBe(from.producerId)
})

test('goods on sale leave the shop with the old owner at once, orders stay, and the new owner sells only what it made', async () => {
  const at = (actor: Actor) => as(actor, monday)
  const [from, to] = [await aShop(at, { stock: 10 }), await aShop(at)]
  const sold = from
  const order = must(await placeOrder(anybody, anOrderForm([{ listingId: sold.listingId, quantity: 1 }])))
  await inTransaction(world, async (tx) => {
    const { transferProduct } = await import('../catalogue/index.ts')
    await transferProduct(tx, world, { productId: sold.productId, toId: to.producerId })
  })
  expect(await listingsFor(db, [sold.productId], new Date(monday))).toEqual([])
  expect(await placeOrder(anybody, anOrderForm([{ listingId: sold.listingId, quantity: 1 }]))).toMatchObject({
    refusal: { code: 'not-for-sale' },
  })
  await expect(submitListing(as(from.person, monday), { listingId: sold.listingId })).rejects.toThrow('No such listing')
  await expect(submitListing(as(to.person, monday), { listingId: sold.listingId })).rejects.toThrow('No such listing')
  // The order is still the one of whoever took it.
  const kept = await db.selectFrom('shop_order').select('producer_id').where('id', '=', order.orders[0]!.id).executeTakeFirstOrThrow()
  expect(kept.producer_id).toBe(from.producerId)
  const own = as(to.person, monday)
  const { listingId } = must(
    await saveListing(own, { productId: sold.productId, priceVnd: 90_000, unit: 'hũ', description: 'Mới.', maxPerOrder: undefined }),
  )
  expect((await ownOffers(own)).find(({ id }) => id === sold.productId)).toMatchObject({
    listing: { id: listingId, status: 'draft' },
    onHand: 0,
  })
  await putUp((actor) => as(actor, monday), to.person, listingId)
  expect(await listingsFor(db, [sold.productId], new Date(monday))).toMatchObject([{ available: 0, priceVnd: 90_000 }])
})

test('who gave its last product away is still found where the register led to it', async () => {
  const [from, to] = [await side(), await side()]
  await handOver(from, to)
  expect(await findProducer(anybody, from.slug)).toMatchObject({
    products: [],
    changesOfHands: [{ product: { name: expect.any(String) } }],
  })
  expect(await productsOfProducer(from.ctx, from.producerId)).toEqual([])
})
