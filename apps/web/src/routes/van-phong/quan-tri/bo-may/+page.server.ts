import { redirect } from '@sveltejs/kit'
import { listBodies, openBodies, openBodiesInput } from '@dacsan/modules/identity'
import { fieldErrors, organisationKindNames } from '@dacsan/modules/identity/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  bodies: (await listBodies(locals.ctx)).map((body) => ({ ...body, kindName: organisationKindNames[body.kind] })),
  made: Number(url.searchParams.get('da-lap') ?? 0),
})

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, openBodiesInput)
    if (!form.ok) return form.answer
    const outcome = await openBodies(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [`name-${outcome.refusal.of}`]: fieldErrors.bodyName })
    redirect(303, paths.bodiesMade(outcome.value.made))
  },
}
