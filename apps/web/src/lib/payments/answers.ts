import type { PaymentsRefusal } from '@dacsan/modules/payments/rules'
import { refusalFields, sayRefusal } from '@dacsan/modules/payments/words'
import { correct } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedPayment = (refusal: PaymentsRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
