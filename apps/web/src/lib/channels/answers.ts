import type { ChannelsRefusal } from '@dacsan/modules/channels/rules'
import { refusalFields, sayRefusal } from '@dacsan/modules/channels/words'
import { correct } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedChannel = (refusal: ChannelsRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
