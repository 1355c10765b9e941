import { redirect } from '@sveltejs/kit'
import { banks, ownPolicies, saveSeller, saveSellerInput } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => ({
  // Who comes to sell agrees on this page; who sells already, on the page of the terms.
  policies: (await parent()).shop.seller === null ? await ownPolicies(locals.ctx) : null,
  banks: [...banks().values()]
    .map(({ bin, shortName, name }) => ({ value: bin, label: `${shortName} (${name})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
})

const fieldOf: Record<string, string> = { 'password-wrong': 'password', 'bank-unknown': 'bankBin', 'policies-not-accepted': 'agrees' }

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, saveSellerInput)
    if (!form.ok) {
      delete form.answer.data.values['password']
      return form.answer
    }
    const { password: _, ...values } = form.values
    const outcome = await saveSeller(locals.ctx, form.value)
    if (!outcome.ok) return correct(values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.bankAccount)
  },
}
