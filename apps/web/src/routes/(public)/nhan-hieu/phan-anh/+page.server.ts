import { redirect } from '@sveltejs/kit'
import { listMarks, reportMisuse, reportMisuseInput } from '@dacsan/modules/promotion'
import { ruleOn } from '@dacsan/modules/law'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { value: days } = await ruleOn(ctx.db, 'mark.misuse-days', dateInVietnam(ctx.now))
  const marks = (await listMarks(ctx)).map(({ slug, name }) => ({ slug, name }))
  return { marks, days, mark: url.searchParams.get('dau') ?? '', requestKey: newId('mis') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, lang, m }, getClientAddress }) => {
    const words = m.mark
    const form = await readForm(request, reportMisuseInput.extend({ photo: z.instanceof(File).optional() }))
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const said = Object.keys(errors).map((name) => [name, name === 'words' ? words.seenMissing : words.tooLong])
      return correct(values, Object.fromEntries(said))
    }
    const { photo, ...input } = form.value
    const upload = photo && photo.size > 0 ? { content: photo, name: photo.name } : null
    const reported = await reportMisuse(ctx, input, { photo: upload, address: getClientAddress() })
    if (reported.ok) redirect(303, localHref(lang, paths.misuseCase(reported.value.caseCode)))
    const { refusal } = reported
    if (refusal.code === 'too-many-reports')
      return correct(form.values, { form: say(words.tooMany, { minutes: refusal.minutes }) }, refusal.code)
    if (refusal.code === 'mark-unknown') return correct(form.values, { mark: words.markUnknown }, refusal.code)
    if (refusal.code === 'contact-consent-missing') return correct(form.values, { contactAgreed: words.contactAgreedMissing }, refusal.code)
    return correct(form.values, { photo: words.photoRefused }, refusal.code)
  },
}
