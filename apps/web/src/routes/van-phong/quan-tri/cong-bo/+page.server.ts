import { redirect } from '@sveltejs/kit'
import { findDisclosure, publishOwner, publishOwnerInput } from '@dacsan/modules/disclosure'
import { requireRole } from '@dacsan/modules/identity'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  requireRole(ctx.actor, 'administrator')
  return { disclosure: await findDisclosure(ctx), saved: url.searchParams.has('da-luu') }
}

export const actions: Actions = {
  owner: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, publishOwnerInput)
    if (!form.ok) return form.answer
    await publishOwner(ctx, form.value)
    redirect(303, paths.publishDeskDone)
  },
}
