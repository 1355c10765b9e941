import { parcelStates } from '@dacsan/carriers'
import type { CarrierName, Party } from '@dacsan/carriers'

/** `planned`: the carrier was or is to be asked, and did not answer yet; `refused`: it said no. */
export const parcelStatuses = ['planned', ...parcelStates, 'refused'] as const
export type ParcelStatus = (typeof parcelStatuses)[number]

/** `sent`: the carrier has it; `refused`: it said no; `waiting`: nobody knows yet, it is asked again; `unclear`: nobody can be asked, the seller must look. */
export type Sent = 'sent' | 'refused' | 'waiting' | 'unclear'

export type EventSource = 'seller' | 'answer' | 'asked' | 'told'
export type PushState = 'stored' | 'asked' | 'unknown'

export type Sender = Party
/** Beside `sender` and the carrier, by the names that its protocol has. */
export type Secrets = Readonly<Record<string, string>>

export const payoutLineStates = ['exact', 'less', 'more', 'unknown', 'twice', 'fees'] as const
export type PayoutLineState = (typeof payoutLineStates)[number]
export type PayoutAnswer = 'accepted' | 'claimed' | 'assigned' | 'set-aside'

export type { CarrierName }
