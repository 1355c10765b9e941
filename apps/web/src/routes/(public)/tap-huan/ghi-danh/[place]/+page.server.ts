import {
  appliedInput,
  findOwnPlace,
  opinionInput,
  sayApplied,
  sayOpinion,
  takeTest,
  takeTestInput,
  withdrawPlace,
} from '@dacsan/modules/support'
import type { TrainingRefusal } from '@dacsan/modules/support/rules'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import type { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { fieldsInLanguage, refusedInLanguage } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** What the address of a place says: which it is, and its secret. */
const heldBy = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) => ({
  participantId: readId('tpa', params.place),
  secret: (url.searchParams.get('k') ?? '').slice(0, 64),
})

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const held = heldBy(event)
  return { ...(await findOwnPlace(event.locals.ctx, held)), secret: held.secret }
}

async function answered<T>(
  event: RequestEvent,
  input: z.ZodType<T>,
  command: (held: ReturnType<typeof heldBy>, value: T) => Promise<{ ok: true } | { ok: false; refusal: TrainingRefusal }>,
) {
  const { lang, m } = event.locals
  const held = heldBy(event)
  const form = await readForm(event.request, input)
  if (!form.ok) return fieldsInLanguage(m.training, form.answer.data)
  const done = await command(held, form.value)
  if (!done.ok) return refusedInLanguage(m.training, done.refusal, form.values)
  redirect(303, localHref(lang, paths.classPlace(held.participantId, held.secret)))
}

export const actions: Actions = {
  test: (event) => answered(event, takeTestInput, (held, value) => takeTest(event.locals.ctx, held, value)),
  opinion: (event) => answered(event, opinionInput, (held, value) => sayOpinion(event.locals.ctx, held, value)),
  applied: (event) => answered(event, appliedInput, (held, value) => sayApplied(event.locals.ctx, held, value)),
  withdraw: async (event) => {
    const { ctx, lang, m } = event.locals
    const held = heldBy(event)
    const withdrawn = await withdrawPlace(ctx, held)
    if (!withdrawn.ok) return refusedInLanguage(m.training, withdrawn.refusal, {})
    redirect(303, localHref(lang, paths.classPlace(held.participantId, held.secret, 'da-rut')))
  },
}
