import type { RecallStatus } from '@dacsan/modules/recall'

export const recallTones = { open: 'bad', closed: 'good' } as const satisfies Record<RecallStatus, string>
export const toldTones = { reached: 'good', waiting: 'water', 'not-reached': 'warn' } as const
