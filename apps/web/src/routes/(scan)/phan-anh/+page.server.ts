import { redirect } from '@sveltejs/kit'
import { followDoubt, reportDoubt, reportDoubtInput } from '@dacsan/modules/traceability'
import { newId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url }) => {
  const followed = url.searchParams.get('phieu')
  if (followed !== null) {
    const found = await followDoubt(ctx.db, followed)
    if (found) redirect(303, localHref(lang, `/phan-anh/${found.caseCode}`))
  }
  return { code: url.searchParams.get('ma') ?? '', followed, requestKey: newId('dbt') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, m, lang }, getClientAddress }) => {
    const form = await readForm(request, reportDoubtInput)
    const words = m.scan.doubt
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const said = Object.keys(errors).map((name) => [name, name === 'text' ? words.textMissing : words.tooLong])
      return correct(values, Object.fromEntries(said))
    }
    const reported = await reportDoubt(ctx, form.value, getClientAddress())
    if (!reported.ok) return correct(form.values, { form: say(words.tooMany, { minutes: reported.refusal.minutes }) })
    redirect(303, localHref(lang, `/phan-anh/${reported.value.caseCode}`))
  },
}
