import { error } from '@sveltejs/kit'
import { currentRuntime } from '@dacsan/modules/runtime'
import { printPriceList, wholesalePack } from '@dacsan/modules/shop'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  switch (event.params.file) {
    case 'bang-gia.pdf':
      return download(event, await printPriceList(ctx, 'pdf'), { format: 'pdf', name: 'bang-gia' })
    case 'bang-gia.xlsx':
      return download(event, await printPriceList(ctx, 'xlsx'), { format: 'xlsx', name: 'bang-gia' })
    case 'giay-to.zip':
      return download(event, await wholesalePack(ctx, { origin: currentRuntime().config.origin }), {
        format: 'zip',
        name: 'bang-gia-va-giay-to',
      })
    default:
      error(404)
  }
}
