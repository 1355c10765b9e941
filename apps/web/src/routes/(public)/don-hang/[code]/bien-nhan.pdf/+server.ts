import { error } from '@sveltejs/kit'
import { orderLinkInput, printReceipt } from '@dacsan/modules/shop'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** A receipt for whoever holds the secret link. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const link = orderLinkInput.safeParse({ code: params.code, secret: url.searchParams.get('k') ?? '' })
  if (!link.success) error(404, 'Not Found')
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  return download(event, await printReceipt(locals.ctx, link.data), { format: 'pdf', name: `bien-nhan-${link.data.code}` })
}
