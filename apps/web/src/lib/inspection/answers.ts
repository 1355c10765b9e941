import { sayRefusal, refusalFields } from '@dacsan/modules/inspection/words'
import type { InspectionRefusal } from '@dacsan/modules/inspection'
import { correct } from '#lib/forms.ts'

/** What was sent, as commands take it. */
export const uploadOf = (one: File | undefined) => (one ? { content: one, name: one.name } : null)

/** The form again, with why not beside the field that it is about. */
export const refusedInspection = (refusal: InspectionRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
