import type { RefusalsOf } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import { addMonths } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { trademarkActs } from '../trademarks/acts.ts'
import type { TrademarkStatus } from '../trademarks/acts.ts'

export { trademarkActs, trademarkSteps } from '../trademarks/acts.ts'
export type { TrademarkStatus, TrademarkStep } from '../trademarks/acts.ts'

/** How many months the office of intellectual property has for each stage, and how many years a mark is protected from its filing. */
export type TrademarkLaw = { form: number; publication: number; substance: number; protectionYears: number }

const stages = [
  { after: 'filed', next: 'form-accepted', law: 'form' },
  { after: 'form-accepted', next: 'published', law: 'publication' },
  { after: 'published', next: 'granted', law: 'substance' },
] as const

export type ExpectedStep = { status: Extract<TrademarkStatus, 'form-accepted' | 'published' | 'granted'>; on: PlainDate }

/**
 * What comes next and by when, each stage counted from the day of the one before, to the last one; nothing once the application has ended. An
 * estimate: the office often takes longer.
 *
 * @example expectedSteps({ status: 'published', on: '2026-03-31' }, { form: 1, publication: 2, substance: 9, protectionYears: 10 }) // [{ status: 'granted', on: '2026-12-31' }]
 */
export function expectedSteps(last: { status: TrademarkStatus; on: PlainDate }, law: TrademarkLaw): ExpectedStep[] {
  const from = stages.findIndex(({ after }) => after === last.status)
  if (from < 0) return []
  let day = last.on
  return stages.slice(from).map(({ next, law: stage }) => {
    day = addMonths(day, law[stage])
    return { status: next, on: day }
  })
}

/**
 * What an application is worth in the criteria that ask for a trademark: those of Quyết định 26/2026/QĐ-TTg count an application once its form was
 * accepted or it was published, and its certificate for more.
 */
export const worthOf = {
  filed: 'nothing-yet',
  'form-accepted': 'application',
  published: 'application',
  granted: 'certificate',
  refused: 'nothing',
  withdrawn: 'nothing',
} as const satisfies Record<TrademarkStatus, string>

/** The last day of a trademark: so many years from the day of filing (Luật Sở hữu trí tuệ, Điều 93). */
export const protectedUntil = (filedOn: PlainDate, { protectionYears }: TrademarkLaw): PlainDate => addMonths(filedOn, protectionYears * 12)

/** Every refusal of an act on an application. */
export type TrademarkRefusal =
  | { code: 'happened-in-future' }
  | { code: 'happened-before'; on: PlainDate }
  | { code: 'filed-after-step'; on: PlainDate }
  | { code: 'number-known'; mark: string }
  | { code: 'nothing-changed' }
  | { code: 'trademark-ended'; status: TrademarkStatus }
  | { code: 'nothing-to-strike'; status: TrademarkStatus }
  | { code: 'changed-elsewhere' }
  | UploadRefusal

type Of<Name extends keyof typeof trademarkActs> = RefusalsOf<TrademarkRefusal, (typeof trademarkActs)[Name]>
export type EnterTrademarkRefusal = Of<'enter'>
export type TrademarkStepRefusal = Of<'accept-form' | 'publish' | 'grant' | 'refuse' | 'withdraw'>
export type StrikeRefusal = Of<'strike'>
export type CorrectTrademarkRefusal = Of<'correct'>
