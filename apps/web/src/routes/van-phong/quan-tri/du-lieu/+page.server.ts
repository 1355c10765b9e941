import { redirect } from '@sveltejs/kit'
import { dataRequestList, listAgreed, listConsentTexts, supersedeText, supersedeTextInput } from '@dacsan/modules/privacy'
import { sayRefusal } from '@dacsan/modules/privacy/words'
import { holidays } from '@dacsan/modules/law'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import { correct, readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const today = dateInVietnam(ctx.now)
  const list = await showList(ctx, dataRequestList, url)
  return {
    today,
    list: {
      ...list,
      rows: list.rows.map((request) => ({ ...request, due: request.nextDueOn && formatDeadline(today, request.nextDueOn, holidays()) })),
    },
    texts: await listConsentTexts(ctx),
    agreed: (await listAgreed(ctx, 'programme-invitations')).map(({ name, email }) => ({ name, email })),
  }
}

export const actions: Actions = {
  'supersede-text': async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, supersedeTextInput)
    if (!form.ok) return form.answer
    const outcome = await supersedeText(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.privacyDesk)
  },
}
