import { fail, redirect } from '@sveltejs/kit'
import { establishCouncil, establishCouncilInput, listNominees } from '@dacsan/modules/appraisal'
import { isSeat } from '@dacsan/modules/appraisal/rules'
import { sayCouncilField, sayRefusal } from '@dacsan/modules/appraisal/words'
import { ruleOn } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  people: await listNominees(ctx),
  composition: await ruleOn(ctx.db, 'council.composition', dateInVietnam(ctx.now)),
})

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readFormData(request)
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    const text = (name: string) => values[name] ?? ''
    const members = [...form].flatMap(([name, value]) => {
      const userId = name.startsWith('seat:') ? name.slice('seat:'.length) : ''
      return userId && isSeat(value) ? [{ userId, agency: text(`agency:${userId}`), seat: value }] : []
    })
    const input = establishCouncilInput.safeParse({
      name: text('name'),
      decisionNumber: text('decisionNumber'),
      decisionDate: text('decisionDate'),
      members,
    })
    if (!input.success) {
      const errors = Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), sayCouncilField(String(path[0]))]))
      return fail(422, { values, errors })
    }
    const outcome = await establishCouncil(locals.ctx, input.data)
    if (!outcome.ok) return fail(422, { values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.council)
  },
}
