import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import { producerKindWords } from '@dacsan/modules/catalogue/words'
import type { ProducerKind } from '@dacsan/modules/catalogue/rules'
import {
  answerRequestInput,
  askForMore,
  confirmRequest,
  confirmRequestInput,
  findRequest,
  printSlip,
  printSlipInput,
  refuseRequest,
  takeBackRequest,
} from '@dacsan/modules/joining'
import { decidePage } from '@dacsan/modules/joining/words'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { refusedRequest } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import { sayInvitation } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const request = await findRequest(ctx, readId('jrq', params.id))
  const said = (field: string, value: string | null) =>
    field === 'kind' && value !== null ? producerKindWords[value as ProducerKind] : value
  return {
    request: {
      ...request,
      receivedAt: formatMoment(request.receivedAt),
      compared: request.compared.map((row) => ({ ...row, register: said(row.field, row.register), typed: said(row.field, row.typed) })),
      others: request.others.map((other) => ({ ...other, receivedAt: formatMoment(other.receivedAt) })),
      slips: request.slips.map((slip) => ({ ...slip, madeAt: formatMoment(slip.madeAt), until: formatMoment(slip.until) })),
      steps: request.steps.map((step) => ({ ...step, at: formatMoment(step.at) })),
    },
  }
}

/** A paper for somebody without a number; it says no login, its holder types one. */
function paperSlip({ secret, until }: { secret: string; until: Date }, name: string, origin: string) {
  const address = `${origin}${paths.producerSlip(secret)}`
  return { secret, address, qr: qrSvg(address), until: formatMoment(until), login: null, name }
}

type Answering = typeof askForMore | typeof refuseRequest | typeof takeBackRequest

const answering = (command: Answering) => async (event: RequestEvent) => {
  const form = await readForm(event.request, answerRequestInput)
  if (!form.ok) return form.answer
  const answered = await command(event.locals.ctx, form.value)
  if (!answered.ok) return refusedRequest(answered.refusal, form.values)
  redirect(303, paths.producerRequest(event.params.id))
}

export const actions: Actions = {
  ask: answering(askForMore),
  refuse: answering(refuseRequest),
  'take-back': answering(takeBackRequest),
  // The secret of the invitation stands in this answer and nowhere else: a redirect would lose it.
  confirm: async ({ request, locals: { ctx }, url }) => {
    const form = await readForm(request, confirmRequestInput)
    if (!form.ok) return form.answer
    const confirmed = await confirmRequest(ctx, form.value)
    if (!confirmed.ok) return refusedRequest(confirmed.refusal, form.values)
    const { account, invitation, slip: paper, login, representative } = confirmed.value
    const about = decidePage.account[account](login)
    if (paper) return { confirmed: { slip: paperSlip(paper, representative, url.origin), about } }
    if (!invitation) return { confirmed: { slip: null, about } }
    const { address } = sayInvitation(invitation, url.origin)
    const slip = {
      secret: invitation.secret,
      address,
      qr: qrSvg(address),
      until: formatMoment(invitation.until),
      login,
      name: representative,
    }
    return { confirmed: { slip, about } }
  },
  // The same of the secret of a paper.
  'print-slip': async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, printSlipInput)
    if (!form.ok) return form.answer
    const printed = await printSlip(ctx, form.value)
    if (!printed.ok) return refusedRequest(printed.refusal, form.values)
    const { representative } = await findRequest(ctx, readId('jrq', params.id))
    return { confirmed: { slip: paperSlip(printed.value, representative, url.origin), about: decidePage.account.slip() } }
  },
}
