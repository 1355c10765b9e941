import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { acceptPolicies, acceptPoliciesInput, ownPolicies } from '@dacsan/modules/shop'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedSeller } from '#lib/sellers/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { accepted, ...policies } = await ownPolicies(ctx)
  return {
    ...policies,
    accepted: accepted.map(({ at, ...one }) => ({ ...one, at: formatMoment(at) })),
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, acceptPoliciesInput)
    if (!form.ok) return form.answer
    const outcome = await acceptPolicies(ctx, form.value)
    if (!outcome.ok) return refusedSeller(outcome.refusal, {})
    redirect(303, paths.sellerTerms({ saved: true }))
  },
}
