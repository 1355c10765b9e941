import { redirect } from '@sveltejs/kit'
import {
  drawLetter,
  drawLetterInput,
  dropLetter,
  dropLetterInput,
  findLetterDesk,
  sendLetter,
  sendLetterInput,
} from '@dacsan/modules/dossiers'
import type { LetterRefusal } from '@dacsan/modules/dossiers/rules'
import { letterRefusalFields, sayLetterRefusal } from '@dacsan/modules/dossiers/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  ...(await findLetterDesk(ctx)),
  today: dateInVietnam(ctx.now),
})

const refused = (refusal: LetterRefusal, values: Record<string, string>) =>
  correct(values, { [letterRefusalFields[refusal.code] ?? 'form']: sayLetterRefusal(refusal) }, refusal.code)

export const actions: Actions = {
  draw: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, drawLetterInput)
    if (!form.ok) return form.answer
    const drawn = await drawLetter(ctx, form.value)
    if (!drawn.ok) return refused(drawn.refusal, form.values)
    redirect(303, paths.coveringLetters)
  },
  send: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, sendLetterInput)
    if (!form.ok) return form.answer
    const sent = await sendLetter(ctx, form.value)
    if (!sent.ok) return refused(sent.refusal, form.values)
    redirect(303, paths.coveringLetters)
  },
  drop: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, dropLetterInput)
    if (!form.ok) return form.answer
    const dropped = await dropLetter(ctx, form.value)
    if (!dropped.ok) return refused(dropped.refusal, form.values)
    redirect(303, paths.coveringLetters)
  },
}
