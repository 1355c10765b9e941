import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { producerKindWords } from '@dacsan/modules/catalogue/words'
import {
  agreeOnPaper,
  agreeToTransfer,
  answerTransferInput,
  askMoreOfTransfer,
  checkTransfer,
  confirmTransfer,
  declineTransfer,
  findTransfer,
  refuseProductTransfer,
  supplementTransfer,
  transferInput,
  withdrawTransfer,
} from '@dacsan/modules/joining'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { readSupplement, refusedRequest } from './request-form.ts'

type Event = RequestEvent<{ id: string }>

/** One transfer as both sides and the offices read it. */
export async function loadTransfer({ locals: { ctx }, params, url }: Pick<Event, 'locals' | 'params' | 'url'>) {
  const transfer = await findTransfer(ctx, readId('ptr', params.id))
  const party = ({ kind, ...rest }: (typeof transfer)['from']) => ({ ...rest, kind: producerKindWords[kind] })
  return {
    done: url.searchParams.has('da-ghi'),
    transfer: {
      ...transfer,
      filedAt: formatMoment(transfer.filedAt),
      from: party(transfer.from),
      to: party(transfer.to),
      steps: transfer.steps.map((step) => ({ ...step, at: formatMoment(step.at) })),
    },
  }
}

type Plain = typeof agreeToTransfer | typeof checkTransfer | typeof confirmTransfer
type Saying = typeof agreeOnPaper | typeof declineTransfer

/** What both sides and the offices answer; who may do which the command says. `path`: where the reader works on it. */
export function transferActions(path: (id: string) => string) {
  const again = ({ params }: Event) => redirect(303, `${path(params.id)}?da-ghi`)
  const plain = (command: Plain) => async (event: Event) => {
    const form = await readForm(event.request, transferInput)
    if (!form.ok) return form.answer
    const answered = await command(event.locals.ctx, form.value)
    return answered.ok ? again(event) : refusedRequest(answered.refusal, form.values)
  }
  const saying = (command: Saying) => async (event: Event) => {
    const form = await readForm(event.request, answerTransferInput)
    if (!form.ok) return form.answer
    const answered = await command(event.locals.ctx, form.value)
    return answered.ok ? again(event) : refusedRequest(answered.refusal, form.values)
  }
  return {
    agree: plain(agreeToTransfer),
    check: plain(checkTransfer),
    confirm: plain(confirmTransfer),
    'agree-on-paper': saying(agreeOnPaper),
    decline: saying(declineTransfer),
    ask: saying(askMoreOfTransfer),
    refuse: saying(refuseProductTransfer),
    withdraw: async (event: Event) => {
      const answered = await withdrawTransfer(event.locals.ctx, { transferId: readId('ptr', event.params.id) })
      return answered.ok ? again(event) : refusedRequest(answered.refusal, {})
    },
    supplement: async (event: Event) => {
      const form = await readSupplement(event.request)
      if (!form.ok) return form.answer
      const given = { transferId: readId('ptr', event.params.id), note: form.note }
      const answered = await supplementTransfer(event.locals.ctx, given, form.upload)
      return answered.ok ? again(event) : refusedRequest(answered.refusal, form.values)
    },
  }
}
