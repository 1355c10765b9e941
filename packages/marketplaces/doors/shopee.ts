import { done, refuse } from '@dacsan/decisions'
import { readOrderState } from '../order-status.ts'
import { signShopeeCall } from '../sign-call.ts'
import type { Door, DoorAnswer, DoorCall, DoorKeys, DoorReading, RemoteOffer } from './door.ts'
import { dayOf, dongOf, fieldsOf, judge, listOf, maskedOf, readJson, textOf } from './reading.ts'
import { formWithFile } from './form-with-file.ts'
import type { Fields } from './reading.ts'

const codes = {
  token: /^(?:invalid_access_token|invalid_acceess_token|error_auth)$/,
  busy: /limit|busy|system/i,
  missing: /not_found|order_not/i,
}

function open(answer: DoorAnswer): DoorReading<Fields> {
  const json = readJson(answer)
  const judged = judge(answer, json && { code: textOf(json['error']), message: textOf(json['message']) }, codes)
  return judged.ok ? done(fieldsOf(json!['response'])) : judged
}

async function call(
  keys: DoorKeys,
  at: number,
  path: string,
  query: Readonly<Record<string, string>>,
  body: object | null = null,
): Promise<DoorCall> {
  const timestamp = Math.floor(at / 1000)
  const [partnerId, shopId, accessToken] = [Number(keys['partnerId']), Number(keys['shopId']), keys['accessToken'] ?? '']
  const sign = await signShopeeCall(keys['partnerKey'] ?? '', { partnerId, path, timestamp, shop: { accessToken, shopId } })
  const signed = { partner_id: String(partnerId), timestamp: String(timestamp), access_token: accessToken, shop_id: String(shopId), sign }
  return {
    method: body === null ? 'GET' : 'POST',
    host: 'api',
    path: `${path}?${new URLSearchParams({ ...signed, ...query })}`,
    headers: { 'content-type': 'application/json' },
    body: body === null ? null : JSON.stringify(body),
  }
}

const remoteOf = (item: Fields): RemoteOffer | null => {
  const itemId = textOf(item['item_id'])
  return itemId === '' ? null : { itemId, skuId: textOf(item['model_id']) || '0', place: '' }
}

/** Shopee Open Platform v2. A shop has no draft there: what is put up is not listed (UNLIST). */
export const shopeeDoor: Door = {
  keyFields: ['partnerId', 'partnerKey', 'shopId', 'accessToken', 'refreshToken'],
  shopField: 'shopId',
  hosts: { api: 'https://partner.shopeemobile.com', auth: 'https://partner.shopeemobile.com' },
  refresh: {
    async write(keys, _, at) {
      const [path, timestamp] = ['/api/v2/auth/access_token/get', Math.floor(at / 1000)]
      const partnerId = Number(keys['partnerId'])
      const sign = await signShopeeCall(keys['partnerKey'] ?? '', { partnerId, path, timestamp, shop: null })
      const body = JSON.stringify({ refresh_token: keys['refreshToken'], shop_id: Number(keys['shopId']), partner_id: partnerId })
      const query = new URLSearchParams({ partner_id: String(partnerId), timestamp: String(timestamp), sign })
      return { method: 'POST', host: 'auth', path: `${path}?${query}`, headers: { 'content-type': 'application/json' }, body }
    },
    read(answer) {
      const json = readJson(answer)
      const judged = judge(answer, json && { code: textOf(json['error']), message: textOf(json['message']) }, codes)
      if (!judged.ok) return judged
      const [accessToken, refreshToken] = [textOf(json!['access_token']), textOf(json!['refresh_token'])]
      return accessToken === '' || refreshToken === '' ? refuse('unreadable') : done({ accessToken, refreshToken })
    },
  },
  changed: {
    write: (keys, { from, to, page }, at) =>
      call(keys, at, '/api/v2/order/get_order_list', {
        time_range_field: 'update_time',
        time_from: String(Math.floor(from.getTime() / 1000)),
        time_to: String(Math.floor(to.getTime() / 1000)),
        page_size: '50',
        cursor: page,
      }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const { more, next_cursor: next } = read.value
      return done({ numbers: listOf(read.value['order_list']).map(({ order_sn: one }) => textOf(one)).filter(Boolean), next: more === true ? textOf(next) : '' }) // prettier-ignore
    },
  },
  order: {
    write: (keys, { number }, at) =>
      call(keys, at, '/api/v2/order/get_order_detail', {
        order_sn_list: number,
        response_optional_fields: 'buyer_username,item_list,total_amount',
      }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [order] = listOf(read.value['order_list'])
      if (!order) return refuse('not-found')
      const status = textOf(order['order_status'])
      const state = readOrderState('shopee', status)
      const lines = listOf(order['item_list']).map((item) => {
        const quantity = Number(item['model_quantity_purchased'])
        const name = [item['item_name'], item['model_name']].map(textOf).filter(Boolean).join(', ')
        return {
          sku: textOf(item['model_sku']) || textOf(item['item_sku']),
          name,
          quantity,
          amountVnd: dongOf(item['model_discounted_price']) * quantity,
        }
      })
      if (state === null || !isWhole(lines)) return refuse('unreadable')
      return done({ number: textOf(order['order_sn']), status, state, orderedOn: dayOf(Number(order['create_time'])), buyer: maskedOf(textOf(order['buyer_username'])), at: Number(order['update_time']), lines }) // prettier-ignore
    },
  },
  find: {
    write: (keys, { sku }, at) => call(keys, at, '/api/v2/product/search_item', { item_sku: sku, page_size: '1' }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read.refusal.code === 'not-found' ? done(null) : read
      const [first] = (read.value['item_id_list'] as unknown[] | undefined) ?? []
      return done(first === undefined ? null : remoteOf({ item_id: first }))
    },
  },
  photo: {
    // The space of photos is the partner's: signed without a shop.
    async write(keys, photo, at) {
      const [path, timestamp] = ['/api/v2/media_space/upload_image', Math.floor(at / 1000)]
      const partnerId = Number(keys['partnerId'])
      const sign = await signShopeeCall(keys['partnerKey'] ?? '', { partnerId, path, timestamp, shop: null })
      const query = new URLSearchParams({ partner_id: String(partnerId), timestamp: String(timestamp), sign })
      const { contentType, body } = formWithFile('image', photo)
      return { method: 'POST', host: 'api', path: `${path}?${query}`, headers: { 'content-type': contentType }, body }
    },
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const id = textOf(fieldsOf(read.value['image_info'])['image_id'])
      return id === '' ? refuse('unreadable') : done(id)
    },
  },
  attributes: {
    write: (keys, { categoryId }, at) => call(keys, at, '/api/v2/product/get_attributes', { category_id: categoryId, language: 'vi' }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      return done(
        listOf(read.value['attribute_list']).map((one) => ({
          id: textOf(one['attribute_id']),
          name: textOf(one['display_attribute_name']) || textOf(one['original_attribute_name']),
          isRequired: one['is_mandatory'] === true,
          isFree: /TEXT|COMBO/.test(textOf(one['input_type'])),
          values: listOf(one['attribute_value_list']).map((value) => ({
            id: textOf(value['value_id']),
            name: textOf(value['display_value_name']) || textOf(value['original_value_name']),
          })),
        })),
      )
    },
  },
  draft: {
    write: (keys, offer, at) =>
      call(keys, at, '/api/v2/product/add_item', {}, {
        item_name: offer.title,
        description: offer.description,
        original_price: offer.priceVnd,
        weight: offer.grams / 1000,
        category_id: Number(offer.categoryId),
        item_sku: offer.sku,
        item_status: 'UNLIST',
        brand: { brand_id: 0, original_brand_name: 'No Brand' },
        seller_stock: [{ stock: offer.stock }],
        ...(offer.photos.length > 0 && { image: { image_id_list: offer.photos } }),
        ...(offer.gtin !== null && { gtin_code: offer.gtin }),
        attribute_list: offer.attributes.map(({ id, valueId, value }) => ({
          attribute_id: Number(id),
          attribute_value_list: [{ value_id: Number(valueId || '0'), original_value_name: value }],
        })),
      }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const remote = remoteOf(read.value)
      return remote ? done(remote) : refuse('unreadable')
    },
  },
  stock: {
    write: (keys, { remote, quantity }, at) =>
      call(keys, at, '/api/v2/product/update_stock', {}, {
        item_id: Number(remote.itemId),
        stock_list: [{ model_id: Number(remote.skuId), seller_stock: [{ stock: quantity }] }],
      }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [failed] = listOf(read.value['failure_list'])
      return failed ? refuse('refused', { says: textOf(failed['failed_reason']).slice(0, 300) }) : done(null)
    },
  },
}

/** Lines of which every number is whole: half a line would take half of its goods. */
export const isWhole = (lines: readonly { quantity: number; amountVnd: number }[]): boolean =>
  lines.length > 0 &&
  lines.every(
    ({ quantity, amountVnd }) => Number.isSafeInteger(quantity) && quantity > 0 && Number.isSafeInteger(amountVnd) && amountVnd >= 0,
  )
