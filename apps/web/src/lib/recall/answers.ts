import type { RecallRefusal } from '@dacsan/modules/recall'
import { refusalFields, sayRefusal } from '@dacsan/modules/recall/words'
import { correct } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedRecall = (refusal: RecallRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
