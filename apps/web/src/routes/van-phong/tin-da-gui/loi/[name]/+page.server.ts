import { fail, redirect } from '@sveltejs/kit'
import { messageRules } from '@dacsan/modules/messages'
import { findText, previewText, restoreText, reword, rewordInput } from '@dacsan/modules/notifications'
import { sayRefusal } from '@dacsan/modules/notifications/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await findText(locals.ctx, messageRules, params.name)
  const language = url.searchParams.get('language')
  const shown = view.languages.find((one) => one.language === language) ?? view.languages[0]!
  return { view, shown, saved: url.searchParams.has('da-luu') }
}

export const actions: Actions = {
  preview: async ({ request, locals, params }) => {
    const form = await readForm(request, rewordInput)
    if (!form.ok) return form.answer
    const { fault, preview } = previewText(locals.ctx, messageRules, params.name, form.value)
    const errors: Record<string, string> = fault ? { text: sayRefusal(fault) } : {}
    return fault ? fail(422, { values: form.values, errors, preview: null }) : { values: form.values, errors, preview }
  },
  save: async ({ request, locals, params }) => {
    const form = await readForm(request, rewordInput)
    if (!form.ok) return form.answer
    const outcome = await reword(locals.ctx, messageRules, params.name, form.value)
    if (!outcome.ok)
      return fail(422, { values: form.values, errors: { text: sayRefusal(outcome.refusal) } as Record<string, string>, preview: null })
    redirect(303, paths.messageTextSaved(params.name, form.value.language))
  },
  restore: async ({ request, locals, params }) => {
    const form = await readForm(request, rewordInput.pick({ language: true, version: true }))
    if (!form.ok) return form.answer
    const outcome = await restoreText(locals.ctx, messageRules, params.name, form.value)
    if (!outcome.ok)
      return fail(422, { values: form.values, errors: { text: sayRefusal(outcome.refusal) } as Record<string, string>, preview: null })
    redirect(303, paths.messageTextSaved(params.name, form.value.language))
  },
}
