import { currentRuntime } from '@dacsan/modules/runtime'
import type { CarrierLines } from '@dacsan/modules/carriers'
import type { CarriersRefusal } from '@dacsan/modules/carriers/rules'
import { refusalFields, sayRefusal } from '@dacsan/modules/carriers/words'
import { correct } from '#lib/forms.ts'

/** Where carriers are asked, by the configuration of this process. */
export const carrierLines = (): CarrierLines => ({ carriersUrl: currentRuntime().config.carriersUrl })

/** The form again, with why not beside the field that it is about. */
export const refusedCarrier = (refusal: CarriersRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
