import { signTiktokCall } from '../sign-call.ts'
import { askedAttributes, counterpartKeys, keepPhoto, pageOf, putUp, renew } from './book.ts'
import type { Answered, Handler, HeldOrder } from './book.ts'

const keys = counterpartKeys['tiktok-shop']
const no = (code: number, message: string): Answered => ({ status: 200, json: { code, message } })
const yes = (data: object): Answered => ({ status: 200, json: { code: 0, message: 'Success', data } })

const shown = ({ number, status, createdAt, updatedAt, lines }: HeldOrder) => ({
  id: number,
  status,
  create_time: createdAt,
  update_time: updatedAt,
  buyer_email: 'n***a@scs.tiktokw.us',
  line_items: lines.flatMap(({ sku, name, quantity, priceVnd }) =>
    Array.from({ length: quantity }, () => ({
      seller_sku: sku,
      product_name: name,
      sku_name: '',
      original_price: String(priceVnd),
      seller_discount: '0',
      display_status: status,
    })),
  ),
})

/** As TikTok Shop answers: `code` 0, with the text of the body in what is signed. */
export const likeTiktok: Handler = async (asked, shop, at) => {
  const { path, query, headers, body } = asked
  const isForm = headers['content-type']?.startsWith('multipart/') === true
  if (path === '/api/v2/token/refresh') {
    if (query.get('app_secret') !== keys.appSecret) return no(36_004_004, 'app_secret is wrong')
    const renewed = renew(shop, query.get('refresh_token') ?? '')
    return renewed ? yes({ ...renewed, access_token_expire_in: 604_800 }) : no(105_002, 'Expired credentials')
  }
  if (!/^\/(?:order|product)\/202309\//.test(path)) return null
  const signed = await signTiktokCall(keys.appSecret, { path, query: Object.fromEntries(query), body: body === '' || isForm ? null : body })
  if (query.get('app_key') !== keys.appKey || query.get('shop_cipher') !== keys.shopCipher || query.get('sign') !== signed)
    return no(106_001 + 1, 'Invalid sign')
  if (Math.abs(at / 1000 - Number(query.get('timestamp'))) > 300) return no(106_003, 'Timestamp is expired')
  if (headers['x-tts-access-token'] !== shop.accessToken) return no(105_002, 'Expired credentials')
  if (path === '/product/202309/images/upload') {
    const uri = await keepPhoto(shop, asked, 'data')
    return uri === null ? no(12_052_900, 'Image is invalid') : yes({ uri, use_case: 'MAIN_IMAGE' })
  }
  if (/^\/product\/202309\/categories\/\d+\/attributes$/.test(path))
    return yes({
      attributes: askedAttributes.map(({ id, name, isRequired, values }) => ({ id, name, type: 'PRODUCT_PROPERTY', is_requried: isRequired, is_customizable: values.length === 0, values })),
    }) // prettier-ignore
  const given = (body === '' ? {} : JSON.parse(body)) as Record<string, never>
  if (path === '/order/202309/orders/search') {
    const { orders, next } = pageOf(shop, {
      from: given['update_time_ge'] ?? 0,
      to: given['update_time_lt'] ?? 0,
      page: query.get('page_token') ?? '',
    })
    return yes({ orders: orders.map(shown), next_page_token: next })
  }
  if (path === '/order/202309/orders') return yes({ orders: shop.orders.filter(({ number }) => number === query.get('ids')).map(shown) })
  if (path === '/product/202309/products/search') {
    const wanted = (given['seller_skus'] ?? []) as string[]
    return yes({ products: shop.items.filter(({ sku }) => wanted.includes(sku)).map(({ itemId, skuId }) => ({ id: itemId, skus: [{ id: skuId, inventory: [{ warehouse_id: keys.warehouseId }] }] })) }) // prettier-ignore
  }
  if (path === '/product/202309/products') {
    const { title, save_mode: mode, main_images: images, product_attributes: said, skus: [sku] } = given as unknown as { title: string; save_mode: string; main_images: { uri: string }[]; product_attributes: { id: string; values: [{ id?: string; name?: string }] }[]; skus: [{ seller_sku: string; price: { amount: string }; inventory: [{ quantity: number }] }] } // prettier-ignore
    if ([...title].length < 25 || [...title].length > 255) return no(12_052_003, 'Product title must be 25 to 255 characters')
    if (mode !== 'AS_DRAFT') return no(12_052_004, 'Certifications are missing')
    const photos = images.map(({ uri }) => uri)
    if (photos.some((uri) => !shop.photos.includes(uri))) return no(12_052_901, 'Image uri is invalid')
    const nameOf = (id: string, value: { id?: string; name?: string }) => askedAttributes.find((one) => one.id === id)?.values.find((one) => one.id === value.id)?.name ?? value.name ?? '' // prettier-ignore
    const attributes = Object.fromEntries(said.map(({ id, values: [value] }) => [id, nameOf(id, value)]))
    const item = putUp(shop, {
      photos,
      attributes,
      sku: sku.seller_sku,
      title,
      priceVnd: Number(sku.price.amount),
      stock: sku.inventory[0].quantity,
    })
    return yes({ product_id: item.itemId, skus: [{ id: item.skuId, seller_sku: item.sku }] })
  }
  const [, itemId] = /^\/product\/202309\/products\/(\d+)\/inventory\/update$/.exec(path) ?? []
  const item = shop.items.find((one) => one.itemId === itemId)
  if (!item) return no(12_019_404, 'Product not found')
  const { skus: [{ inventory: [{ quantity }] }] } = given as unknown as { skus: [{ inventory: [{ quantity: number }] }] } // prettier-ignore
  item.stock = quantity
  return yes({})
}
