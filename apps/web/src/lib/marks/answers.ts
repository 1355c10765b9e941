import type { MarkRefusal } from '@dacsan/modules/promotion/rules'
import { markRefusalFields, sayMarkRefusal } from '@dacsan/modules/promotion/words'
import { correct } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedMark = (refusal: MarkRefusal, values: Record<string, string>) =>
  correct(values, { [markRefusalFields[refusal.code] ?? 'form']: sayMarkRefusal(refusal) }, refusal.code)
