import type { ApplicationStatus, FairStatus } from '@dacsan/modules/promotion'

export const fairTones = {
  draft: 'neutral',
  open: 'good',
  closed: 'water',
  allotted: 'water',
  running: 'good',
  ended: 'neutral',
  reported: 'neutral',
  cancelled: 'bad',
} as const satisfies Record<FairStatus, string>

export const applicationTones = {
  open: 'water',
  withdrawn: 'neutral',
  allotted: 'warn',
  waiting: 'water',
  refused: 'bad',
  confirmed: 'good',
  declined: 'neutral',
  lapsed: 'neutral',
  absent: 'bad',
} as const satisfies Record<ApplicationStatus, string>
