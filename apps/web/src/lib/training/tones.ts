import type { ClassStatus, ParticipantStatus } from '@dacsan/modules/support/rules'

export const classTones = {
  draft: 'neutral',
  open: 'good',
  held: 'water',
  accepted: 'neutral',
  cancelled: 'bad',
} as const satisfies Record<ClassStatus, string>

export const participantTones = { listed: 'good', waiting: 'warn', withdrawn: 'neutral' } as const satisfies Record<
  ParticipantStatus,
  string
>
