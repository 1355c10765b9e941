import { fail } from '@sveltejs/kit'
import type { ActionFailure } from '@sveltejs/kit'
import type { DossierRefusal } from '@dacsan/modules/dossiers/rules'
import { sayRefusal } from '@dacsan/modules/dossiers/words'
import { correct } from '#lib/forms.ts'
import type { Correction } from '#lib/forms.ts'

/** A file that is not taken, in every form that takes photos and papers. */
export const uploadFields = {
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
  'file-infected': 'file',
  'scanner-silent': 'file',
  'pdf-refused': 'file',
  'office-macros': 'file',
  'office-unpacks-too-large': 'file',
  'office-broken': 'file',
} as const

/** The fields of our forms that refusals are about; the others are about the form as a whole. */
const fields: Partial<Record<DossierRefusal['code'], string>> = {
  'not-certified-yet': 'kind',
  'certificate-valid': 'kind',
  'consent-missing': 'file',
  'unknown-set': 'setCode',
  'same-name': 'name',
  'not-declared': 'declared',
  'meeting-in-future': 'meetingOn',
  'meeting-before-filing': 'meetingOn',
  'reason-missing': 'reason',
  'no-items': 'text-0',
  'repeat-reason-missing': 'repeatReason',
  'dates-reversed': 'expiresOn',
  'issued-in-future': 'issuedOn',
  ...uploadFields,
  'pages-refused': 'file',
  'too-many-files': 'file',
  'too-many-pages': 'file',
  'pages-too-large': 'file',
  'pages-busy': 'file',
}

/**
 * The form again with why not, and nothing typed lost. A save that lost the race is a 409 that carries the version to save on,
 * so that saving once more is the person's own decision.
 */
export function refused(
  refusal: DossierRefusal,
  values: Record<string, string>,
  field = fields[refusal.code] ?? 'form',
): ActionFailure<Correction> {
  const errors: Record<string, string> = { [field]: sayRefusal(refusal) }
  if (refusal.code !== 'changed-elsewhere') return correct(values, errors, refusal.code)
  return fail<Correction>(409, { values: { ...values, version: String(refusal.version) }, errors })
}
