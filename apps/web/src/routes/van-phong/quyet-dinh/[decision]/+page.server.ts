import { readId } from '@dacsan/platform/ids'
import { fail, redirect } from '@sveltejs/kit'
import { decisionFile, recordDecision, recordDecisionInput } from '@dacsan/modules/certificates'
import { decisionSymbols, issuers } from '@dacsan/modules/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  ...(await decisionFile(ctx, readId('dec', params.decision))),
  today: dateInVietnam(ctx.now),
  symbol: decisionSymbols.province,
  proposalSymbol: issuers.province.office.proposalSymbol,
})

const signingForm = recordDecisionInput.omit({ decisionId: true })

export const actions: Actions = {
  default: confirmFirst('decision.recorded', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, signingForm)
    if (!form.ok) return form.answer
    const outcome = await recordDecision(locals.ctx, { decisionId: readId('dec', params.decision), ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.decision(params.decision))
  }),
}
