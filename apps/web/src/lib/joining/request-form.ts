import { fail } from '@sveltejs/kit'
import { askChangeInput, fileRequestInput } from '@dacsan/modules/joining'
import type { JoiningRefusal } from '@dacsan/modules/joining'
import { refusalFields, sayRefusal } from '@dacsan/modules/joining/words'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'

const file = z.instanceof(File).optional()
/** What was sent, as commands take it. */
export const uploadOf = (one: File | undefined) => (one ? { content: one, name: one.name } : null)

/** What somebody says of a producer, with its paper. */
export async function readRequestForm(request: Request) {
  const form = await readForm(request, fileRequestInput.extend({ file }))
  if (!form.ok) return form
  const { file: sent, ...input } = form.value
  return { ok: true as const, input, upload: uploadOf(sent), values: form.values }
}

export async function readChangeForm(request: Request) {
  const form = await readForm(request, askChangeInput.extend({ file }))
  if (!form.ok) return form
  const { file: sent, ...input } = form.value
  return { ok: true as const, input, upload: uploadOf(sent), values: form.values }
}

export async function readSupplement(request: Request) {
  const form = await readForm(request, z.object({ note: z.string().trim().max(2000).default(''), file }))
  if (!form.ok) return form
  const { note, file: sent } = form.value
  return { ok: true as const, note: note || null, upload: uploadOf(sent), values: form.values }
}

/** The form again, with why not beside the field that it is about. */
export const refusedRequest = (refusal: JoiningRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)

/** The form again, with how long to wait; also whoever must wait finds again what was typed. */
export function waitAndTryAgain(minutes: number, values: Record<string, string>) {
  const errors: Record<string, string> = { form: sayRefusal({ code: 'too-many-requests', minutes }) }
  return fail(429, { values, errors })
}
