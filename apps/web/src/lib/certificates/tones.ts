import type { RecognitionOutcome } from '@dacsan/modules/law/rules'
import type { CertificateVerdict, CredentialState, DecisionStatus } from '@dacsan/modules/certificates/rules'

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

export const decisionTones = { draft: 'warn', recorded: 'good' } as const satisfies Record<DecisionStatus, string>

export const outcomeTones = {
  recognised: 'good',
  'potential-five': 'gold',
  'not-recognised': 'neutral',
} as const satisfies Record<RecognitionOutcome, string>

export const credentialTones = {
  valid: 'good',
  'not-yet-valid': 'warn',
  expired: 'bad',
  superseded: 'neutral',
  withdrawn: 'bad',
} as const satisfies Record<CredentialState, string>
