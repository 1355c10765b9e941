import type { ConsignmentRefusal, PointRefusal } from '@dacsan/modules/promotion'
import { consignmentRefusalFields, pointRefusalFields, sayConsignmentRefusal, sayPointRefusal } from '@dacsan/modules/promotion/words'
import { correct } from '#lib/forms.ts'

/** What was sent, as commands take it. */
export const uploadOf = (one: File | undefined) => (one ? { content: one, name: one.name } : null)

/** The form again, with why not beside the field that it is about. */
export const refusedPoint = (refusal: PointRefusal, values: Record<string, string>) =>
  correct(values, { [pointRefusalFields[refusal.code] ?? 'form']: sayPointRefusal(refusal) }, refusal.code)
export const refusedConsignment = (refusal: ConsignmentRefusal, values: Record<string, string>) =>
  correct(values, { [consignmentRefusalFields[refusal.code] ?? 'form']: sayConsignmentRefusal(refusal) }, refusal.code)
