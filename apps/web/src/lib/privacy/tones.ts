import type { BreachStatus, RequestStatus } from '@dacsan/modules/privacy/rules'

export const requestTones = {
  received: 'warn',
  acknowledged: 'water',
  extended: 'water',
  fulfilled: 'good',
  partly: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<RequestStatus, string>

export const breachTones = { open: 'bad', reported: 'water', closed: 'good' } as const satisfies Record<BreachStatus, string>
