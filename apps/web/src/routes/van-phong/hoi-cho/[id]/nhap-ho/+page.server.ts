import { redirect } from '@sveltejs/kit'
import { searchProducers } from '@dacsan/modules/catalogue'
import { applicationForm, applyForStand, applyInput, findFair } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readApplication, refusedFair } from '#lib/fairs/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { fair } = await findFair(ctx, readId('fai', params.id))
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const chosen = url.searchParams.get('co-so')
  const [found, entry] = await Promise.all([
    q ? searchProducers(ctx, q) : [],
    chosen ? applicationForm(ctx, fair.id, readId('pro', chosen)) : null,
  ])
  return {
    fair: { id: fair.id, name: fair.name, samples: fair.samples },
    q,
    found: found.map(({ id, name }) => ({ id, name })),
    entry,
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const { form, again } = await readApplication(request, applyInput)
    if (!form.ok) return again(form.answer)
    const applied = await applyForStand(ctx, form.value)
    if (!applied.ok) return again(refusedFair(applied.refusal, form.values))
    redirect(303, paths.fairApplicationSaved(applied.value.applicationId))
  },
}
