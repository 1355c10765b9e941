import { signOut } from '@dacsan/modules/identity'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

// Whoever takes the telephone next finds nothing of it by “back”. The cookies stay: the cart is nobody's secret, and that of the device keeps its
// owner's way in open while somebody guesses at the account.
const forget = { 'clear-site-data': '"cache", "storage"', 'cache-control': 'private, no-store' }

export const POST: RequestHandler = async (event) => {
  event.locals.setCookies.push(...(await signOut(signInRequestOf(event))))
  return new Response(null, { status: 303, headers: { location: paths.home, ...forget } })
}
