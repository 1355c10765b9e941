import { readId } from '@dacsan/platform/ids'
import { fail, redirect } from '@sveltejs/kit'
import {
  chooseMeanwhile,
  chooseMeanwhileInput,
  decisionFile,
  recordDecision,
  recordDecisionInput,
  sendToMinistry,
  sendToMinistryInput,
} from '@dacsan/modules/certificates'
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

const rankForm = chooseMeanwhileInput.omit({ decisionId: true })
const sendingForm = sendToMinistryInput.omit({ decisionId: true })

export const actions: Actions = {
  record: confirmFirst('decision.recorded', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, signingForm)
    if (!form.ok) return fail(422, { ...form.answer.data, part: 'record' })
    const outcome = await recordDecision(locals.ctx, { decisionId: readId('dec', params.decision), ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), part: 'record' })
    redirect(303, paths.decision(params.decision))
  }),
  meanwhile: async ({ request, locals, params }) => {
    const form = await readForm(request, rankForm)
    if (!form.ok) return fail(422, { ...form.answer.data, part: 'meanwhile' })
    const outcome = await chooseMeanwhile(locals.ctx, { decisionId: readId('dec', params.decision), ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), part: 'meanwhile' })
    redirect(303, paths.decision(params.decision))
  },
  send: async ({ request, locals, params }) => {
    const form = await readForm(request, sendingForm)
    if (!form.ok) return fail(422, { ...form.answer.data, part: 'send' })
    const outcome = await sendToMinistry(locals.ctx, { decisionId: readId('dec', params.decision), ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), part: 'send' })
    redirect(303, paths.decision(params.decision))
  },
}
