import { fail, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { keepNote, keepNoteInput } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'

type Tabled = { session: string; dossier: string }

/** Keeps a member's own note and shows the same page again. */
export async function keepNoteOf({ request, locals, params, url }: RequestEvent<Tabled>) {
  const form = await readForm(request, keepNoteInput.pick({ note: true }))
  if (!form.ok) return form.answer
  const key = { sessionId: readId('ses', params.session), dossierId: readId('dos', params.dossier) }
  const outcome = await keepNote(locals.ctx, { ...key, ...form.value })
  if (!outcome.ok) return fail(422, { values: form.values, errors: { note: sayRefusal(outcome.refusal) } as Record<string, string> })
  redirect(303, `${url.pathname}#ghi-chu-rieng`)
}
