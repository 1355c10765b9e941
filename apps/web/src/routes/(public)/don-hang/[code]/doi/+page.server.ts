import { redirect } from '@sveltejs/kit'
import {
  cancelByLink,
  changeOrder,
  changeOrderInput,
  communesToChoose,
  cutGoods,
  cutGoodsInput,
  mergeOrders,
  mergeOrdersInput,
  unmergeOrder,
  findOrderByLink,
} from '@dacsan/modules/shop'
import { province } from '@dacsan/modules/province'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { z } from 'zod'
import { correct, readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { linkOf } from '#lib/returns/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, localHref(event.locals.lang, paths.orders))
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const link = linkOf(event)
  const { order } = await findOrderByLink(event.locals.ctx, link)
  return {
    link,
    order,
    communes: communesToChoose(),
    province: province().name,
    isBrought: order.delivery.way === 'delivered',
    saved: event.url.searchParams.has('da-luu'),
  }
}

/** The invoice is four fields of the form; where all are empty nobody asks for one. */
const changeForm = z.preprocess((typed) => {
  const fields = typed as Record<string, unknown>
  const invoice = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('invoice-') && value !== '' ? [[name.slice('invoice-'.length), value]] : [],
    ),
  )
  return { ...fields, ...(Object.keys(invoice).length > 0 && { invoice: { name: '', address: '', ...invoice } }) }
}, changeOrderInput)

const fieldOf: Partial<Record<ShopRefusal['code'], string>> = {
  'address-unclear': 'deliverTo',
  'fee-differs': 'address',
  'order-unknown': 'otherCode',
}

export const actions: Actions = {
  change: async (event) => {
    const { lang } = event.locals
    const form = await readForm(event.request, changeForm)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(lang, said))
    return end(event, form.values, await changeOrder(event.locals.ctx, linkOf(event), form.value))
  },
  'cut-goods': async (event) => {
    const form = await readForm(event.request, cutGoodsInput)
    if (!form.ok) {
      const answer = sayFaults(form.answer, (said) => sayField(event.locals.lang, said))
      answer.data.errors = Object.fromEntries(
        Object.entries(answer.data.errors).map(([name, says]) => [name.replace(/^(left|boxes)\./u, '$1-'), says]),
      )
      return answer
    }
    return end(event, form.values, await cutGoods(event.locals.ctx, linkOf(event), form.value))
  },
  merge: async (event) => {
    const form = await readForm(event.request, mergeOrdersInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(event.locals.lang, said))
    return end(event, form.values, await mergeOrders(event.locals.ctx, linkOf(event), form.value, event.getClientAddress()))
  },
  unmerge: async (event) => end(event, {}, await unmergeOrder(event.locals.ctx, linkOf(event))),
  cancel: async (event) => {
    const link = linkOf(event)
    const outcome = await cancelByLink(event.locals.ctx, link)
    if (!outcome.ok) return end(event, {}, outcome)
    redirect(303, localHref(event.locals.lang, paths.order(link.code, link.secret)))
  },
}

function end(event: RequestEvent, values: Record<string, string>, outcome: { ok: true } | { ok: false; refusal: ShopRefusal }) {
  const { lang } = event.locals
  if (!outcome.ok) {
    const { refusal } = outcome
    return correct(values, { [fieldOf[refusal.code] ?? 'form']: sayRefusal(refusal, spokenIn(lang)) })
  }
  const link = linkOf(event)
  redirect(303, localHref(lang, paths.orderChanged(link.code, link.secret)))
}
