import { redirect } from '@sveltejs/kit'
import { answerBill, answerBillInput, findBill } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { bill, secret, may } = await findBill(ctx, readId('bil', params.id))
  return { bill, may, link: `${url.origin}${localHref(bill.language, paths.bill(bill.code, secret))}` }
}

export const actions: Actions = {
  answer: async ({ request, locals, params }) => {
    const billId = readId('bil', params.id)
    const form = await readForm(
      request,
      z.preprocess((typed) => ({ ...(typed as object), billId }), answerBillInput),
    )
    if (!form.ok) return form.answer
    const outcome = await answerBill(locals.ctx, form.value)
    if (!outcome.ok)
      return correct(form.values, { [outcome.refusal.code === 'reason-missing' ? 'note' : 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.buyerBill(billId))
  },
}
