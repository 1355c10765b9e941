import { createCollection, createCollectionInput, requireCollectionDesk } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { receiversTicked, refusedCollection, withReceivers } from '#lib/collections/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { redirect } from '@sveltejs/kit'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx } }) => {
  requireCollectionDesk(ctx.actor)
  return { requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const forWhom = await receiversTicked(request)
    const form = await readForm(request, createCollectionInput)
    if (!form.ok) return withReceivers(form.answer, forWhom)
    const created = await createCollection(ctx, form.value)
    if (!created.ok) return withReceivers(refusedCollection(created.refusal, form.values), forWhom)
    redirect(303, paths.collectionOffice(created.value.collectionId, { saved: true }))
  },
}
