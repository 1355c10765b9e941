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

export type HeldItem = { sku: string; itemId: string; skuId: string; title: string; priceVnd: number; stock: number }
export type HeldOrder = {
  number: string
  status: string
  createdAt: number
  updatedAt: number
  lines: { sku: string; name: string; quantity: number; priceVnd: number }[]
}
export type HeldShop = { items: HeldItem[]; orders: HeldOrder[]; accessToken: string; refreshToken: string }
export type Book = Readonly<Record<MarketplaceName, HeldShop>>

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | undefined>>
  body: string
}
export type Answered = { status: number; json: unknown }
export type Handler = (asked: Asked, shop: HeldShop, at: number) => Promise<Answered | null>

const shopOf = ({ accessToken, refreshToken }: { accessToken: string; refreshToken: string }): HeldShop => ({
  items: [],
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
