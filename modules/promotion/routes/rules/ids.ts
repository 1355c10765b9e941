import type { Id } from '@dacsan/platform/ids'

export type RouteId = Id<'rou'>
export type RouteStopId = Id<'rst'>
export type RouteEnquiryId = Id<'ren'>
