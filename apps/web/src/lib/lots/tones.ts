import type { DoubtStatus, LotStatus } from '@dacsan/modules/traceability/rules'

export const lotTones = { open: 'good', closed: 'neutral', recalled: 'bad' } as const satisfies Record<LotStatus, string>
export const doubtTones = { new: 'warn', checking: 'water', closed: 'neutral' } as const satisfies Record<DoubtStatus, string>
