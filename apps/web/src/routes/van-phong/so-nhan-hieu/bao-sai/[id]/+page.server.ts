import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import {
  answerMisuse,
  answerMisuseInput,
  examineMisuse,
  findMisuse,
  misuseInput,
  noteMisuse,
  noteMisuseInput,
} from '@dacsan/modules/promotion'
import type { MarkRefusal, MisuseAct } from '@dacsan/modules/promotion/rules'
import { misuseStepWords } from '@dacsan/modules/promotion/words'
import type { Ctx } from '@dacsan/modules/context'
import { readId } from '@dacsan/platform/ids'
import type { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedMark } from '#lib/marks/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { misuse, isLate, steps, may } = await findMisuse(ctx, readId('mis', params.id))
  return {
    misuse: { ...misuse, reportedAt: formatMoment(misuse.reportedAt), answeredAt: misuse.answeredAt && formatMoment(misuse.answeredAt) },
    isLate,
    steps: steps.map(({ seq, step, words, at, byName }) => ({
      seq,
      says: misuseStepWords[step as MisuseAct],
      words,
      at: formatMoment(at),
      byName,
    })),
    may: { examine: may.examine === true, note: may.note === true, answer: may.answer === true },
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: MarkRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedMark(outcome.refusal, form.values)
    redirect(303, paths.misuse(params.id, { saved: true }))
  }

export const actions: Actions = {
  examine: act(misuseInput, examineMisuse),
  note: act(noteMisuseInput, noteMisuse),
  answer: confirmFirst('mark-misuse.answered', act(answerMisuseInput, answerMisuse)),
}
