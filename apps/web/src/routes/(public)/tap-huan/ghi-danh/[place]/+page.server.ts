import { findOwnPlace, withdrawPlace } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { refusedInLanguage } from '#lib/training/answers.ts'
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

export const actions: Actions = {
  withdraw: async (event) => {
    const { ctx, lang, m } = event.locals
    const held = heldBy(event)
    const withdrawn = await withdrawPlace(ctx, held)
    if (!withdrawn.ok) return refusedInLanguage(m.training, withdrawn.refusal, {})
    redirect(303, localHref(lang, paths.classPlace(held.participantId, held.secret, 'da-rut')))
  },
}
