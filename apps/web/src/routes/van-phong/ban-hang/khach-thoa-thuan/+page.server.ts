import { redirect } from '@sveltejs/kit'
import { addAgreedBuyer, addAgreedBuyerInput, ownAgreedBuyers } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ buyers: await ownAgreedBuyers(ctx) })

export const actions: Actions = {
  add: async ({ request, locals }) => {
    const form = await readForm(request, addAgreedBuyerInput)
    if (!form.ok) return form.answer
    const outcome = await addAgreedBuyer(locals.ctx, form.value)
    if (!outcome.ok)
      return correct(form.values, { [outcome.refusal.code === 'buyer-known' ? 'phone' : 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.agreedBuyer(outcome.value.buyerId))
  },
}
