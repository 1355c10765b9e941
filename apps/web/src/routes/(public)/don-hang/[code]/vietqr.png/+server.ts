import { error } from '@sveltejs/kit'
import { qrModules } from '@dacsan/gs1/qr'
import { findOrderByLink, orderLinkInput } from '@dacsan/modules/shop'
import { drawSquares } from '@dacsan/platform/draw-squares'
import type { RequestHandler } from './$types'

/** The VietQR as a picture to keep: a phone cannot scan its own screen, its bank application opens the saved picture. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const link = orderLinkInput.safeParse({ code: params.code, secret: url.searchParams.get('k') ?? '' })
  if (!link.success) error(404, 'Not Found')
  const { order } = await findOrderByLink(locals.ctx, link.data)
  if (!order.transfer) error(404, 'Not Found')
  const image = await drawSquares(qrModules(order.transfer.payload), { scale: 16, margin: 4 })
  return new Response(new Uint8Array(image), {
    headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="vietqr-${order.code}.png"` },
  })
}
