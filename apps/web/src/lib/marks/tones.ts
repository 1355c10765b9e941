import type { MisuseStatus, Protection } from '@dacsan/modules/promotion/rules'

export const misuseTones = { open: 'warn', examining: 'water', closed: 'neutral' } as const satisfies Record<MisuseStatus, string>
export const protectionTones = { pending: 'warn', holds: 'good', over: 'bad' } as const satisfies Record<Protection['state'], string>
