import { fail, redirect } from '@sveltejs/kit'
import { listAwaitingMinistry, recordMinistryResult, recordMinistryResultInput } from '@dacsan/modules/certificates'
import { ruleOn } from '@dacsan/modules/law'
import { decisionSymbols } from '@dacsan/modules/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const today = dateInVietnam(ctx.now)
  return {
    ...(await listAwaitingMinistry(ctx)),
    rule: await ruleOn(ctx.db, 'star.ministry-needs-minimums', today),
    today,
    symbols: decisionSymbols,
  }
}

export const actions: Actions = {
  default: confirmFirst('decision.ministry-result-recorded', async ({ request, locals }: RequestEvent) => {
    const chosen = (await readFormData(request.clone())).getAll('dossierIds').map(String)
    const form = await readForm(request, recordMinistryResultInput)
    if (!form.ok) return fail(422, { ...form.answer.data, chosen })
    const outcome = await recordMinistryResult(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), chosen })
    redirect(303, paths.decision(outcome.value.decisionId))
  }),
}
