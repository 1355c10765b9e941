import { redirect } from '@sveltejs/kit'
import { acknowledgeInput, acknowledgeRecall, findForPartner } from '@dacsan/modules/recall'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedRecall } from '#lib/recall/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const linkOf = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) => ({
  partnerId: readId('rcp', params['id'] ?? ''),
  secret: (url.searchParams.get('k') ?? '').slice(0, 64),
})

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  return findForPartner(event.locals.ctx, linkOf(event))
}

export const actions: Actions = {
  default: async (event) => {
    const link = linkOf(event)
    const form = await readForm(event.request, acknowledgeInput.omit({ partnerId: true, secret: true }))
    if (!form.ok) return form.answer
    const said = await acknowledgeRecall(event.locals.ctx, { ...form.value, ...link })
    if (!said.ok) return refusedRecall(said.refusal, form.values)
    redirect(303, paths.recallPartner(link.partnerId, link.secret))
  },
}
