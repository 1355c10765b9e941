import { askForGoods, askInput, enquiryForm } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { readTicked } from '#lib/buyers/answers.ts'
import { correct } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  ...(await enquiryForm(ctx, url.searchParams.get('san-pham'))),
  requestKey: newId('key'),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx, lang, m }, getClientAddress }) => {
    const { form, again } = await readTicked(request, askInput, 'needs')
    const { faults, tooMany } = m.buyers
    const sayFault = (name: string): string => faults[name as keyof typeof faults] ?? faults.form
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return again(correct(values, Object.fromEntries(Object.keys(errors).map((name) => [name in faults ? name : 'form', sayFault(name)]))))
    }
    const asked = await askForGoods(ctx, form.value, { language: lang, address: getClientAddress() })
    if (asked.ok) redirect(303, localHref(lang, paths.buyerCase(asked.value.code)))
    const { refusal } = asked
    if (refusal.code === 'too-many-requests')
      return again(correct(form.values, { form: say(tooMany, { minutes: refusal.minutes }) }, refusal.code))
    const [field, said] = refusal.code === 'contact-missing' ? ['contactPhone', faults.contactPhone] : ['goods', faults.product]
    return again(correct(form.values, { [field as string]: said as string }, refusal.code))
  },
}
