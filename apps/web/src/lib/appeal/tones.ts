import type { AppealStatus } from '@dacsan/modules/appraisal/rules'

type Tone = 'neutral' | 'good' | 'warn' | 'bad'

export const appealTones = {
  filed: 'warn',
  accepted: 'warn',
  granted: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<AppealStatus, Tone>
