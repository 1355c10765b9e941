import type { Id } from '@dacsan/platform/ids'

export type DecisionId = Id<'dec'>

export type CertificateId = Id<'cer'>

export type ImportId = Id<'imp'>

export type WithdrawalProposalId = Id<'wdp'>
