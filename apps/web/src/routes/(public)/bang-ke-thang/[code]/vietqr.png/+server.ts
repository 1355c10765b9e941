import { error } from '@sveltejs/kit'
import { qrModules } from '@dacsan/gs1/qr'
import { billLinkInput, findBillByLink } from '@dacsan/modules/shop'
import { drawSquares } from '@dacsan/platform/draw-squares'
import type { RequestHandler } from './$types'

/** The VietQR of a bill as a picture to keep: a phone cannot scan its own screen. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const link = billLinkInput.safeParse({ code: params.code, secret: url.searchParams.get('k') ?? '' })
  if (!link.success) error(404, 'Not Found')
  const { bill } = await findBillByLink(locals.ctx, link.data)
  if (!bill.transfer) error(404, 'Not Found')
  const image = await drawSquares(qrModules(bill.transfer.payload), { scale: 16, margin: 4 })
  return new Response(new Uint8Array(image), {
    headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="vietqr-${bill.code}.png"` },
  })
}
