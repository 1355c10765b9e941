import {
  advanceInput,
  advanceRelation,
  confirmStep,
  confirmStepInput,
  correctStep,
  correctStepInput,
  findRelation,
  offerGoods,
  offerInput,
  relationInput,
  sharePapers,
} from '@dacsan/modules/promotion'
import type { BuyerRefusal } from '@dacsan/modules/promotion'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import { formatDate, formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refusedBuyer } from '#lib/buyers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const file = z.instanceof(File).optional()

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { lines, offers, papers, enquiry, session, relation, ...view } = await findRelation(ctx, readId('brl', params.id))
  const { id, code, kind, goods, perMonth, unit, region, needs, note, contactName, contactPhone, contactEmail } = enquiry
  return {
    ...view,
    relation: { ...relation, stageSince: formatDate(relation.stageSince) },
    enquiry: { id, code, kind, goods, perMonth, unit, region, needs, note, contactName, contactPhone, contactEmail },
    session: session && { ...session, heldOn: formatDate(session.heldOn) },
    lines: lines.map((line) => ({ ...line, onDay: formatDate(line.onDay), untilOn: line.untilOn && formatDate(line.untilOn), at: formatMoment(line.at) })), // prettier-ignore
    offers: offers.map((offer) => ({ ...offer, validUntil: formatDate(offer.validUntil), at: formatMoment(offer.at) })),
    papers: papers.map((one) => ({ ...one, madeAt: formatMoment(one.madeAt), endsOn: formatDate(one.endsOn) })),
    saved: url.searchParams.has('da-luu'),
    keys: { offer: newId('key'), step: newId('key'), correct: newId('key') },
  }
}

type Outcome = { ok: true } | { ok: false; refusal: BuyerRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedBuyer(outcome.refusal, form.values)
    redirect(303, paths.buyerRelation(params.id, { saved: true }))
  }

export const actions: Actions = {
  offer: act(offerInput, offerGoods),
  share: act(relationInput, sharePapers),
  advance: act(advanceInput.extend({ proof: file }), (ctx, { proof, ...input }) =>
    advanceRelation(ctx, input, proof ? { content: proof, name: proof.name } : null),
  ),
  correct: act(correctStepInput, correctStep),
  confirm: act(confirmStepInput, confirmStep),
}
