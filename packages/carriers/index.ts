import type { Carrier } from './carrier.ts'
import { carrierNames } from './carrier-names.ts'
import type { CarrierName } from './carrier-names.ts'
import { ghn } from './ghn.ts'
import { ghtk } from './ghtk.ts'
import { viettelPost } from './viettel-post.ts'
import { vnpost } from './vnpost.ts'

export { carrierNames } from './carrier-names.ts'
export type { CarrierName } from './carrier-names.ts'
export type * from './carrier.ts'
export { judgeLimits, limitOn, limits } from './limits.ts'
export type { LimitName, LimitRefusal, Mark } from './limits.ts'
export { isCancellable, isEndOfWay, parcelStateOf, parcelStates, statusTables } from './states.ts'
export type { ParcelState } from './states.ts'
export { uncertain } from './uncertain.ts'

const carriers: Readonly<Record<CarrierName, Carrier>> = { ghn, ghtk, viettelpost: viettelPost, vnpost }

/**
 * The protocol of a carrier.
 *
 * @example carrierOf('ghn').cancel.write({ token: 't', shopId: '1' }, { carrierCode: 'GHN123' }).path // '/shiip/public-api/v2/switch-status/cancel'
 */
export const carrierOf = (name: CarrierName): Carrier => carriers[name]

/** @example isCarrier('toString') // false */
export const isCarrier = (text: string): text is CarrierName => (carrierNames as readonly string[]).includes(text)
