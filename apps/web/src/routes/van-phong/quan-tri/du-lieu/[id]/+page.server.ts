import { redirect } from '@sveltejs/kit'
import { holidays } from '@dacsan/modules/law'
import { carryOutRequest, previewErasure } from '@dacsan/modules/personal-data'
import { acknowledgeRequest, answerInput, extendRequest, findRequest, reasonInput, refuseRequest } from '@dacsan/modules/privacy'
import { sayRefusal } from '@dacsan/modules/privacy/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const idOf = ({ params }: Pick<RequestEvent, 'params'>) => readId('drq', params.id)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const request = await findRequest(ctx, idOf(event))
  return {
    request,
    due: request.nextDueOn && formatDeadline(dateInVietnam(ctx.now), request.nextDueOn, holidays()),
    wouldStay: await previewErasure(ctx, request.id),
  }
}

export const actions: Actions = {
  acknowledge: async (event) => {
    const outcome = await acknowledgeRequest(event.locals.ctx, idOf(event))
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.dataRequest(event.params.id))
  },
  extend: async (event) => {
    const form = await readForm(event.request, reasonInput)
    if (!form.ok) return form.answer
    const outcome = await extendRequest(event.locals.ctx, idOf(event), form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.dataRequest(event.params.id))
  },
  fulfil: confirmFirst('data-request.fulfilled', (event: RequestEvent) => carryOut(event, false)),
  'fulfil-in-part': confirmFirst('data-request.fulfilled-in-part', (event: RequestEvent) => carryOut(event, true)),
  refuse: async (event) => {
    const form = await readForm(event.request, answerInput)
    if (!form.ok) return form.answer
    const outcome = await refuseRequest(event.locals.ctx, idOf(event), form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.dataRequest(event.params.id))
  },
}

async function carryOut(event: RequestEvent, inPart: boolean) {
  const form = await readForm(event.request, answerInput)
  if (!form.ok) return form.answer
  const { dataDir } = currentRuntime().config
  const outcome = await carryOutRequest(event.locals.ctx, { dataDir }, idOf(event), { ...form.value, inPart })
  if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
  redirect(303, paths.dataRequest(event.params.id))
}
