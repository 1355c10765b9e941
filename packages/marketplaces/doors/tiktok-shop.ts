import { done, refuse } from '@dacsan/decisions'
import { readOrderState } from '../order-status.ts'
import { signTiktokCall } from '../sign-call.ts'
import type { Door, DoorAnswer, DoorCall, DoorKeys, DoorReading } from './door.ts'
import { dayOf, dongOf, fieldsOf, judge, listOf, maskedOf, readJson, textOf } from './reading.ts'
import { formWithFile } from './form-with-file.ts'
import type { Fields } from './reading.ts'
import { isWhole } from './shopee.ts'

const codes = { token: /^(?:105\d{3}|106001)$/, busy: /^(?:36009002|429\d*)$/, missing: /^(?:11\d{3}404|21011\d{3})$/ }

function open(answer: DoorAnswer): DoorReading<Fields> {
  const json = readJson(answer)
  const judged = judge(answer, json && { code: textOf(json['code']), message: textOf(json['message']) }, codes)
  return judged.ok ? done(fieldsOf(json!['data'])) : judged
}

async function call(
  keys: DoorKeys,
  at: number,
  path: string,
  query: Readonly<Record<string, string>>,
  body: object | null = null,
): Promise<DoorCall> {
  const signed = {
    app_key: keys['appKey'] ?? '',
    shop_cipher: keys['shopCipher'] ?? '',
    timestamp: String(Math.floor(at / 1000)),
    ...query,
  }
  const text = body === null ? null : JSON.stringify(body)
  const sign = await signTiktokCall(keys['appSecret'] ?? '', { path, query: signed, body: text })
  return {
    method: body === null ? 'GET' : 'POST',
    host: 'api',
    path: `${path}?${new URLSearchParams({ ...signed, sign })}`,
    headers: { 'content-type': 'application/json', 'x-tts-access-token': keys['accessToken'] ?? '' },
    body: text,
  }
}

/** TikTok Shop 202309. What is put up is a draft (AS_DRAFT); a key that is sent again makes no second one. */
export const tiktokDoor: Door = {
  keyFields: ['appKey', 'appSecret', 'shopId', 'shopCipher', 'warehouseId', 'accessToken', 'refreshToken'],
  shopField: 'shopId',
  hosts: { api: 'https://open-api.tiktokglobalshop.com', auth: 'https://auth.tiktok-shops.com' },
  refresh: {
    write: async (keys) => ({
      method: 'GET',
      host: 'auth',
      path: `/api/v2/token/refresh?${new URLSearchParams({ app_key: keys['appKey'] ?? '', app_secret: keys['appSecret'] ?? '', refresh_token: keys['refreshToken'] ?? '', grant_type: 'refresh_token' })}`,
      headers: {},
      body: null,
    }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [accessToken, refreshToken] = [textOf(read.value['access_token']), textOf(read.value['refresh_token'])]
      return accessToken === '' || refreshToken === '' ? refuse('unreadable') : done({ accessToken, refreshToken })
    },
  },
  changed: {
    write: (keys, { from, to, page }, at) =>
      call(keys, at, '/order/202309/orders/search', { page_size: '50', ...(page !== '' && { page_token: page }) }, {
        update_time_ge: Math.floor(from.getTime() / 1000),
        update_time_lt: Math.floor(to.getTime() / 1000),
      }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      return done({ numbers: listOf(read.value['orders']).map(({ id }) => textOf(id)).filter(Boolean), next: textOf(read.value['next_page_token']) }) // prettier-ignore
    },
  },
  order: {
    write: (keys, { number }, at) => call(keys, at, '/order/202309/orders', { ids: number }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [order] = listOf(read.value['orders'])
      if (!order) return refuse('not-found')
      const status = textOf(order['status'])
      const state = readOrderState('tiktok-shop', status)
      // A line there is one piece.
      const pieces = listOf(order['line_items']).filter((one) => textOf(one['display_status']) !== 'CANCELLED' || state === 'cancelled')
      const grouped = Map.groupBy(pieces, (one) => `${textOf(one['seller_sku'])} ${textOf(one['product_name'])}`)
      const lines = [...grouped.values()].map((some) => ({
        sku: textOf(some[0]!['seller_sku']),
        name: [some[0]!['product_name'], some[0]!['sku_name']].map(textOf).filter(Boolean).join(', '),
        quantity: some.length,
        amountVnd: some.reduce((sum, one) => sum + dongOf(one['original_price']) - (dongOf(one['seller_discount']) || 0), 0),
      }))
      if (state === null || !isWhole(lines)) return refuse('unreadable')
      const buyer = maskedOf(textOf(order['buyer_email']).split('@')[0] ?? '')
      return done({ number: textOf(order['id']), status, state, orderedOn: dayOf(Number(order['create_time'])), buyer, at: Number(order['update_time']), lines }) // prettier-ignore
    },
  },
  find: {
    write: (keys, { sku }, at) => call(keys, at, '/product/202309/products/search', { page_size: '1' }, { seller_skus: [sku] }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read.refusal.code === 'not-found' ? done(null) : read
      const [product] = listOf(read.value['products'])
      const [sku] = listOf(product?.['skus'])
      return done(product && sku ? { itemId: textOf(product['id']), skuId: textOf(sku['id']), place: textOf(listOf(sku['inventory'])[0]?.['warehouse_id']) } : null) // prettier-ignore
    },
  },
  photo: {
    async write(keys, photo, at) {
      const { contentType, body } = formWithFile('data', photo, { use_case: 'MAIN_IMAGE' })
      // A form with files is not signed.
      const asked = await call(keys, at, '/product/202309/images/upload', {})
      return { ...asked, method: 'POST', headers: { ...asked.headers, 'content-type': contentType }, body }
    },
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const uri = textOf(read.value['uri'])
      return uri === '' ? refuse('unreadable') : done(uri)
    },
  },
  attributes: {
    write: (keys, { categoryId }, at) =>
      call(keys, at, `/product/202309/categories/${encodeURIComponent(categoryId)}/attributes`, { locale: 'vi-VN' }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      // What packs differ by is no fact of the product. `is_requried` is how they write it.
      const asked = listOf(read.value['attributes']).filter((one) => textOf(one['type']) !== 'SALES_PROPERTY')
      return done(
        asked.map((one) => ({
          id: textOf(one['id']),
          name: textOf(one['name']),
          isRequired: one['is_requried'] === true || one['is_required'] === true,
          isFree: one['is_customizable'] === true,
          values: listOf(one['values']).map((value) => ({ id: textOf(value['id']), name: textOf(value['name']) })),
        })),
      )
    },
  },
  draft: {
    write: (keys, offer, at) =>
      call(keys, at, '/product/202309/products', {}, {
        save_mode: 'AS_DRAFT',
        title: offer.title,
        description: `<p>${offer.description.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
        category_id: offer.categoryId,
        main_images: offer.photos.map((uri) => ({ uri })),
        product_attributes: offer.attributes.map(({ id, valueId, value }) => ({ id, values: [valueId === '' ? { name: value } : { id: valueId }] })),
        package_weight: { value: (offer.grams / 1000).toFixed(3), unit: 'KILOGRAM' },
        skus: [
          {
            seller_sku: offer.sku,
            ...(offer.gtin !== null && { identifier_code: { code: offer.gtin, type: 'GTIN' } }),
            price: { amount: String(offer.priceVnd), currency: 'VND' },
            inventory: [{ warehouse_id: keys['warehouseId'] ?? '', quantity: offer.stock }],
          },
        ],
        idempotency_key: offer.sku,
      }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [sku] = listOf(read.value['skus'])
      const itemId = textOf(read.value['product_id'])
      return itemId === '' || !sku ? refuse('unreadable') : done({ itemId, skuId: textOf(sku['id']), place: '' })
    },
  },
  stock: {
    write: (keys, { remote, quantity }, at) =>
      call(keys, at, `/product/202309/products/${encodeURIComponent(remote.itemId)}/inventory/update`, {}, {
        skus: [{ id: remote.skuId, inventory: [{ warehouse_id: remote.place || (keys['warehouseId'] ?? ''), quantity }] }],
      }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [failed] = listOf(read.value['errors'])
      return failed ? refuse('refused', { says: textOf(failed['message']).slice(0, 300) }) : done(null)
    },
  },
}
