import { signLazadaCall } from '../sign-call.ts'
import { askedAttributes, counterpartKeys, keepPhoto, pageOf, putUp, renew } from './book.ts'
import type { Answered, Handler } from './book.ts'

const keys = counterpartKeys.lazada
const no = (code: string, message: string): Answered => ({ status: 200, json: { type: 'ISV', code, message, request_id: '1' } })
const yes = (more: object): Answered => ({ status: 200, json: { code: '0', request_id: '1', ...more } })
const momentText = (seconds: number) => `${new Date(seconds * 1000 + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} +0700`
const tag = (xml: string, name: string) =>
  (new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** As Lazada answers: `code` "0" as text, a row for each piece of an order. Its clock allows two hours. */
export const likeLazada: Handler = async (asked, shop, at) => {
  const { path, query, body, headers } = asked
  const isForm = headers['content-type']?.startsWith('multipart/') === true
  if (!path.startsWith('/rest/')) return null
  const values = Object.fromEntries(body === '' || isForm ? query : new URLSearchParams(body))
  const name = path.slice('/rest'.length)
  if (values['app_key'] !== keys.appKey || values['sign'] !== (await signLazadaCall(keys.appSecret, { path: name, values })))
    return no('IncompleteSignature', 'The request signature does not conform to platform standards')
  if (Math.abs(at - Number(values['timestamp'])) > 7_200_000) return no('IllegalTimestamp', 'The timestamp is outside two hours')
  if (name === '/auth/token/refresh') {
    const renewed = renew(shop, values['refresh_token'] ?? '')
    return renewed
      ? yes({ ...renewed, expires_in: 2_592_000 })
      : no('IllegalRefreshToken', 'The specified refresh token is invalid or expired')
  }
  if (values['access_token'] !== shop.accessToken) return no('IllegalAccessToken', 'The specified access token is invalid or expired')
  switch (name) {
    case '/orders/get': {
      const [from, to] = [values['update_after'], values['update_before']].map((text) => Date.parse(text ?? '') / 1000)
      const { orders, next } = pageOf(shop, { from: from!, to: to!, page: values['offset'] ?? '' })
      return yes({
        data: {
          count: orders.length,
          orders: orders.map(({ number }) => ({ order_number: Number(number), order_id: Number(number) })),
          ...(next !== '' && { next_offset: next }),
        },
      })
    }
    case '/order/items/get': {
      const order = shop.orders.find(({ number }) => number === values['order_id'])
      if (!order) return no('16', 'Invalid Order ID')
      const piece = {
        order_id: Number(order.number),
        status: order.status,
        created_at: momentText(order.createdAt),
        updated_at: momentText(order.updatedAt),
        buyer_name: '*****',
      }
      return yes({
        data: order.lines.flatMap(({ sku, name: said, quantity, priceVnd }) =>
          Array.from({ length: quantity }, () => ({ ...piece, sku, name: said, item_price: priceVnd, voucher_seller: 0 })),
        ),
      })
    }
    case '/products/get': {
      const wanted = JSON.parse(values['sku_seller_list'] ?? '[]') as string[]
      return yes({
        data: {
          products: shop.items
            .filter(({ sku }) => wanted.includes(sku))
            .map(({ itemId, skuId, sku }) => ({ item_id: Number(itemId), skus: [{ SkuId: Number(skuId), SellerSku: sku }] })),
        },
      })
    }
    case '/image/upload': {
      const id = await keepPhoto(shop, asked, 'image')
      return id === null ? no('302', 'Invalid image') : yes({ data: { image: { hash_code: id, url: id } } })
    }
    case '/category/attributes/get':
      return yes({
        data: askedAttributes.map(({ id, name: label, isRequired, values }) => ({
          name: `a_${id}`,
          label,
          attribute_type: 'normal',
          is_mandatory: isRequired ? 1 : 0,
          input_type: values.length > 0 ? 'singleSelect' : 'text',
          options: values.map((value) => ({ name: value.name })),
        })),
      })
    case '/product/create': {
      const xml = values['payload'] ?? ''
      if (!/^\d+$/.test(tag(xml, 'PrimaryCategory'))) return no('500', 'PRIMARY_CATEGORY is missing')
      const photos = [...xml.matchAll(/<Image>([^<]*)<\/Image>/g)].map(([, url]) => url!)
      if (photos.some((url) => !shop.photos.includes(url))) return no('302', 'Image URL is not of Lazada')
      const attributes = Object.fromEntries(askedAttributes.flatMap(({ id }) => (tag(xml, `a_${id}`) ? [[id, tag(xml, `a_${id}`)]] : [])))
      const item = putUp(shop, {
        sku: tag(xml, 'SellerSku'),
        photos,
        attributes,
        title: tag(xml, 'name'),
        priceVnd: Number(tag(xml, 'price')),
        stock: Number(tag(xml, 'quantity')),
      })
      return yes({ data: { item_id: Number(item.itemId), sku_list: [{ sku_id: Number(item.skuId), seller_sku: item.sku }] } })
    }
    case '/product/price_quantity/update': {
      const xml = values['payload'] ?? ''
      const item = shop.items.find(({ itemId }) => itemId === tag(xml, 'ItemId'))
      if (!item) return no('ITEM_NOT_FOUND', 'Item not found')
      item.stock = Number(tag(xml, 'Quantity'))
      return yes({})
    }
    default:
      return no('InvalidApiPath', 'The specified API path is invalid')
  }
}
