import type { CertificateState } from '@dacsan/modules/catalogue/rules'

/** The colour that goes with a state; the words beside it carry the meaning. */
export const stateTones = {
  certified: 'good',
  expiring: 'warn',
  extended: 'warn',
  undated: 'neutral',
  'potential-five': 'gold',
  expired: 'bad',
  withdrawn: 'bad',
  none: 'neutral',
} as const satisfies Record<CertificateState, string>

/** The states whose words are those of the rank: one of the two is said, not both. */
export const saidByRank = {
  certified: false,
  expiring: false,
  extended: false,
  undated: false,
  'potential-five': true,
  expired: false,
  withdrawn: false,
  none: true,
} as const satisfies Record<CertificateState, boolean>

/** The colours of a producer's own list of products, where gold is for what is reached. */
export const taskTones = { ...stateTones, 'potential-five': 'water' } as const satisfies Record<CertificateState, string>

type Notice = { tone: 'warn' | 'bad'; text: 'expired' | 'withdrawn' }

/** What a buyer is warned of, by the name of its sentence. */
export const stateNotices: Readonly<Record<CertificateState, Notice | null>> = {
  certified: null,
  expiring: null,
  extended: null,
  undated: null,
  'potential-five': null,
  expired: { tone: 'warn', text: 'expired' },
  withdrawn: { tone: 'bad', text: 'withdrawn' },
  none: null,
}
