import { fail } from '@sveltejs/kit'
import { trustedNow } from '@dacsan/modules/certificates'
import { judgeCredential } from '@dacsan/modules/certificates/rules'
import { readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** The page brings all that it verifies with: from then on it asks nobody. */
export const load: PageServerLoad = async ({ locals: { ctx, m } }) => {
  const { check, producer, address, decision, decisionOf, authority, issued, until, code, productCode, stars, starsOnce, sample } =
    m.certificate
  const terms = { producer, address, decision, decisionOf, authority, issued, until, code, productCode, stars, starsOnce, sample }
  return { trusted: await trustedNow(ctx), words: { ...check, ...terms } }
}

/** A credential is some kilobytes; more is none. */
const mostBytes = 64 * 1024

export const actions: Actions = {
  /** For browsers without JavaScript: the server verifies the same, and keeps nothing. */
  default: async ({ request, locals: { ctx, m } }) => {
    const form = await readFormData(request)
    const [typed, file] = [form.get('text'), form.get('file')]
    const says = m.certificate.check
    const text = typeof typed === 'string' ? typed.slice(0, mostBytes) : ''
    const refuse = (field: 'text' | 'file', error: string) =>
      fail(422, { text, errors: { [field]: error } as { text?: string; file?: string } })
    const isChosen = file instanceof File && file.size > 0
    if (isChosen && file.type.startsWith('image/')) return refuse('file', says.noPhotoHere)
    if (isChosen && file.size > mostBytes) return refuse('file', says.noCredentialIn)
    if (!isChosen && text.trim() === '') return refuse('text', says.nothing)
    const judgement = await judgeCredential(isChosen ? await file.text() : text, { ...(await trustedNow(ctx)), now: ctx.now })
    return { text, judgement, errors: {} as { text?: string; file?: string } }
  },
}
