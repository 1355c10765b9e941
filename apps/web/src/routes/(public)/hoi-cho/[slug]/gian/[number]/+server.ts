import { qrModules } from '@dacsan/gs1/qr'
import { findStall } from '@dacsan/modules/promotion'
import { drawSquares } from '@dacsan/platform/draw-squares'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The code that hangs at a stand: it leads to its place in the catalogue of the fair. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
  const { slug, number } = await findStall(ctx, params.slug, params.number)
  const image = await drawSquares(qrModules(url.origin + paths.fairStall(slug, number)), { scale: 16, margin: 4 })
  return new Response(new Uint8Array(image), {
    headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="gian-${number.replaceAll(/[^\w-]/g, '')}.png"` },
  })
}
