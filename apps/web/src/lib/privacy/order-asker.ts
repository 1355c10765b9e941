import { findPurchase, orderLinkInput } from '@dacsan/modules/shop'
import type { RequestEvent } from '@sveltejs/kit'

type At = Pick<RequestEvent, 'url' | 'locals'> & { params: { code: string } }

/** Who comes with the link of an order: asked for the data of that purchase alone. A wrong secret finds nothing. */
export async function orderAsker({ params, url, locals }: At) {
  const link = orderLinkInput.parse({ code: params.code.slice(0, 20), secret: (url.searchParams.get('k') ?? '').slice(0, 64) })
  return { link, asker: { kind: 'purchase' as const, ...(await findPurchase(locals.ctx, link)) } }
}
