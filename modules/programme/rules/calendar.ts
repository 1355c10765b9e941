import { addDays, daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { PlannedRound } from './year-plan.ts'
import { lastDayBefore } from './year-call.ts'

/** What a day of the calendar is about. */
export const calendarKinds = ['round', 'session', 'renewal', 'appeal', 'inspection'] as const
export type CalendarKind = (typeof calendarKinds)[number]

export const calendarSteps = [
  'round-commune',
  'round-province',
  'round-to-ministry',
  'round-ministry',
  'session',
  'opinions',
  'renewal-opens',
  'renewal-closes',
  'certificate-ends',
  'appeal',
  'inspection',
] as const
export type CalendarStep = (typeof calendarSteps)[number]

/** With whom something is late that is not named. */
export type CalendarHolder = 'office' | 'council' | 'producer' | 'adviser'

export type CalendarEntry = {
  /** The same as long as the thing is the same: a calendar that is loaded again moves it. */
  id: string
  kind: CalendarKind
  step: CalendarStep
  /** The last day that is in time, or the day on which it is. */
  day: PlainDate
  /** "Đợt 1 năm 2027", a product, a council. */
  about: string
  commune: string | null
  /** With whom it is late; null where it is not. */
  late: { holder: CalendarHolder; name: string | null } | null
  /** What it leads to; null where nothing is on file yet. */
  target: string | null
}

type RoundOnFile = { id: string; isOpen: boolean } | null
const roundSteps = {
  'round-commune': 'communeBefore',
  'round-province': 'provinceBefore',
  'round-to-ministry': 'toMinistryBefore',
  'round-ministry': 'ministryBefore',
} as const satisfies Partial<Record<CalendarStep, keyof PlannedRound>>

/** The days of a round. The law says "trước ngày", and a calendar shows the last day that is in time. A round that is still open after its own is late. */
export function roundEntries(
  planned: PlannedRound,
  { name, onFile, today }: { name: string; onFile: RoundOnFile; today: PlainDate },
): CalendarEntry[] {
  return Object.entries(roundSteps).map(([step, field]): CalendarEntry => {
    const before = planned[field]
    const isLate = step === 'round-province' && onFile?.isOpen === true && today >= before
    return {
      id: `${step}-${planned.communeBefore.slice(0, 4)}-${planned.number}`,
      kind: 'round',
      step: step as keyof typeof roundSteps,
      day: lastDayBefore(before),
      about: name,
      commune: null,
      late: isLate ? { holder: 'office', name: null } : null,
      target: onFile?.id ?? null,
    }
  })
}

export type EndingCertificate = { code: string; product: string; commune: string | null; validUntil: PlainDate; isUnderWay: boolean }

/**
 * When a re-evaluation may be handed in (Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: from 180 to 120 days before the end), and the end itself. Past the
 * window and not handed in it is late with its producer, until the certificate has ended.
 */
export function renewalEntries(
  { code, product, commune, validUntil, isUnderWay }: EndingCertificate,
  window: { from: number; to: number },
  today: PlainDate,
): CalendarEntry[] {
  const closes = addDays(validUntil, -window.to)
  const isLate = !isUnderWay && today > closes && daysBetween(today, validUntil) >= 0
  const about = { kind: 'renewal', about: product, commune, target: code } as const
  return [
    { ...about, id: `renewal-opens-${code}`, step: 'renewal-opens', day: addDays(validUntil, -window.from), late: null },
    {
      ...about,
      id: `renewal-closes-${code}`,
      step: 'renewal-closes',
      day: closes,
      late: isLate ? { holder: 'producer', name: null } : null,
    },
    { ...about, id: `certificate-ends-${code}`, step: 'certificate-ends', day: validUntil, late: null },
  ]
}

const inOrder = (one: CalendarEntry, other: CalendarEntry) => one.day.localeCompare(other.day) || one.id.localeCompare(other.id)
export const ofYear = (entries: readonly CalendarEntry[], year: number): CalendarEntry[] =>
  entries.filter(({ day }) => day.startsWith(`${year}-`)).toSorted(inOrder)
