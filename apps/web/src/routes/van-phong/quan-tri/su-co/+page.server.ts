import { redirect } from '@sveltejs/kit'
import { dataBreachList, privacyNotice, registerBreach, registerBreachInput } from '@dacsan/modules/privacy'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  list: await showList(ctx, dataBreachList, url),
  hours: (await privacyNotice(ctx)).breachHours,
  // What a field for date and time takes: the clock of Việt Nam, without a zone.
  nowLocal: new Date(ctx.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 16),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerBreachInput)
    if (!form.ok) return form.answer
    const outcome = await registerBreach(ctx, form.value)
    redirect(303, paths.dataBreach(outcome.ok ? outcome.value.breachId : ''))
  },
}
