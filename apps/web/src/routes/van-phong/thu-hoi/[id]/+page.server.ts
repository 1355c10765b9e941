import { redirect } from '@sveltejs/kit'
import {
  closeRecall,
  closeRecallInput,
  countGoods,
  countInput,
  decideRecall,
  decideRecallInput,
  findRecall,
  papersOfRecall,
  tellPartner,
  tellPartnerInput,
} from '@dacsan/modules/recall'
import type { RecallRefusal } from '@dacsan/modules/recall'
import { newId, readId } from '@dacsan/platform/ids'
import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import { refusedRecall } from '#lib/recall/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const view = await findRecall(ctx, readId('rcl', params.id))
  const { recall, lines, partners, steps } = view
  return {
    ...view,
    recall: {
      ...recall,
      startedAt: formatMoment(recall.startedAt),
      decideBy: formatMoment(recall.decideBy),
      closedAt: recall.closedAt && formatMoment(recall.closedAt),
    },
    lines: lines.map((line) => ({ ...line, at: formatMoment(line.at) })),
    partners: partners.map(({ linkSecret, answeredAt, toldAt, ...partner }) => ({
      ...partner,
      toldAt: formatMoment(toldAt),
      answeredAt: answeredAt && formatMoment(answeredAt),
      link: linkSecret && url.origin + paths.recallPartner(partner.id, linkSecret),
    })),
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at && formatMoment(at) })),
    papers: papersOfRecall(ctx, view),
    today: dateInVietnam(ctx.now),
    saved: url.searchParams.has('da-luu'),
    keys: { count: newId('key'), partner: newId('key') },
  }
}

type Outcome = { ok: true } | { ok: false; refusal: RecallRefusal }

/** Done, and back to the part of the page where it was done; or the form again. */
function answer({ params }: RequestEvent, values: Record<string, string>, outcome: Outcome, place: string) {
  if (!outcome.ok) return refusedRecall(outcome.refusal, values)
  redirect(303, paths.recallSaved(params.id, place))
}

const file = z.instanceof(File).optional()

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event.request, decideRecallInput.extend({ file }))
    if (!form.ok) return form.answer
    const { file: paper, ...input } = form.value
    return answer(event, form.values, await decideRecall(event.locals.ctx, input, uploadOf(paper)), 'quyet-dinh')
  },
  partner: async (event) => {
    const form = await readForm(event.request, tellPartnerInput)
    if (!form.ok) return form.answer
    return answer(event, form.values, await tellPartner(event.locals.ctx, form.value), 'diem-ban')
  },
  count: async (event) => {
    const form = await readForm(event.request, countInput.extend({ file, photo: file }))
    if (!form.ok) return form.answer
    const { file: paper, photo, ...input } = form.value
    const proof = { file: uploadOf(paper), photo: uploadOf(photo) }
    return answer(event, form.values, await countGoods(event.locals.ctx, input, proof), 'so')
  },
  close: confirmFirst('recall.closed', async (event: RequestEvent) => {
    const form = await readForm(event.request, closeRecallInput)
    if (!form.ok) return form.answer
    return answer(event, form.values, await closeRecall(event.locals.ctx, form.value), 'hang')
  }),
}
