import { error, redirect } from '@sveltejs/kit'
import { policyForm, publishPolicy, publishPolicyInput } from '@dacsan/modules/disclosure'
import { policyOfSlug } from '@dacsan/modules/disclosure/rules'
import { sayRefusal } from '@dacsan/modules/disclosure/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const kind = policyOfSlug(params.slug)
  if (!kind) error(404, 'Not Found')
  return { policy: await policyForm(ctx, kind) }
}

const fieldOf = {
  'too-early': 'effectiveFrom',
  'short-notice': 'effectiveFrom',
  'same-text': 'text',
  'published-meanwhile': 'text',
} as const

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, publishPolicyInput)
    if (!form.ok) return form.answer
    const outcome = await publishPolicy(ctx, form.value)
    if (!outcome.ok) {
      const { code } = outcome.refusal
      return correct(form.values, { [fieldOf[code]]: sayRefusal(outcome.refusal) }, code)
    }
    redirect(303, paths.publishDeskDone)
  },
}
