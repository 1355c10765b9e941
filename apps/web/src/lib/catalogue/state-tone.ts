import type { CertificateState } from '@dacsan/modules/catalogue/rules'

/** The colour that goes with a state; the words beside it carry the meaning. */
export const stateTones = {
  certified: 'good',
  expiring: 'warn',
  undated: 'neutral',
  'potential-five': 'gold',
  expired: 'bad',
  withdrawn: 'bad',
  none: 'neutral',
} as const satisfies Record<CertificateState, string>
