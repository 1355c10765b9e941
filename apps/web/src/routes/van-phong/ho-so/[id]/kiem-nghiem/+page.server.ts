import { findOwnTests } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { readAnswer } from '#lib/appraisal/preparation-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findOwnTests(ctx, readId('dos', params.id))

export const actions: Actions = {
  answer: async ({ request, locals: { ctx }, params }) => {
    const refused = await readAnswer(request, ctx, readId('dos', params.id))
    if (refused) return refused
    redirect(303, paths.ownTests(params.id))
  },
}
