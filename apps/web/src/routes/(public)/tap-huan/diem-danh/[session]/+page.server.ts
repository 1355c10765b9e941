import { checkIn, checkInInput, findCheckIn } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { fieldsInLanguage, refusedInLanguage } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** What the code of a session says: which it is, and its signature. */
const scanned = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) => ({
  sessionId: readId('tse', params.session),
  code: (url.searchParams.get('k') ?? '').slice(0, 64),
})

export const load: PageServerLoad = async (event) => {
  const { code, ...asked } = scanned(event)
  return { ...(await findCheckIn(event.locals.ctx, { ...asked, code })), code }
}

export const actions: Actions = {
  check: async (event) => {
    const { ctx, m } = event.locals
    const form = await readForm(event.request, checkInInput)
    if (!form.ok) return fieldsInLanguage(m.training, form.answer.data)
    const checked = await checkIn(ctx, { ...scanned(event), address: event.getClientAddress() }, form.value)
    if (!checked.ok) return refusedInLanguage(m.training, checked.refusal, form.values)
    return { done: checked.value.name, values: {} as Record<string, string>, errors: undefined }
  },
}
