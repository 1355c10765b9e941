import {
  correctTrademark,
  correctTrademarkInput,
  enterTrademarkStep,
  findTrademark,
  strikeInput,
  strikeTrademarkStep,
  trademarkStepInput,
} from '@dacsan/modules/dossiers'
import { trademarkSteps } from '@dacsan/modules/dossiers/rules'
import { trademarkPage } from '@dacsan/modules/dossiers/words'
import { readId } from '@dacsan/platform/ids'
import { fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refusedTrademark } from '#lib/dossier/refused-trademark.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const trademark = await findTrademark(ctx, readId('tmk', params.id))
  return { trademark, steps: trademarkSteps.filter((step) => trademark.may[step] === true) }
}

const posted = trademarkStepInput.extend({
  step: z.enum(trademarkSteps, trademarkPage.chooseStep),
  file: z.instanceof(File).optional(),
})

/** Which of the forms of the page has to be put right. */
const inForm = <Answer extends { status: number; data: object }>({ status, data }: Answer, of: 'step' | 'strike' | 'correct') =>
  fail(status, { ...(data as { values: Record<string, string>; errors: Record<string, string> }), of })

export const actions: Actions = {
  step: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, posted)
    if (!form.ok) return inForm(form.answer, 'step')
    const { file, step, ...input } = form.value
    const entered = await enterTrademarkStep(ctx, readId('tmk', params.id), step, input, uploadOf(file))
    if (!entered.ok) return inForm(refusedTrademark(entered.refusal, form.values, 'happenedOn'), 'step')
    redirect(303, paths.trademark(params.id))
  },
  strike: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, strikeInput)
    if (!form.ok) return inForm(form.answer, 'strike')
    const struck = await strikeTrademarkStep(ctx, readId('tmk', params.id), form.value)
    if (!struck.ok) return inForm(refusedTrademark(struck.refusal, form.values), 'strike')
    redirect(303, paths.trademark(params.id))
  },
  correct: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, correctTrademarkInput)
    if (!form.ok) return inForm(form.answer, 'correct')
    const corrected = await correctTrademark(ctx, readId('tmk', params.id), form.value)
    if (!corrected.ok) return inForm(refusedTrademark(corrected.refusal, form.values), 'correct')
    redirect(303, paths.trademark(params.id))
  },
}
