import { error } from '@sveltejs/kit'
import { chosenOrdersInput, printAddressLabels, printPackingLists, printPickingList } from '@dacsan/modules/shop'
import { packingPage } from '@dacsan/modules/shop/words'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

type Printing = (ctx: App.Locals['ctx'], orderIds: Parameters<typeof printPickingList>[1]) => ReturnType<typeof printPickingList>

const printed: Readonly<Record<string, Printing>> = {
  'nhan-a6': (ctx, orderIds) => printAddressLabels(ctx, orderIds, 'a6'),
  'nhan-a4': (ctx, orderIds) => printAddressLabels(ctx, orderIds, 'a4'),
  'nhat-hang': printPickingList,
  'dong-goi': printPackingLists,
}

/** The papers of the parcels whose orders the address names; it names nobody. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const name = /^([\w-]+)\.pdf$/.exec(params.file)?.[1] ?? ''
  const print = Object.hasOwn(printed, name) ? printed[name] : undefined
  if (!print) error(404)
  const chosen = chosenOrdersInput.safeParse(url.searchParams.getAll('order'))
  if (!chosen.success || chosen.data.length === 0) error(422, { message: packingPage.chooseFirst, detail: packingPage.chooseFirst })
  return download(event, await print(locals.ctx, chosen.data), { format: 'pdf', name })
}
