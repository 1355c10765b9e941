import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows, OrganisationId, Ties } from '../../identity/rules.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { RouteEnquiryId, RouteId, RouteStopId } from './rules/ids.ts'

export const routeStatuses = ['draft', 'published', 'recognised', 'ended'] as const
export type RouteStatus = (typeof routeStatuses)[number]
/** `left`: its host stepped out, for a time or for good. `dropped`: the office took it off. */
export const stopStatuses = ['standing', 'left', 'dropped'] as const
export type StopStatus = (typeof stopStatuses)[number]
export const visitEnquiryStatuses = ['asked', 'other-day', 'accepted', 'declined', 'withdrawn'] as const
export type VisitEnquiryStatus = (typeof visitEnquiryStatuses)[number]

export const stopKinds = ['workshop', 'point-of-sale', 'homestay', 'sight'] as const
export type StopKind = (typeof stopKinds)[number]
/** Why visitors are not led to a stop, whatever the route says. */
export type OutBecause = 'host-left' | 'point-not-recognised'

export type RouteMoved = { routeId: RouteId; name: string }
export type StopMoved = { stopId: RouteStopId; routeId: RouteId; name: string }
export type VisitEnquiryMoved = { enquiryId: RouteEnquiryId; routeId: RouteId }
const route = carries<RouteMoved>()
const stop = carries<StopMoved>()
const enquiry = carries<VisitEnquiryMoved>()

const office = { 'trade-department': 'any' } as const
/** Whoever receives visitors; the department for a household that has no account. */
const hosts = { producer: 'owner', 'point-keeper': 'owner', 'trade-department': 'any' } as const
/** By the code of the enquiry, which is the key to it: without it nothing is found (`byCode`). */
const visitor = { anyone: 'any' } as const
const [routeClosed, stopClosed, enquiryClosed] = ['route-closed', 'stop-closed', 'enquiry-closed'] as const
const open = ['draft', 'published', 'recognised'] as const
const kept = ['standing', 'left'] as const
const form = ['host-unknown'] as const
const stopForm = ['host-unknown', 'commune-unknown', 'point-missing', 'point-unknown'] as const

export const routeActs = nameActs('route', {
  register: { by: office, event: 'route.registered', payload: route, says: 'Ghi tuyến', refusals: [...form] },
  change: {
    from: [...open],
    by: office,
    event: 'route.changed',
    payload: route,
    says: 'Sửa tuyến',
    closed: routeClosed,
    refusals: [...form],
  },
  publish: {
    from: ['draft'],
    to: 'published',
    by: office,
    event: 'route.published',
    payload: route,
    says: 'Công bố tuyến',
    closed: routeClosed,
    refusals: ['stops-missing'],
  },
  recognise: {
    from: ['published'],
    to: 'recognised',
    by: office,
    event: 'route.recognised',
    payload: route,
    says: 'Ghi quyết định công nhận tuyến',
    closed: routeClosed,
    refusals: ['paper-missing', 'decision-in-future', ...uploadRefusals],
  },
  end: {
    from: ['published', 'recognised'],
    to: 'ended',
    by: office,
    event: 'route.ended',
    payload: route,
    says: 'Ngừng tuyến',
    closed: routeClosed,
  },
} as const satisfies ActRows<RouteStatus>)
export type RouteAct = keyof typeof routeActs

export const routeStopActs = nameActs('route-stop', {
  add: {
    by: office,
    event: 'route-stop.added',
    payload: stop,
    says: 'Thêm điểm dừng',
    refusals: ['route-closed', 'too-many-stops', ...stopForm],
  },
  change: { from: [...kept], by: office, event: 'route-stop.changed', payload: stop, says: 'Sửa điểm dừng', closed: stopClosed, refusals: ['route-closed', ...stopForm] }, // prettier-ignore
  drop: { from: [...kept], to: 'dropped', by: office, event: 'route-stop.dropped', payload: stop, says: 'Bỏ điểm dừng', closed: stopClosed, refusals: ['route-closed'] }, // prettier-ignore
  'give-contact': { from: [...kept], by: hosts, event: 'route-stop.contact-given', payload: stop, says: 'Cho công khai điện thoại điểm dừng', closed: stopClosed, refusals: ['agreed-in-future'] }, // prettier-ignore
  'withdraw-contact': { from: [...kept], by: hosts, event: 'route-stop.contact-withdrawn', payload: stop, says: 'Rút điện thoại điểm dừng', closed: stopClosed }, // prettier-ignore
  'change-code': {
    from: [...kept],
    by: hosts,
    event: 'route-stop.code-changed',
    payload: stop,
    says: 'Đổi mã đóng dấu',
    closed: stopClosed,
  },
  leave: { from: ['standing'], to: 'left', by: hosts, event: 'route-stop.left', payload: stop, says: 'Ngừng đón khách ở điểm dừng', closed: stopClosed }, // prettier-ignore
  rejoin: { from: ['left'], to: 'standing', by: hosts, event: 'route-stop.rejoined', payload: stop, says: 'Đón khách lại ở điểm dừng', closed: stopClosed }, // prettier-ignore
} as const satisfies ActRows<StopStatus>)
export type StopAct = keyof typeof routeStopActs

const dayRefusals = ['day-past', 'day-too-far', 'out-of-season', 'day-full'] as const
export const routeEnquiryActs = nameActs('route-enquiry', {
  ask: {
    by: { anyone: 'any' },
    event: 'route-enquiry.asked',
    payload: enquiry,
    says: 'Khách hỏi đặt tuyến',
    refusals: ['too-many-requests', 'route-not-open', 'phone-wrong', 'group-size', 'language-not-spoken', ...dayRefusals],
  },
  accept: { from: ['asked'], to: 'accepted', by: hosts, event: 'route-enquiry.accepted', payload: enquiry, says: 'Nhận khách', closed: enquiryClosed, refusals: [...dayRefusals] }, // prettier-ignore
  'offer-day': { from: ['asked'], to: 'other-day', by: hosts, event: 'route-enquiry.day-offered', payload: enquiry, says: 'Đề nghị khách ngày khác', closed: enquiryClosed, refusals: [...dayRefusals] }, // prettier-ignore
  decline: { from: ['asked', 'other-day', 'accepted'], to: 'declined', by: hosts, event: 'route-enquiry.declined', payload: enquiry, says: 'Không nhận khách', closed: enquiryClosed }, // prettier-ignore
  'take-day': { from: ['other-day'], to: 'accepted', by: visitor, event: 'route-enquiry.day-taken', payload: enquiry, says: 'Khách nhận ngày khác', closed: enquiryClosed, refusals: [...dayRefusals] }, // prettier-ignore
  withdraw: { from: ['asked', 'other-day', 'accepted'], to: 'withdrawn', by: visitor, event: 'route-enquiry.withdrawn', payload: enquiry, says: 'Khách thôi không đi', closed: enquiryClosed }, // prettier-ignore
} as const satisfies ActRows<VisitEnquiryStatus>)
export type VisitEnquiryAct = keyof typeof routeEnquiryActs

export const tiesOfHost = ({ hostId }: { hostId: OrganisationId }): Ties => ({ owner: hostId })

export const routeActTables = [
  { says: 'Tuyến', statuses: routeStatuses, acts: routeActs },
  { says: 'Điểm dừng của tuyến', statuses: stopStatuses, acts: routeStopActs },
  { says: 'Khách hỏi đặt tuyến', statuses: visitEnquiryStatuses, acts: routeEnquiryActs },
] as const
