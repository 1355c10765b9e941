import { fail } from '@sveltejs/kit'
import { chosenOrdersInput, findPacking, handOver, packOrder, unpackOrder } from '@dacsan/modules/shop'
import { packingPage as words, sayRefusal } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => findPacking(ctx)

type OrderId = Parameters<typeof packOrder>[1]['orderId']
type Act = (ctx: App.Locals['ctx'], input: { orderId: OrderId }) => Promise<{ ok: true } | { ok: false; refusal: ShopRefusal }>

/** The order whose own button was pressed, else all that are chosen. Each is done by itself: what one of them lacks keeps no other back. */
const forEach = (act: Act) => async (event: RequestEvent) => {
  const { ctx } = event.locals
  const form = await readFormData(event.request)
  const one = form.get('one')
  const chosen = chosenOrdersInput.safeParse(typeof one === 'string' ? one : form.getAll('order'))
  const orderIds = chosen.success ? chosen.data : []
  if (orderIds.length === 0)
    return fail(422, { chosen: [] as string[], done: 0, errors: { form: words.chooseFirst } as Record<string, string> })
  const codes = new Map((await findPacking(ctx)).orders.map(({ id, code }) => [id as string, code]))
  const refused: { id: string; why: string }[] = []
  for (const orderId of orderIds) {
    const outcome = await act(ctx, { orderId })
    if (!outcome.ok) refused.push({ id: orderId, why: words.refused(codes.get(orderId) ?? '', sayRefusal(outcome.refusal)) })
  }
  const done = orderIds.length - refused.length
  if (refused.length === 0) return { chosen: [] as string[], done, errors: {} as Record<string, string> }
  const errors = Object.fromEntries(refused.map(({ id, why }) => [`order-${id}`, why]))
  return fail(422, { chosen: refused.map(({ id }) => id), done, errors })
}

export const actions: Actions = {
  pack: forEach(packOrder),
  unpack: forEach(unpackOrder),
  'hand-over': forEach((ctx, { orderId }) => handOver(ctx, { orderId, acceptShort: false, note: '' })),
}
