import { fail, redirect } from '@sveltejs/kit'
import { findSessionPreparation, openSession, openSessionInput } from '@dacsan/modules/appraisal'
import type { OpeningRefusal } from '@dacsan/modules/appraisal/rules'
import { sayCouncilField, sayRefusal } from '@dacsan/modules/appraisal/words'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) =>
  findSessionPreparation(locals.ctx, url.searchParams.get('dot'), url.searchParams.has('van-ban') ? 'written' : 'meeting')

const fieldOf: Partial<Record<OpeningRefusal['code'], string>> = { 'held-before-report': 'heldOn', 'answer-day-past': 'heldOn' }

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readFormData(request)
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    const picked = form.getAll('dossier').map(String)
    const order = (id: string) => Number(values[`order:${id}`]) || Number.MAX_SAFE_INTEGER
    const dossierIds = picked.toSorted((a, b) => order(a) - order(b))
    const input = openSessionInput.safeParse({ ...values, dossierIds })
    if (!input.success) {
      const errors = Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), sayCouncilField(String(path[0]))]))
      return fail(422, { values, picked, errors })
    }
    const outcome = await openSession(locals.ctx, input.data)
    if (!outcome.ok)
      return fail(422, {
        values,
        picked,
        errors: { [fieldOf[outcome.refusal.code] ?? 'dossier']: sayRefusal(outcome.refusal) } as Record<string, string>,
      })
    redirect(303, paths.session(outcome.value.sessionId))
  },
}
