import type { Id } from '@dacsan/platform/ids'

/** What one buyer looks for. */
export type EnquiryId = Id<'beq'>
/** One enquiry and one producer who may deliver. */
export type RelationId = Id<'brl'>
export type OfferId = Id<'bof'>
/** Price list, certificates and test reports in one file. */
export type BuyerPapersId = Id<'bpa'>
export type MatchingSessionId = Id<'mts'>
