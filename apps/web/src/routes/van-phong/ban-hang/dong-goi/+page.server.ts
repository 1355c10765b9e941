import { fail } from '@sveltejs/kit'
import { chosenOrdersInput, findPacking, handOver, packOrder, unpackOrder, weighInput, weighOrder } from '@dacsan/modules/shop'
import { packingPage as words, sayRefusal, weighingWords } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { readFormData } from '#lib/forms.ts'
import { pieceField } from '#lib/shop/piece-field.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => findPacking(ctx)

type Errors = Record<string, string>
const nothing = { chosen: [] as string[], done: 0, typed: {} as Record<string, string>, errors: {} as Errors }

type OrderId = Parameters<typeof packOrder>[1]['orderId']
type Act = (ctx: App.Locals['ctx'], input: { orderId: OrderId }) => Promise<{ ok: true } | { ok: false; refusal: ShopRefusal }>

/** The order whose own button was pressed, else all that are chosen. Each is done by itself: what one of them lacks keeps no other back. */
const forEach = (act: Act) => async (event: RequestEvent) => {
  const { ctx } = event.locals
  const form = await readFormData(event.request)
  const one = form.get('one')
  const chosen = chosenOrdersInput.safeParse(typeof one === 'string' ? one : form.getAll('order'))
  const orderIds = chosen.success ? chosen.data : []
  if (orderIds.length === 0) return fail(422, { ...nothing, errors: { form: words.chooseFirst } as Errors })
  const codes = new Map((await findPacking(ctx)).orders.map(({ id, code }) => [id as string, code]))
  const refused: { id: string; why: string }[] = []
  for (const orderId of orderIds) {
    const outcome = await act(ctx, { orderId })
    if (!outcome.ok) refused.push({ id: orderId, why: words.refused(codes.get(orderId) ?? '', sayRefusal(outcome.refusal)) })
  }
  const done = orderIds.length - refused.length
  if (refused.length === 0) return { ...nothing, done }
  const errors = Object.fromEntries(refused.map(({ id, why }) => [`order-${id}`, why]))
  return fail(422, { ...nothing, chosen: refused.map(({ id }) => id), done, errors: errors as Errors })
}

/**
 * What the scale says of the pieces of the order whose button was pressed. A field is named by its line and its piece; what was typed stands there again where
 * something is missing.
 */
async function weigh({ request, locals: { ctx } }: RequestEvent) {
  const form = await readFormData(request)
  const { orders } = await findPacking(ctx)
  const order = orders.find(({ id }) => id === form.get('one'))
  if (!order) return fail(422, { ...nothing, errors: { form: words.chooseFirst } as Errors })
  const fields = order.lines.flatMap(({ id, byWeight, quantity }) =>
    byWeight ? Array.from({ length: quantity }, (_, at) => ({ line: id, name: pieceField(id, at) })) : [],
  )
  const typed = Object.fromEntries(fields.map(({ name }) => [name, String(form.get(name) ?? '')]))
  const grams: Record<string, string[]> = {}
  for (const { line, name } of fields) (grams[line] ??= []).push(typed[name]!)
  const read = weighInput.safeParse({ orderId: order.id, grams })
  if (!read.success) {
    const wrong = read.error.issues.flatMap(({ path: [, line, at] }) => (typeof at === 'number' ? [pieceField(String(line), at)] : []))
    return fail(422, { ...nothing, typed, errors: Object.fromEntries(wrong.map((name) => [name, weighingWords.wrong])) as Errors })
  }
  const outcome = await weighOrder(ctx, read.data)
  if (outcome.ok) return { ...nothing, done: 1 }
  return fail(422, {
    ...nothing,
    typed,
    errors: { [`order-${order.id}`]: words.refused(order.code, sayRefusal(outcome.refusal)) } as Errors,
  })
}

export const actions: Actions = {
  weigh,
  pack: forEach(packOrder),
  unpack: forEach(unpackOrder),
  'hand-over': forEach((ctx, { orderId }) => handOver(ctx, { orderId, acceptShort: false, note: '' })),
}
