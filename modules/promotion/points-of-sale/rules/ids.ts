import type { Id } from '@dacsan/platform/ids'

export type PointId = Id<'pos'>
export type PointInspectionId = Id<'pin'>
