import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { findNote, papersOfNote, receiveForm, receiveGoods } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const view = await findNote(ctx, readId('csd', params.id))
  const { note, consignment, lines, totalVnd, isSent, mayReceive } = view
  return {
    papers: papersOfNote(ctx, view),
    note: { ...note, sentAt: formatMoment(note.sentAt), receivedAt: note.receivedAt && formatMoment(note.receivedAt) },
    consignment: { id: consignment.id, title: `${consignment.producerName} – ${consignment.pointName}` },
    lines: lines.map(({ line, productName, packName, lotNumber, quantity, priceVnd, amountVnd, received, broken }) => ({ line, productName, packName, lotNumber, quantity, priceVnd, amountVnd, received, broken })), // prettier-ignore
    totalVnd,
    isSent,
    mayReceive,
  }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, receiveForm)
    if (!form.ok) return form.answer
    const received = await receiveGoods(ctx, form.value)
    if (!received.ok) return refusedConsignment(received.refusal, form.values)
    redirect(303, paths.consignmentNote(params.id))
  },
}
