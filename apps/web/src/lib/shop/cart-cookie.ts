import { isCartId } from '@dacsan/modules/shop'
import type { CartId } from '@dacsan/modules/shop/rules'
import type { RequestEvent } from '@sveltejs/kit'

// Over https the prefix binds the cookie to this host and path; a browser refuses it otherwise.
const nameAt = (url: URL) => (url.protocol === 'https:' ? '__Host-gio' : 'gio')

/** The cart of this browser: a long random name that says nothing about anybody. */
export function cartOf({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): CartId | null {
  const kept = cookies.get(nameAt(url))
  return isCartId(kept) ? kept : null
}

export function keepCart({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, cartId: CartId): void {
  const secure = url.protocol === 'https:'
  cookies.set(nameAt(url), cartId, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 })
}
