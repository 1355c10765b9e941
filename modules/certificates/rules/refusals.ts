import type { MeanwhileRefusal, RecordingRefusal } from './decision.ts'
import type { ImportRefusal } from './import.ts'
import type { MinistryRefusal, SendingRefusal } from './ministry.ts'
import type { PaperRefusal } from './paper.ts'
import type { ProposalRefusal, WithdrawalRefusal } from './withdrawal.ts'

export type DraftRefusal = { code: 'session-open' } | { code: 'nothing-decided' }

export type CertificatesRefusal =
  | DraftRefusal
  | MeanwhileRefusal
  | RecordingRefusal
  | MinistryRefusal
  | SendingRefusal
  | PaperRefusal
  | ProposalRefusal
  | WithdrawalRefusal
  | ImportRefusal
