import type { DeliveryStatus } from './acts.ts'
import type { Channel } from './rules/channels.ts'

export { channels, isQuiet } from './rules/channels.ts'
export type { Channel } from './rules/channels.ts'
export { faultOf, placeholdersOf, withoutAccents } from './rules/fill.ts'
export { readSecretPath } from './rules/secret-path.ts'
export type { DeliveryStatus } from './acts.ts'

export type SendAgainRefusal =
  | { code: 'delivery-under-way'; status: DeliveryStatus }
  | { code: 'channel-off'; channel: Channel }
  | { code: 'address-unknown'; channel: Channel }
export type TextRefusal =
  | { code: 'placeholder-unknown'; name: string; known: readonly string[] }
  | { code: 'placeholder-broken'; at: string }
  | { code: 'changed-elsewhere' }
export type ReachRefusal =
  | { code: 'phone-not-mobile' }
  | { code: 'quiet-hours-empty' }
  | { code: 'not-a-push-service' }
  | { code: 'too-many-attempts'; minutes: number }
