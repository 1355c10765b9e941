import { findApiKey, revokeApiKey, revokeApiKeyInput } from '@dacsan/modules/identity'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({ key: await findApiKey(locals.ctx, readId('key', params.id)) })

export const actions: Actions = {
  revoke: confirmFirst('api-key.revoked', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, revokeApiKeyInput)
    if (!form.ok) return form.answer
    const outcome = await revokeApiKey(locals.ctx, readId('key', params.id), form.value)
    if (!outcome.ok) return correct(form.values, { reason: sayRefusal(outcome.refusal) })
    redirect(303, paths.apiKey(params.id))
  }),
}
