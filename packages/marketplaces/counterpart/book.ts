import type { MarketplaceName } from '../marketplace-names.ts'

/** What opens the shops of the counterpart. */
export const counterpartKeys = {
  shopee: {
    partnerId: '1000001',
    partnerKey: 'test-partner-key-0001',
    shopId: '55512345',
    accessToken: 'shopee-1',
    refreshToken: 'shopee-again-1',
  },
  'tiktok-shop': {
    appKey: '6abc123',
    appSecret: 'tts-secret-0001',
    shopId: '7494049642642441621',
    shopCipher: 'C1',
    warehouseId: 'W1',
    accessToken: 'tiktok-1',
    refreshToken: 'tiktok-again-1',
  },
  lazada: { appKey: '123456', appSecret: 'lz-secret-0001', sellerId: '1234567', accessToken: 'lazada-1', refreshToken: 'lazada-again-1' },
} as const satisfies Record<MarketplaceName, Readonly<Record<string, string>>>

export type HeldItem = {
  sku: string
  itemId: string
  skuId: string
  title: string
  priceVnd: number
  stock: number
  photos: string[]
  /** By the id of the attribute. */
  attributes: Record<string, string>
}
export type HeldOrder = {
  number: string
  status: string
  createdAt: number
  updatedAt: number
  lines: { sku: string; name: string; quantity: number; priceVnd: number }[]
}
export type HeldShop = { items: HeldItem[]; photos: string[]; orders: HeldOrder[]; accessToken: string; refreshToken: string }
export type Book = Readonly<Record<MarketplaceName, HeldShop>>

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | undefined>>
  body: string
  /** The same as it came. */
  bytes: Uint8Array<ArrayBuffer>
}
export type Answered = { status: number; json: unknown }
export type Handler = (asked: Asked, shop: HeldShop, at: number) => Promise<Answered | null>

const shopOf = ({ accessToken, refreshToken }: { accessToken: string; refreshToken: string }): HeldShop => ({
  items: [],
  photos: [],
  orders: [],
  accessToken,
  refreshToken,
})

/** The shops of the counterpart, in memory. */
export const openBook = (): Book => ({
  shopee: shopOf(counterpartKeys.shopee),
  'tiktok-shop': shopOf(counterpartKeys['tiktok-shop']),
  lazada: shopOf(counterpartKeys.lazada),
})

let serial = 100

/** Keeps the photo of a form: null where there is none, or no JPEG. */
export async function keepPhoto(shop: HeldShop, { headers, bytes }: Asked, field: string): Promise<string | null> {
  const form = await new Response(bytes, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData().catch(() => null)
  const file = form?.get(field)
  if (!(file instanceof File)) return null
  const [first, second] = new Uint8Array(await file.arrayBuffer())
  if (first !== 0xff || second !== 0xd8) return null
  const id = `photo-${++serial}`
  shop.photos.push(id)
  return id
}

/** What every category asks here: where a product is from has to be said, by whom and how much may be. */
export const askedAttributes = [
  {
    id: '100037',
    name: 'Xuất xứ',
    isRequired: true,
    values: [
      { id: '792', name: 'Việt Nam' },
      { id: '793', name: 'Thái Lan' },
    ],
  },
  { id: '100999', name: 'Tên tổ chức chịu trách nhiệm sản xuất', isRequired: false, values: [] },
  { id: '101029', name: 'Khối lượng tịnh', isRequired: false, values: [] },
] as const

export function putUp(shop: HeldShop, given: Omit<HeldItem, 'itemId' | 'skuId'>): HeldItem {
  const known = shop.items.find(({ sku }) => sku === given.sku)
  if (known) return known
  const item = { ...given, itemId: String(8_000_000 + ++serial), skuId: String(9_000_000 + serial) }
  shop.items.push(item)
  return item
}

/** A refresh token is good for one time. */
export function renew(shop: HeldShop, given: string): { access_token: string; refresh_token: string } | null {
  if (given !== shop.refreshToken) return null
  shop.accessToken = shop.accessToken.replace(/\d+$/, (count) => String(Number(count) + 1))
  shop.refreshToken = shop.refreshToken.replace(/\d+$/, (count) => String(Number(count) + 1))
  return { access_token: shop.accessToken, refresh_token: shop.refreshToken }
}

/** Orders that changed in a span, in pages of two: whoever reads only the first misses some. */
export function pageOf(
  shop: HeldShop,
  { from, to, page }: { from: number; to: number; page: string },
): { orders: HeldOrder[]; next: string } {
  const found = shop.orders.filter(({ updatedAt }) => updatedAt >= from && updatedAt <= to)
  const start = Number(page || '0')
  return { orders: found.slice(start, start + 2), next: start + 2 < found.length ? String(start + 2) : '' }
}
