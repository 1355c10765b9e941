import type { StatusRefusal } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { VisitEnquiryStatus, RouteStatus, StopStatus, routeActs, routeEnquiryActs, routeStopActs } from '../acts.ts'

export type RouteClosed = StatusRefusal<typeof routeActs.change, RouteStatus>
export type StopClosed = StatusRefusal<typeof routeStopActs.change, StopStatus>
export type VisitEnquiryClosed = StatusRefusal<typeof routeEnquiryActs.accept, VisitEnquiryStatus>
export type RouteFormRefusal = { code: 'host-unknown' }
export type StopFormRefusal = { code: 'host-unknown' } | { code: 'commune-unknown' } | { code: 'point-missing' } | { code: 'point-unknown' }
export type AddStopRefusal = StopFormRefusal | RouteClosed | { code: 'too-many-stops'; most: number }
export type PublishRouteRefusal = { code: 'stops-missing'; least: number }
export type RecogniseRouteRefusal = { code: 'paper-missing' } | { code: 'decision-in-future' } | UploadRefusal
export type ContactRefusal = { code: 'agreed-in-future' }
export type DayRefusal =
  | { code: 'day-past' }
  | { code: 'day-too-far'; days: number }
  | { code: 'out-of-season' }
  | { code: 'day-full'; groups: number }
export type EnquireRefusal =
  | DayRefusal
  | { code: 'too-many-requests'; minutes: number }
  | { code: 'route-not-open' }
  | { code: 'phone-wrong' }
  | { code: 'group-size'; least: number; most: number }
  | { code: 'language-not-spoken' }

/** Every refusal of routes: each has its sentence in `words/refusals.ts`. */
export type RouteRefusal =
  | RouteClosed
  | StopClosed
  | VisitEnquiryClosed
  | RouteFormRefusal
  | AddStopRefusal
  | PublishRouteRefusal
  | RecogniseRouteRefusal
  | ContactRefusal
  | EnquireRefusal
