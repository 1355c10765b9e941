import { error, redirect } from '@sveltejs/kit'
import { callInput, ownCallInput, previewCall, sendCall, sendOwnCall } from '@dacsan/modules/programme'
import type { YearCallRefusal } from '@dacsan/modules/programme/rules'
import { callRefusalFields, sayCallRefusal } from '@dacsan/modules/programme/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  if (!/^2[01]\d\d$/.test(params.nam)) error(404, 'Not Found')
  const asked = url.searchParams.get('dot')
  if (asked !== null && !/^[1-9]$/.test(asked)) error(404, 'Not Found')
  const { refusal, ...preview } = await previewCall(ctx, { year: Number(params.nam), round: asked === null ? null : Number(asked) })
  return {
    ...preview,
    hindrance: refusal === null ? null : sayCallRefusal(refusal),
    today: dateInVietnam(ctx.now),
    sent: url.searchParams.has('da-gui'),
  }
}

const refused = (refusal: YearCallRefusal, values: Record<string, string>) =>
  correct(values, { [callRefusalFields[refusal.code] ?? 'form']: sayCallRefusal(refusal) }, refusal.code)

export const actions: Actions = {
  send: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, callInput)
    if (!form.ok) return form.answer
    const sent = await sendCall(ctx, form.value)
    if (!sent.ok) return refused(sent.refusal, form.values)
    redirect(303, paths.yearCallSent(form.value.year, form.value.round))
  },
  own: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, ownCallInput)
    if (!form.ok) return form.answer
    const sent = await sendOwnCall(ctx, form.value)
    if (!sent.ok) return refused(sent.refusal, form.values)
    redirect(303, paths.yearCallSent(form.value.year, form.value.round))
  },
}
