import type { Topic } from './topics.ts'

/**
 * What the law says and no part of the programme works by yet; `topics-not-used.test.ts` compares it with what the code reads. Whoever looks a
 * value up is told so: a row that drives nothing must not look as if it did.
 */
export const topicsNotUsed: readonly Topic[] = [
  'producer.kinds',
  'transition.finish-days',
  'renewal.finish-days',
  'renewal.reminder-days',
  'seller.suspension-notice-days',
  'platform.takedown-hours',
  'retention.listing-months',
  'retention.order-months',
  'retention.system-log-months',
  'retention.user-data-months',
  'personal-data.acknowledge-working-days',
  'personal-data.breach-notice-hours',
]
