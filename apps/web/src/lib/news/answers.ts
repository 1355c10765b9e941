import type { NewsRefusal } from '@dacsan/modules/promotion'
import { newsRefusalFields, sayNewsRefusal } from '@dacsan/modules/promotion/words'
import { correct } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedNews = (refusal: NewsRefusal, values: Record<string, string>) =>
  correct(values, { [newsRefusalFields[refusal.code] ?? 'form']: sayNewsRefusal(refusal) }, refusal.code)
