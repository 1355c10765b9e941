import type { AppraisalRefusal } from '@dacsan/modules/appraisal/rules'
import { appealFields, sayRefusal } from '@dacsan/modules/appraisal/words'
import { correct } from '#lib/forms.ts'

/** The form of a complaint or of its answer again, with why not beside the field that it is about. */
export const refusedAppeal = (refusal: AppraisalRefusal, values: Record<string, string>) =>
  correct(values, { [appealFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
