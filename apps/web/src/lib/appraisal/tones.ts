import type {
  AppraisalStage,
  MemberSheetState,
  RoundStatus,
  ScoringState,
  SessionStatus,
  SheetStatus,
} from '@dacsan/modules/appraisal/rules'

type Tone = 'neutral' | 'water' | 'good' | 'warn' | 'bad'

export const roundTones = { open: 'water', closed: 'neutral' } as const satisfies Record<RoundStatus, Tone>

export const sessionTones = {
  preparing: 'water',
  scoring: 'water',
  reviewing: 'warn',
  closed: 'good',
  cancelled: 'neutral',
} as const satisfies Record<SessionStatus, Tone>

export const sheetTones = { draft: 'water', submitted: 'good', reopened: 'water' } as const satisfies Record<SheetStatus, Tone>

export const memberSheetTones = {
  eliminated: 'neutral',
  postponed: 'neutral',
  withdrawn: 'neutral',
  conflict: 'neutral',
  blank: 'neutral',
  draft: 'water',
  submitted: 'good',
  reopened: 'warn',
} as const satisfies Record<MemberSheetState, Tone>

export const scoringTones = {
  eliminated: 'bad',
  postponed: 'bad',
  withdrawn: 'neutral',
  exceeds: 'warn',
  'discussion-due': 'warn',
  complete: 'good',
  'nobody-present': 'neutral',
  collecting: 'neutral',
} as const satisfies Record<ScoringState, Tone>

export const stageTones = {
  'to-check': 'warn',
  'to-assign': 'warn',
  'to-report': 'warn',
  reported: 'good',
  'in-session': 'water',
  supplementing: 'neutral',
} as const satisfies Record<AppraisalStage, Tone>
