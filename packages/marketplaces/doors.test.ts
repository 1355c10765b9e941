import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { counterpartKeys, startCounterpart } from './counterpart/start-counterpart.ts'
import { answerAttributes, doorOf, marketplaceNames, readPush, verifyPush } from './index.ts'
import type { AnsweredAttribute, DoorKeys, DoorStep, MarketplaceName } from './index.ts'

const counterpart = await startCounterpart()
afterAll(() => counterpart.stop())

async function ask<A, R>(keys: DoorKeys, step: DoorStep<A, R>, asked: A, at = Date.now()) {
  const { method, path, headers, body } = await step.write(keys, asked, at)
  const answer = await fetch(counterpart.url + path, { method, headers, body })
  return step.read({ status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) })
}
const categories: Readonly<Record<MarketplaceName, string>> = { shopee: '100629', 'tiktok-shop': '700437', lazada: '10000347' }

describe.each(marketplaceNames)('the door of %s', (name) => {
  const door = doorOf(name)
  let keys: DoorKeys
  const offer = {
    sku: `pck_${name}`,
    title: 'Mứt dừa sáp Cầu Kè hũ thủy tinh 200 g',
    description: 'Dừa & đường <ít>',
    priceVnd: 85_000,
    stock: 7,
    grams: 450,
    categoryId: categories[name],
    gtin: '8931234567892',
    photos: [] as string[],
    attributes: [] as AnsweredAttribute[],
  }
  beforeEach(() => {
    const { accessToken, refreshToken } = counterpart.shops[name]
    keys = { ...counterpartKeys[name], accessToken, refreshToken }
  })

  test('puts a pack up as a draft, finds it by its code, and tells it the stock', async () => {
    expect(await ask(keys, door.find, { sku: offer.sku })).toEqual({ ok: true, value: null })
    const asked = await ask(keys, door.attributes, { categoryId: offer.categoryId })
    const photo = await ask(keys, door.photo, {
      bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 13, 10, 13, 10, 45, 45]),
      name: 'ảnh 1.jpg',
    })
    if (!asked.ok || !photo.ok) throw new Error(JSON.stringify([asked, photo]))
    const facts = { origin: 'Viet Nam', maker: 'HTX Dừa & Sáp', netContent: '200 g' }
    const { answers, unanswered } = answerAttributes(asked.value, facts)
    expect([answers.length, unanswered]).toEqual([3, []])
    Object.assign(offer, { photos: [photo.value], attributes: answers })
    const drawn = await ask(keys, door.draft, offer)
    const found = await ask(keys, door.find, { sku: offer.sku })
    if (!drawn.ok || !found.ok || found.value === null) throw new Error(JSON.stringify([drawn, found]))
    expect(found.value.itemId).toBe(drawn.value.itemId)
    expect(counterpart.shops[name].items).toMatchObject([
      {
        title: offer.title,
        priceVnd: 85_000,
        stock: 7,
        photos: offer.photos,
        attributes: { '100037': 'Việt Nam', '100999': 'HTX Dừa & Sáp', '101029': '200 g' },
      },
    ])
    expect(await ask(keys, door.stock, { sku: offer.sku, remote: found.value, quantity: 4 })).toEqual({ ok: true, value: null })
    expect(counterpart.stockOf(name, offer.sku)).toBe(4)
    // A second time it is the same.
    expect(await ask(keys, door.draft, offer)).toMatchObject({ value: { itemId: drawn.value.itemId } })
  })

  test('is told no where a photo is none, or a draft names one that was never put there', async () => {
    expect(await ask(keys, door.photo, { bytes: new Uint8Array([1, 2, 3]), name: 'x.jpg' })).toMatchObject({ refusal: { code: 'refused' } })
    expect(await ask(keys, door.draft, { ...offer, sku: 'pck_other', photos: ['photo-of-nobody'] })).toMatchObject({
      refusal: { code: 'refused' },
    })
  })

  test('reads all pages of what changed, and an order with its masked buyer and its pieces', async () => {
    const numbers = []
    for (let count = 0; count < 5; count++) numbers.push((await counterpart.order(name, offer.sku, 2)).number)
    const seen: string[] = []
    let page = ''
    do {
      const read = await ask(keys, door.changed, { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000), page })
      if (!read.ok) throw new Error(JSON.stringify(read))
      seen.push(...read.value.numbers)
      page = read.value.next
    } while (page !== '')
    expect(seen).toEqual(numbers)
    const read = await ask(keys, door.order, { number: numbers[0]! })
    expect(read).toMatchObject({
      value: { number: numbers[0], state: 'to-ship', lines: [{ sku: offer.sku, quantity: 2, amountVnd: 170_000 }] },
    })
    expect(read.ok && read.value.buyer).toMatch(/\*/)
    expect(read.ok && read.value.at).toBeGreaterThan(1_700_000_000)
    expect(await ask(keys, door.order, { number: '1' })).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('is turned away with a wrong signature, an old clock, too many calls, and an access token that ran out until it is renewed', async () => {
    const asked = { number: counterpart.shops[name].orders[0]!.number }
    const secret = name === 'shopee' ? 'partnerKey' : 'appSecret'
    expect((await ask({ ...keys, [secret]: 'falsch' }, door.order, asked)).ok).toBe(false)
    expect((await ask(keys, door.order, asked, Date.now() - 3 * 3_600_000)).ok).toBe(false)
    counterpart.limit()
    expect(await ask(keys, door.order, asked)).toMatchObject({ refusal: { code: 'busy' } })
    counterpart.expire(name)
    expect(await ask(keys, door.order, asked)).toMatchObject({ refusal: { code: 'token-refused' } })
    const renewed = await ask(keys, door.refresh, null)
    if (!renewed.ok) throw new Error(JSON.stringify(renewed))
    expect((await ask({ ...keys, ...renewed.value }, door.order, asked)).ok).toBe(true)
    expect((await ask(keys, door.refresh, null)).ok).toBe(false)
  })

  test('reads nothing into an answer that is none', () => {
    for (const text of ['', '<html>', '[]', 'null', '{"error":"","response":{"order_list":[{"order_sn":"1","order_status":"NEW_WORD"}]}}'])
      expect(door.order.read({ status: 200, body: new TextEncoder().encode(text) }).ok).toBe(false)
    expect(door.order.read({ status: 502, body: new Uint8Array() })).toEqual({ ok: false, refusal: { code: 'busy' } })
  })
})

test('pushes of the counterpart bear the signature that their marketplace makes, and say of which order they are', async () => {
  const { createServer } = await import('node:http')
  const heard: { body: Uint8Array; authorization: string | undefined }[] = []
  const listener = createServer((request, response) => {
    const parts: Buffer[] = []
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        heard.push({ body: new Uint8Array(Buffer.concat(parts)), authorization: request.headers.authorization })
        response.end()
      })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(listener.address() as { port: number }).port}/webhooks/x`
  for (const name of marketplaceNames) {
    counterpart.pushTo[name] = url
    const { number, told } = await counterpart.order(name, 'x', 1)
    expect(told).toBe(200)
    const push = heard.at(-1)!
    const keys =
      name === 'shopee'
        ? { secret: counterpartKeys.shopee.partnerKey, appKey: '', url }
        : { secret: counterpartKeys[name].appSecret, appKey: counterpartKeys[name].appKey, url }
    expect(await verifyPush(name, keys, push)).toEqual({ ok: true, value: null })
    expect(readPush(name, push.body)).toMatchObject({ value: { order: { number } } })
  }
  await new Promise((resolve) => listener.close(resolve))
})

test('what a category asks is answered by what is known, never by a value that only looks like it', () => {
  const values = [{ id: '7', name: 'Vietnam' }]
  const asked = [
    { id: '1', name: 'Xuất xứ', isRequired: true, isFree: false, values },
    { id: '2', name: 'Địa chỉ tổ chức chịu trách nhiệm sản xuất', isRequired: true, isFree: true, values: [] },
    { id: '3', name: 'Khối lượng tịnh', isRequired: false, isFree: false, values: [{ id: '9', name: '2 kg' }] },
    { id: '4', name: 'Nhà sản xuất', isRequired: false, isFree: true, values: [] },
  ]
  expect(answerAttributes(asked, { origin: 'Việt Nam', maker: 'HTX Trà', netContent: '200 g' })).toEqual({
    answers: [
      { id: '1', valueId: '7', value: 'Vietnam' },
      { id: '4', valueId: '', value: 'HTX Trà' },
    ],
    unanswered: ['Địa chỉ tổ chức chịu trách nhiệm sản xuất'],
  })
})
