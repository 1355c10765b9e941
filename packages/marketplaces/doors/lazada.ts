import { done, refuse } from '@dacsan/decisions'
import { channelOrderStates, readOrderState } from '../order-status.ts'
import { signLazadaCall } from '../sign-call.ts'
import type { Door, DoorAnswer, DoorCall, DoorKeys, DoorReading, DraftOffer } from './door.ts'
import { dongOf, fieldsOf, judge, listOf, maskedOf, readJson, textOf } from './reading.ts'
import { formWithFile } from './form-with-file.ts'
import type { Fields } from './reading.ts'
import { isWhole } from './shopee.ts'

// 998: the door is closed while a great sale runs.
const codes = {
  token: /^(?:IllegalAccessToken|IllegalRefreshToken|MissingAccessToken)$/,
  busy: /^(?:ApiCallLimit|998|901)$/,
  missing: /^(?:16|ITEM_NOT_FOUND|201)$/,
}

function open(answer: DoorAnswer): DoorReading<Fields> {
  const json = readJson(answer)
  const judged = judge(answer, json && { code: textOf(json['code']), message: textOf(json['message']) }, codes)
  return judged.ok ? done(json!) : judged
}

async function call(
  keys: DoorKeys,
  at: number,
  path: string,
  values: Readonly<Record<string, string>>,
  { post = false, isAuth = false } = {},
): Promise<DoorCall> {
  const signed: Record<string, string> = {
    app_key: keys['appKey'] ?? '',
    sign_method: 'sha256',
    timestamp: String(at),
    ...(!isAuth && { access_token: keys['accessToken'] ?? '' }),
    ...values,
  }
  const sign = await signLazadaCall(keys['appSecret'] ?? '', { path, values: signed })
  const form = new URLSearchParams({ ...signed, sign }).toString()
  const host = isAuth ? ('auth' as const) : ('api' as const)
  return post
    ? { method: 'POST', host, path: `/rest${path}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form }
    : { method: 'GET', host, path: `/rest${path}?${form}`, headers: {}, body: null }
}

const isTag = (name: string): boolean => /^[a-z]\w{0,60}$/i.test(name) && !['name', 'description', 'brand'].includes(name)
const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const imagesOf = ({ photos }: DraftOffer) =>
  photos.length === 0 ? '' : `<Images>${photos.map((url) => `<Image>${safe(url)}</Image>`).join('')}</Images>`
const attributesOf = ({ attributes }: DraftOffer) => attributes.filter(({ id }) => isTag(id)).map(({ id, value }) => `<${id}>${safe(value)}</${id}>`).join('') // prettier-ignore
/** `2026-11-30 10:11:12 +0700`. */
const momentOf = (text: string): number => Date.parse(text.replace(/^(\S+) (\S+) ([+-]\d{2})(\d{2})$/, '$1T$2$3:$4')) / 1000

/** Lazada Open Platform. What is put up is inactive until the seller shows it. */
export const lazadaDoor: Door = {
  keyFields: ['appKey', 'appSecret', 'sellerId', 'accessToken', 'refreshToken'],
  shopField: 'sellerId',
  hosts: { api: 'https://api.lazada.vn', auth: 'https://auth.lazada.com' },
  refresh: {
    write: (keys, _, at) => call(keys, at, '/auth/token/refresh', { refresh_token: keys['refreshToken'] ?? '' }, { isAuth: true }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const [accessToken, refreshToken] = [textOf(read.value['access_token']), textOf(read.value['refresh_token'])]
      return accessToken === '' || refreshToken === '' ? refuse('unreadable') : done({ accessToken, refreshToken })
    },
  },
  changed: {
    write: (keys, { from, to, page }, at) =>
      call(keys, at, '/orders/get', {
        update_after: from.toISOString(),
        update_before: to.toISOString(),
        limit: '50',
        offset: page || '0',
      }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const data = fieldsOf(read.value['data'])
      const numbers = listOf(data['orders']).map(({ order_number: one }) => textOf(one)).filter(Boolean) // prettier-ignore
      return done({ numbers, next: textOf(data['next_offset']) })
    },
  },
  order: {
    write: (keys, { number }, at) => call(keys, at, '/order/items/get', { order_id: number }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const pieces = listOf(read.value['data'])
      if (pieces.length === 0) return refuse('not-found')
      const told = pieces.map((one) => ({ one, status: textOf(one['status']), state: readOrderState('lazada', textOf(one['status'])) }))
      if (told.some(({ state }) => state === null)) return refuse('unreadable')
      const live = told.filter(({ state }) => state !== 'cancelled')
      const some = live.length > 0 ? live : told
      const least = some.toSorted((a, b) => channelOrderStates.indexOf(a.state!) - channelOrderStates.indexOf(b.state!))[0]!
      const lines = [...Map.groupBy(some, ({ one }) => textOf(one['sku'])).values()].map((group) => ({
        sku: textOf(group[0]!.one['sku']),
        name: textOf(group[0]!.one['name']),
        quantity: group.length,
        amountVnd: group.reduce((sum, { one }) => sum + dongOf(one['item_price']) - (dongOf(one['voucher_seller']) || 0), 0),
      }))
      if (!isWhole(lines)) return refuse('unreadable')
      const moments = some.map(({ one }) => momentOf(textOf(one['updated_at'])))
      const [first] = pieces
      return done({ number: textOf(first!['order_id']), status: least.status, state: least.state!, orderedOn: textOf(first!['created_at']).slice(0, 10), buyer: maskedOf(textOf(first!['buyer_name'])), at: Math.max(...moments), lines }) // prettier-ignore
    },
  },
  find: {
    write: (keys, { sku }, at) => call(keys, at, '/products/get', { sku_seller_list: JSON.stringify([sku]), limit: '1' }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read.refusal.code === 'not-found' ? done(null) : read
      const [product] = listOf(fieldsOf(read.value['data'])['products'])
      const [sku] = listOf(product?.['skus'])
      return done(product && sku ? { itemId: textOf(product['item_id']), skuId: textOf(sku['SkuId']), place: '' } : null)
    },
  },
  photo: {
    async write(keys, photo, at) {
      const { contentType, body } = formWithFile('image', photo)
      // The bytes of a file are not signed.
      const asked = await call(keys, at, '/image/upload', {})
      return { ...asked, method: 'POST', headers: { 'content-type': contentType }, body }
    },
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const url = textOf(fieldsOf(fieldsOf(read.value['data'])['image'])['url'])
      return url === '' ? refuse('unreadable') : done(url)
    },
  },
  attributes: {
    write: (keys, { categoryId }, at) =>
      call(keys, at, '/category/attributes/get', { primary_category_id: categoryId, language_code: 'vi_VN' }),
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      // An attribute is named by a tag of the draft; what has no name for one cannot be said.
      const asked = listOf(read.value['data']).filter((one) => textOf(one['attribute_type']) === 'normal' && isTag(textOf(one['name'])))
      return done(
        asked.map((one) => ({
          id: textOf(one['name']),
          name: textOf(one['label']) || textOf(one['name']),
          isRequired: Number(one['is_mandatory']) === 1,
          isFree: /text|numeric/i.test(textOf(one['input_type'])),
          values: listOf(one['options']).map((value) => ({ id: textOf(value['name']), name: textOf(value['name']) })),
        })),
      )
    },
  },
  draft: {
    write: (keys, offer, at) =>
      call(keys, at, '/product/create', {
        payload: `<Request><Product><PrimaryCategory>${safe(offer.categoryId)}</PrimaryCategory>${imagesOf(offer)}<Attributes><name>${safe(offer.title)}</name><description>${safe(offer.description)}</description><brand>No Brand</brand>${attributesOf(offer)}</Attributes><Skus><Sku><SellerSku>${safe(offer.sku)}</SellerSku><quantity>${offer.stock}</quantity><price>${offer.priceVnd}</price><package_weight>${(offer.grams / 1000).toFixed(3)}</package_weight><Status>inactive</Status></Sku></Skus></Product></Request>`,
      }, { post: true }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      if (!read.ok) return read
      const data = fieldsOf(read.value['data'])
      const [sku] = listOf(data['sku_list'])
      const itemId = textOf(data['item_id'])
      return itemId === '' ? refuse('unreadable') : done({ itemId, skuId: textOf(sku?.['sku_id']), place: '' })
    },
  },
  stock: {
    write: (keys, { sku, remote, quantity }, at) =>
      call(keys, at, '/product/price_quantity/update', {
        payload: `<Request><Product><Skus><Sku><ItemId>${safe(remote.itemId)}</ItemId><SkuId>${safe(remote.skuId)}</SkuId><SellerSku>${safe(sku)}</SellerSku><Quantity>${quantity}</Quantity></Sku></Skus></Product></Request>`,
      }, { post: true }), // prettier-ignore
    read(answer) {
      const read = open(answer)
      return read.ok ? done(null) : read
    },
  },
}
