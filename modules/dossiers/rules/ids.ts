import type { Id } from '@dacsan/platform/ids'

export type DossierId = Id<'dos'>

/** The evaluation round that a dossier is assigned to; appraisal makes it. */
export type RoundId = Id<'rnd'>

export type EvidenceId = Id<'evi'>

/** An officer's turn at a dossier that they write for its producer. */
export type DossierProxyId = Id<'dpx'>

/** One handing in of a dossier. */
export type FilingId = Id<'fil'>

/** A commune's letter for several dossiers. */
export type CoveringLetterId = Id<'cvl'>

/** A request to supplement a dossier. */
export type RequestId = Id<'req'>

/** An application for a trademark that a producer follows, a step of it, and a correction. */
export type TrademarkId = Id<'tmk'>
export type TrademarkStepId = Id<'tms'>
export type TrademarkCorrectionId = Id<'tmc'>
