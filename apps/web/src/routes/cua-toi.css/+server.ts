import { countCart } from '@dacsan/modules/shop'
import { rememberSeen, remembersSeen } from '#lib/catalogue/own-list-cookie.ts'
import { cartOf } from '#lib/shop/cart-cookie.ts'
import type { RequestHandler } from './$types'

/**
 * What pages that are the same for everybody say to one reader alone, without a script: how much lies in his cart. A style sheet at the end of the page, which
 * no memory and no cache in between may keep.
 */
export const GET: RequestHandler = async (event) => {
  const seen = event.url.searchParams.get('xem')
  if (seen !== null && remembersSeen(event)) rememberSeen(event, seen)
  const count = await countCart(event.locals.ctx, cartOf(event))
  return new Response(count === 0 ? '' : `.cart-link::after{content:"${count}"}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-cache', vary: 'Cookie' },
  })
}
