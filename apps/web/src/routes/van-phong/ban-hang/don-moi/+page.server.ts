import { randomBytes } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import { readId } from '@dacsan/platform/ids'
import { buyersToTake, communesToChoose, offersToTake, quoteTaken, repeatOrder, takeOrder, takeOrderInput } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { province } from '@dacsan/modules/province'
import { readWholeNumber } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

type Ctx = App.Locals['ctx']
type Values = Record<string, string | undefined>

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = url.searchParams.get('nhu')
  const repeated = asked === null ? null : await repeatOrder(ctx, readId('ord', asked))
  const values: Values = repeated
    ? {
        // Of a buyer whose data were erased nothing is left to begin with.
        ...(repeated.buyer.phone !== '' && {
          buyerName: repeated.buyer.name,
          buyerPhone: repeated.buyer.phone,
          buyerAddress: repeated.buyer.address,
        }),
        ...Object.fromEntries(repeated.lines.map(({ listingId, quantity }) => [`qty-${listingId}`, String(quantity)])),
      }
    : {}
  return {
    offers: await offersToTake(ctx),
    buyers: await buyersToTake(ctx),
    communes: communesToChoose(),
    province: province().name,
    repeated: repeated && { code: repeated.code, gone: repeated.gone },
    values,
    quote: repeated ? await quoteOf(ctx, values) : null,
    requestKey: randomBytes(18).toString('base64url'),
  }
}

const amountFields = (values: Values) =>
  Object.entries(values).flatMap(([name, typed]) => {
    const [, listingId] = /^qty-(lst_\w+)$/.exec(name) ?? []
    return listingId === undefined || !typed?.trim() || typed === '0' ? [] : [{ name, listingId: readId('lst', listingId), typed }]
  })

/** What is typed so far comes to so much; null before anything is. */
async function quoteOf(ctx: Ctx, values: Values) {
  const lines = amountFields(values).flatMap(({ listingId, typed }) => {
    const quantity = readWholeNumber(typed)
    return quantity === undefined || quantity === null || quantity < 1 || quantity > 100_000 ? [] : [{ listingId, quantity }]
  })
  const wish = values['wish'] === 'delivered' ? ('delivered' as const) : values['wish'] ? readId('plc', values['wish']) : undefined
  const agreed = values['agreedBuyerId'] ? { agreedBuyerId: readId('agb', values['agreedBuyerId']) } : {}
  return quoteTaken(ctx, {
    lines,
    buyerAddress: values['buyerAddress'] ?? '',
    deliverTo: values['deliverTo'],
    ...(wish && { wish }),
    ...agreed,
  })
}

/** The field in which the fault of a line was typed. */
function fieldAt(path: string, values: Values): string {
  const [, at] = /^lines\.(\d+)\b/.exec(path) ?? []
  return at === undefined ? (path === 'lines' ? 'form' : path) : (amountFields(values)[Number(at)]?.name ?? 'form')
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, takeOrderInput)
    const values = form.ok ? form.values : form.answer.data.values
    const faults = form.ok ? {} : form.answer.data.errors
    const errors = Object.fromEntries(Object.entries(faults).map(([path, say]) => [fieldAt(path, values), say]))
    const quote = await quoteOf(ctx, values)
    if (values['step'] === 'quote') {
      // What is asked only to write the order down may still be missing.
      const asked = Object.fromEntries(
        Object.entries(errors).filter(([name]) => name === 'form' || name.startsWith('qty-') || name === 'buyerAddress'),
      )
      return Object.keys(asked).length > 0
        ? fail(422, { values, errors: asked, quote })
        : { values, errors: {} as Record<string, string>, quote }
    }
    if (!form.ok) return fail(422, { values, errors, quote })
    const outcome = await takeOrder(ctx, form.value)
    if (!outcome.ok) return fail(422, { values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string>, quote })
    redirect(303, paths.shopOrder(outcome.value.orderId))
  },
}
