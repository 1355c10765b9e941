import { searchProducers } from '@dacsan/modules/catalogue'
import type { Ctx } from '@dacsan/modules/context'
import {
  allotSession,
  cancelSession,
  cancelSessionInput,
  findSession,
  finishSession,
  moveSlot,
  moveSlotInput,
  noteSlot,
  noteSlotInput,
  sessionInput,
  wishInput,
  wishMeeting,
} from '@dacsan/modules/promotion'
import type { BuyerRefusal } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { formatDate } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import type { z } from 'zod'
import { readTicked, refusedBuyer } from '#lib/buyers/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { session, ...view } = await findSession(ctx, readId('mts', params.id))
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const found = view.may.wish && q ? await searchProducers(ctx, q) : []
  return {
    ...view,
    session: { ...session, heldOn: formatDate(session.heldOn) },
    q,
    code: (url.searchParams.get('ma') ?? '').trim().slice(0, 40),
    found: found.map(({ id, name }) => ({ id, name })),
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: BuyerRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const { form, again } = await readTicked(request, schema, 'producerId')
    if (!form.ok) return again(form.answer)
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return again(refusedBuyer(outcome.refusal, form.values))
    redirect(303, paths.matchingSession(params.id, { saved: true }))
  }

export const actions: Actions = {
  wish: act(wishInput, wishMeeting),
  allot: act(sessionInput, allotSession),
  move: act(moveSlotInput, moveSlot),
  note: act(noteSlotInput, noteSlot),
  finish: act(sessionInput, finishSession),
  cancel: act(cancelSessionInput, cancelSession),
}
