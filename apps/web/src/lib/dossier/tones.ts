import type { DossierStatus, DueState, EvidenceState, RenewalWindow, SectionStatus, TrademarkStatus } from '@dacsan/modules/dossiers/rules'

type Tone = 'neutral' | 'water' | 'good' | 'warn' | 'bad'

export const statusTones = {
  draft: 'neutral',
  submitted: 'water',
  returned: 'warn',
  proposed: 'water',
  'province-returned': 'warn',
  received: 'water',
  appraising: 'water',
  scored: 'water',
  'awaiting-ministry': 'good',
  recognised: 'good',
  'not-recognised': 'bad',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<DossierStatus, Tone>

export const sectionTones = {
  'not-started': 'neutral',
  carried: 'warn',
  'in-progress': 'water',
  error: 'bad',
  asked: 'warn',
  done: 'good',
} as const satisfies Record<SectionStatus, Tone>

export const renewalTones = { early: 'warn', open: 'good', late: 'warn', expired: 'warn' } as const satisfies Record<
  RenewalWindow['state'],
  Tone
>

export const dueTones = { 'on-time': 'good', soon: 'warn', late: 'bad' } as const satisfies Record<DueState, Tone>
export const evidenceTones = { valid: 'good', expiring: 'warn', expired: 'bad', 'no-file': 'neutral' } as const satisfies Record<
  EvidenceState,
  Tone
>

export const trademarkTones = {
  filed: 'water',
  'form-accepted': 'good',
  published: 'good',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<TrademarkStatus, Tone>
