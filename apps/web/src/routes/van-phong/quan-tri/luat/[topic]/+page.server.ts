import { fail, redirect } from '@sveltejs/kit'
import type { Outcome } from '@dacsan/decisions'
import {
  confirmProposal,
  proposeRule,
  proposeRuleInput,
  proposeTakingBack,
  proposeTakingBackInput,
  topicOnFile,
  turnDownProposal,
  turnDownProposalInput,
  withdrawProposal,
} from '@dacsan/modules/law'
import { sayRefusal, supersessionFieldWords, supersessionRefusalFields } from '@dacsan/modules/law/words'
import type { LawRefusal } from '@dacsan/modules/law/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals, params }) => topicOnFile(locals.ctx, params.topic)

const proposal = z.object({ proposalId: idInput('lgp') })

export const actions: Actions = {
  propose: async ({ request, locals, params }) => {
    const { topic } = await topicOnFile(locals.ctx, params.topic)
    return carryOut(topic, request, proposeRuleInput.omit({ topic: true }), (given) => proposeRule(locals.ctx, { ...given, topic }))
  },
  takeBack: async ({ request, locals, params }) => {
    const { topic } = await topicOnFile(locals.ctx, params.topic)
    return carryOut(topic, request, proposeTakingBackInput.omit({ topic: true }), (given) =>
      proposeTakingBack(locals.ctx, { ...given, topic }),
    )
  },
  // It makes a value final, or takes one back: the proposal says which.
  confirm: confirmFirst('law.superseded', ({ request, locals, params }: RequestEvent) =>
    carryOut(params.topic, request, proposal, ({ proposalId }) => confirmProposal(locals.ctx, proposalId)),
  ),
  turnDown: ({ request, locals, params }) =>
    carryOut(params.topic, request, turnDownProposalInput.extend(proposal.shape), ({ proposalId, answer }) =>
      turnDownProposal(locals.ctx, proposalId, { answer }),
    ),
  withdraw: ({ request, locals, params }) =>
    carryOut(params.topic, request, proposal, ({ proposalId }) => withdrawProposal(locals.ctx, proposalId)),
}

/** Reads a form, does what it asks for, and leads back to the topic; what is wrong stands beside its field, and nothing typed is lost. */
async function carryOut<Schema extends z.ZodType>(
  topic: string,
  request: Request,
  schema: Schema,
  command: (given: z.infer<Schema>) => Promise<Outcome<unknown, LawRefusal>>,
) {
  const form = await readForm(request, schema)
  if (!form.ok) {
    const { values, errors } = form.answer.data
    const said = Object.keys(errors).map((name) => [name, supersessionFieldWords[name] ?? errors[name]!])
    return fail(422, { values, errors: Object.fromEntries(said) as Record<string, string> })
  }
  const outcome = await command(form.value)
  if (!outcome.ok) {
    const field = supersessionRefusalFields[outcome.refusal.code]
    return fail(422, { values: form.values, errors: { [field]: sayRefusal(outcome.refusal) } as Record<string, string> })
  }
  redirect(303, paths.legalRule(topic))
}
