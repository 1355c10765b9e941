import { fail } from '@sveltejs/kit'
import type { ActionFailure } from '@sveltejs/kit'
import type { DossierRefusal } from '@dacsan/modules/dossiers/rules'
import { sayRefusal } from '@dacsan/modules/dossiers/words'
import { correct } from '#lib/forms.ts'
import type { Correction } from '#lib/forms.ts'

/**
 * The form again with why not, and nothing typed lost. A save that lost the race is a 409 that carries the version to save on,
 * so that saving once more is the person's own decision.
 */
export function refused(refusal: DossierRefusal, values: Record<string, string>, field = 'form'): ActionFailure<Correction> {
  const errors: Record<string, string> = { [field]: sayRefusal(refusal) }
  if (refusal.code !== 'changed-elsewhere') return correct(values, errors)
  return fail<Correction>(409, { values: { ...values, version: String(refusal.version) }, errors })
}
