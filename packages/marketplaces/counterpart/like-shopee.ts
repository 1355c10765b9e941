import { signShopeeCall } from '../sign-call.ts'
import { askedAttributes, counterpartKeys, keepPhoto, pageOf, putUp, renew } from './book.ts'
import type { Answered, Handler, HeldOrder } from './book.ts'

const keys = counterpartKeys.shopee
const minutes = 5 * 60
const no = (error: string, message = error): Answered => ({ status: 200, json: { error, message, response: {} } })
const yes = (response: object): Answered => ({ status: 200, json: { error: '', message: '', response } })

const shown = ({ number, status, createdAt, updatedAt, lines }: HeldOrder) => ({
  order_sn: number,
  order_status: status,
  create_time: createdAt,
  update_time: updatedAt,
  buyer_username: 'n***a',
  item_list: lines.map(({ sku, name, quantity, priceVnd }) => ({
    item_name: name,
    model_sku: sku,
    model_quantity_purchased: quantity,
    model_discounted_price: priceVnd,
  })),
})

/** As Shopee answers: HTTP 200 with `error`. Its clock allows five minutes. */
export const likeShopee: Handler = async (asked, shop, at) => {
  const { path, query, body } = asked
  // The tokens of TikTok Shop lie under the same beginning.
  if (!path.startsWith('/api/v2/') || path.startsWith('/api/v2/token/')) return null
  const timestamp = Number(query.get('timestamp'))
  const isRefresh = path === '/api/v2/auth/access_token/get'
  const isPhoto = path === '/api/v2/media_space/upload_image'
  const accessToken = query.get('access_token') ?? ''
  const sign = await signShopeeCall(keys.partnerKey, {
    partnerId: Number(keys.partnerId),
    path,
    timestamp,
    shop: isRefresh || isPhoto ? null : { accessToken, shopId: Number(keys.shopId) },
  })
  if (query.get('partner_id') !== keys.partnerId || query.get('sign') !== sign) return no('error_sign', 'Wrong sign.')
  if (Math.abs(at / 1000 - timestamp) > minutes) return no('error_param', 'Invalid timestamp.')
  if (isPhoto) {
    const id = await keepPhoto(shop, asked, 'image')
    return id === null ? no('error_param', 'Invalid image.') : yes({ image_info: { image_id: id } })
  }
  const given = (body === '' ? {} : JSON.parse(body)) as Record<string, never>
  if (isRefresh) {
    const renewed = renew(shop, given['refresh_token'] ?? '')
    return renewed
      ? { status: 200, json: { error: '', message: '', ...renewed, expire_in: 14_400 } }
      : no('error_auth', 'Invalid refresh_token.')
  }
  if (accessToken !== shop.accessToken) return no('invalid_access_token', 'Invalid access_token.')
  switch (path) {
    case '/api/v2/order/get_order_list': {
      const { orders, next } = pageOf(shop, {
        from: Number(query.get('time_from')),
        to: Number(query.get('time_to')),
        page: query.get('cursor') ?? '',
      })
      return yes({ more: next !== '', next_cursor: next, order_list: orders.map(({ number }) => ({ order_sn: number })) })
    }
    case '/api/v2/order/get_order_detail': {
      const wanted = (query.get('order_sn_list') ?? '').split(',')
      return yes({ order_list: shop.orders.filter(({ number }) => wanted.includes(number)).map(shown) })
    }
    case '/api/v2/product/search_item': {
      const item = shop.items.find(({ sku }) => sku === query.get('item_sku'))
      return yes({ item_id_list: item ? [Number(item.itemId)] : [] })
    }
    case '/api/v2/product/get_attributes':
      return yes({
        attribute_list: askedAttributes.map(({ id, name, isRequired, values }) => ({
          attribute_id: Number(id),
          original_attribute_name: name,
          display_attribute_name: name,
          is_mandatory: isRequired,
          input_type: values.length > 0 ? 'DROP_DOWN' : 'TEXT_FILED',
          attribute_value_list: values.map((value) => ({
            value_id: Number(value.id),
            original_value_name: value.name,
            display_value_name: value.name,
          })),
        })),
      })
    case '/api/v2/product/add_item': {
      const { item_sku: sku, item_name: title, original_price: priceVnd, seller_stock: [{ stock }], category_id: category, image, attribute_list: said } = given as unknown as { item_sku: string; item_name: string; original_price: number; seller_stock: [{ stock: number }]; category_id: number; image?: { image_id_list: string[] }; attribute_list: { attribute_id: number; attribute_value_list: [{ value_id: number; original_value_name: string }] }[] } // prettier-ignore
      const photos = image?.image_id_list ?? []
      if (photos.some((id) => !shop.photos.includes(id))) return no('product.error_invalid_image', 'Invalid image ID')
      const attributes = Object.fromEntries(said.map((one) => [String(one.attribute_id), one.attribute_value_list[0].original_value_name]))
      if (askedAttributes.some(({ id, isRequired }) => isRequired && !attributes[id]))
        return no('product.error_attribute', 'Mandatory attribute is missing')
      if (!Number.isInteger(category) || category <= 0) return no('product.error_category', 'Invalid category ID')
      return yes({ item_id: Number(putUp(shop, { sku, title, priceVnd, stock, photos, attributes }).itemId) })
    }
    case '/api/v2/product/update_stock': {
      const { item_id: itemId, stock_list: [{ seller_stock: [{ stock }] }] } = given as unknown as { item_id: number; stock_list: [{ seller_stock: [{ stock: number }] }] } // prettier-ignore
      const item = shop.items.find((one) => one.itemId === String(itemId))
      if (!item) return no('product.error_item_not_found', 'Product not found')
      item.stock = stock
      return yes({ success_list: [{}], failure_list: [] })
    }
    default:
      return no('error_not_found')
  }
}
