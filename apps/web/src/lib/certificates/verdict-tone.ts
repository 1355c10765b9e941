import type { CertificateVerdict } from '@dacsan/modules/certificates/rules'

/** The colour that goes with a verdict; the words beside it carry the meaning. */
export const verdictTones = {
  valid: 'good',
  expiring: 'warn',
  extended: 'warn',
  expired: 'bad',
  undated: 'neutral',
  superseded: 'neutral',
  withdrawn: 'bad',
} as const satisfies Record<CertificateVerdict, string>
