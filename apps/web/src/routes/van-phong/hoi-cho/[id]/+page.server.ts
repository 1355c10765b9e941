import { redirect } from '@sveltejs/kit'
import {
  beginRunning,
  cancelFair,
  cancelFairInput,
  closeCall,
  countVisits,
  endFair,
  fairInput,
  findFair,
  openCall,
  substitute,
  substituteInput,
  visitsInput,
} from '@dacsan/modules/promotion'
import type { FairRefusal } from '@dacsan/modules/promotion'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import type { z } from 'zod'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const {
    fair,
    applications,
    appeals,
    may,
    lines: _,
    stands: __,
    planText: ___,
    plan: ____,
    planChanges: _____,
    ...view
  } = await findFair(ctx, readId('fai', params.id))
  return {
    ...view,
    fair: { ...fair, applyBy: formatMoment(fair.applyBy) },
    may: Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<keyof typeof may, boolean>,
    applications: applications.map((one) => ({ ...one, completeAt: one.completeAt && formatMoment(one.completeAt) })),
    appeals: appeals.map((one) => ({ ...one, isAnswered: one.answer !== null })),
    today: dateInVietnam(ctx.now),
    saved: url.searchParams.has('da-luu'),
    visitsKey: newId('key'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: FairRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedFair(outcome.refusal, form.values)
    redirect(303, paths.fairSaved(params.id))
  }

export const actions: Actions = {
  open: act(fairInput, openCall),
  close: act(fairInput, closeCall),
  begin: act(fairInput, beginRunning),
  end: act(fairInput, endFair),
  cancel: act(cancelFairInput, cancelFair),
  visits: act(visitsInput, countVisits),
  substitute: act(substituteInput, substitute),
}
