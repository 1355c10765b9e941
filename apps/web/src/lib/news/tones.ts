import type { NewsRequestStatus, NewsStatus } from '@dacsan/modules/promotion'

export const newsTones = {
  draft: 'neutral',
  'in-review': 'warn',
  reviewed: 'warn',
  released: 'water',
  published: 'good',
  correcting: 'warn',
  withdrawn: 'bad',
} as const satisfies Record<NewsStatus, string>

export const newsRequestTones = { open: 'warn', closed: 'neutral' } as const satisfies Record<NewsRequestStatus, string>
