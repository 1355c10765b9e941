import type { ContestStatus, EntryStatus } from '@dacsan/modules/promotion/rules'

export const contestTones = {
  draft: 'neutral',
  open: 'good',
  judging: 'water',
  published: 'neutral',
  cancelled: 'bad',
} as const satisfies Record<ContestStatus, string>

export const entryTones = { entered: 'good', withdrawn: 'neutral', 'set-aside': 'bad' } as const satisfies Record<EntryStatus, string>
