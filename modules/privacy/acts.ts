import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'
import type { DataRequestId } from './rules/ids.ts'

export const consentStatuses = ['given', 'withdrawn'] as const
export type ConsentStatus = (typeof consentStatuses)[number]

export const requestStatuses = ['received', 'acknowledged', 'extended', 'fulfilled', 'partly', 'refused', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]
/** Those in which somebody waits for an answer. */
export const openRequests = ['received', 'acknowledged', 'extended'] as const

export const breachStatuses = ['open', 'reported', 'closed'] as const
export type BreachStatus = (typeof breachStatuses)[number]

/** The person, signed in; a buyer without an account, by the link of the purchase. */
const person = { anyone: ['self', 'link'] } as const
const officer = { administrator: 'any' } as const

/** What somebody agrees to, of one's own will. */
export const consentActs = nameActs('consent', {
  give: { to: 'given', by: person, event: 'consent.given', says: 'Đồng ý một mục đích xử lý dữ liệu', refusals: ['text-superseded'] },
  withdraw: {
    from: ['given'],
    to: 'withdrawn',
    by: person,
    event: 'consent.withdrawn',
    says: 'Rút lại đồng ý',
    closed: 'consent-withdrawn',
  },
} as const satisfies ActRows<ConsentStatus>)

export const consentTextActs = nameActs('consent-text', {
  supersede: { by: officer, event: 'consent-text.superseded', says: 'Thay lời hỏi đồng ý', refusals: ['too-early', 'same-text'] },
} as const satisfies ActRows)

/** What subscribers hear of a request: which one. */
export type RequestMoved = { requestId: DataRequestId }
const moved = carries<RequestMoved>()

/** What somebody asks about the own data, and what becomes of it (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). */
export const requestActs = nameActs('data-request', {
  ask: {
    to: 'received',
    by: person,
    event: 'data-request.asked',
    payload: moved,
    says: 'Yêu cầu về dữ liệu cá nhân',
    refusals: ['already-asked'],
  },
  acknowledge: {
    from: ['received'],
    to: 'acknowledged',
    by: officer,
    event: 'data-request.acknowledged',
    payload: moved,
    says: 'Xác nhận đã nhận yêu cầu về dữ liệu',
  },
  /** Once. */
  extend: {
    from: ['received', 'acknowledged'],
    to: 'extended',
    by: officer,
    event: 'data-request.extended',
    payload: moved,
    says: 'Gia hạn yêu cầu về dữ liệu',
  },
  fulfil: {
    from: openRequests,
    to: 'fulfilled',
    by: officer,
    event: 'data-request.fulfilled',
    final: true,
    payload: moved,
    says: 'Thực hiện yêu cầu về dữ liệu',
    refusals: ['something-stays', 'last-administrator'],
  },
  'fulfil-in-part': {
    from: openRequests,
    to: 'partly',
    by: officer,
    event: 'data-request.fulfilled-in-part',
    final: true,
    payload: moved,
    says: 'Thực hiện một phần yêu cầu về dữ liệu',
    refusals: ['last-administrator'],
  },
  refuse: {
    from: openRequests,
    to: 'refused',
    by: officer,
    event: 'data-request.refused',
    payload: moved,
    says: 'Từ chối yêu cầu về dữ liệu',
  },
  withdraw: { from: openRequests, to: 'withdrawn', by: person, event: 'data-request.withdrawn', says: 'Rút yêu cầu về dữ liệu' },
} as const satisfies ActRows<RequestStatus>)

/** What the law wants done once personal data got where they should not. */
export const breachActs = nameActs('data-breach', {
  register: { to: 'open', by: officer, event: 'data-breach.registered', says: 'Ghi sự cố dữ liệu cá nhân' },
  describe: { from: ['open', 'reported'], by: officer, event: 'data-breach.described', says: 'Bổ sung sự cố dữ liệu cá nhân' },
  report: { from: ['open'], to: 'reported', by: officer, event: 'data-breach.reported', says: 'Ghi đã báo cơ quan về sự cố dữ liệu' },
  'tell-persons': {
    from: ['open', 'reported'],
    by: officer,
    event: 'data-breach.persons-told',
    says: 'Ghi đã báo người có dữ liệu về sự cố',
  },
  close: {
    from: ['reported'],
    to: 'closed',
    by: officer,
    event: 'data-breach.closed',
    says: 'Đóng sự cố dữ liệu cá nhân',
    refusals: ['persons-not-told', 'measures-missing'],
  },
} as const satisfies ActRows<BreachStatus>)

export const privacyActTables = [
  { says: 'Đồng ý xử lý dữ liệu', statuses: consentStatuses, acts: consentActs },
  { says: 'Lời hỏi đồng ý', statuses: [], acts: consentTextActs },
  { says: 'Yêu cầu về dữ liệu', statuses: requestStatuses, acts: requestActs },
  { says: 'Sự cố dữ liệu cá nhân', statuses: breachStatuses, acts: breachActs },
] as const
