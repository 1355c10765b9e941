import type { ReturnStatus } from '@dacsan/modules/returns/rules'

export const returnTones = {
  open: 'gold',
  accepted: 'water',
  refused: 'warn',
  disputed: 'warn',
  settled: 'good',
  ended: 'neutral',
} as const satisfies Record<ReturnStatus, string>
