import type { Id } from '@dacsan/platform/ids'

/** What is inspected in a year. */
export type InspectionPlanId = Id<'ipl'>
/** One visit to a producer for one product. */
export type InspectionId = Id<'ins'>
export type InspectionPhotoId = Id<'iph'>
/** Something that was found wrong, to be mended by a day. */
export type FindingId = Id<'fnd'>
