import type { RequestStatus, ConsentStatus, BreachStatus } from './acts.ts'
import type { KeptData } from './rules/request.ts'

export { breachKinds } from './rules/breach.ts'
export type { BreachKind } from './rules/breach.ts'
export { requestKinds } from './rules/request.ts'
export type { KeptData } from './rules/request.ts'
export type { BreachStatus, RequestStatus } from './acts.ts'

export type ConsentRefusal = { code: 'text-superseded' } | { code: 'consent-withdrawn'; status: ConsentStatus }
export type ConsentTextRefusal = { code: 'too-early' } | { code: 'same-text' }
export type AskRefusal = { code: 'already-asked'; request: string }
export type RequestRefusal =
  | { code: 'wrong-status'; status: RequestStatus }
  | { code: 'something-stays'; kept: readonly KeptData[] }
  | { code: 'last-administrator' }
export type BreachRefusal = { code: 'wrong-status'; status: BreachStatus } | { code: 'persons-not-told' } | { code: 'measures-missing' }
