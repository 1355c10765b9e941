import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import type { Ctx } from '@dacsan/modules/context'
import {
  appealAllotment,
  applicationInput,
  changeApplication,
  changeApplicationInput,
  confirmStand,
  costInput,
  declareSales,
  declineStand,
  findApplication,
  grantAppeal,
  markAbsent,
  reasonedInput,
  recordCost,
  recordResult,
  rejectAppeal,
  resultInput,
  saidInput,
  salesInput,
  withdrawApplication,
} from '@dacsan/modules/promotion'
import type { FairRefusal } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import type { z } from 'zod'
import { readApplication, refusedFair } from '#lib/fairs/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const moment = (at: Date | null) => at && formatMoment(at)

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { fair, application, steps, appeal, ...view } = await findApplication(ctx, readId('fap', params.id))
  return {
    ...view,
    fair: {
      id: fair.id,
      name: fair.name,
      slug: fair.slug,
      samples: fair.samples,
      opensOn: fair.opensOn,
      closesOn: fair.closesOn,
      applyBy: formatMoment(fair.applyBy),
      appealBy: moment(fair.appealBy),
    },
    application: { ...application, completeAt: moment(application.completeAt), confirmBy: moment(application.confirmBy) },
    steps: steps.map((step) => ({ ...step, at: formatMoment(step.at) })),
    appeal: appeal && { words: appeal.words, answer: appeal.answer, isGranted: appeal.isGranted },
    saved: url.searchParams.has('da-luu'),
    keys: { sales: newId('key'), result: newId('key'), cost: newId('key') },
  }
}

type Outcome = { ok: true } | { ok: false; refusal: FairRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const { form, again } = await readApplication(request, schema)
    if (!form.ok) return again(form.answer)
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return again(refusedFair(outcome.refusal, form.values))
    redirect(303, paths.fairApplicationSaved(params.id))
  }

export const actions: Actions = {
  change: act(changeApplicationInput, changeApplication),
  withdraw: act(applicationInput, withdrawApplication),
  confirm: act(applicationInput, confirmStand),
  decline: act(reasonedInput, declineStand),
  appeal: act(saidInput, appealAllotment),
  grant: act(saidInput, grantAppeal),
  reject: act(saidInput, rejectAppeal),
  absent: act(reasonedInput, markAbsent),
  sales: act(salesInput, declareSales),
  cost: act(costInput, recordCost),
  result: act(resultInput, recordResult),
}
