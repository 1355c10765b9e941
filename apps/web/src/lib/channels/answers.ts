import type { ChannelLines } from '@dacsan/modules/channels'
import type { ChannelsRefusal } from '@dacsan/modules/channels/rules'
import { refusalFields, sayRefusal } from '@dacsan/modules/channels/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { correct } from '#lib/forms.ts'

/** Where marketplaces are asked, by the configuration of this process. */
export const channelLines = (): ChannelLines => ({ marketplacesUrl: currentRuntime().config.marketplacesUrl })

/** The form again, with why not beside the field that it is about. */
export const refusedChannel = (refusal: ChannelsRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
