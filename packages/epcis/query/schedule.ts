import { type Outcome, done, refuse } from '@dacsan/decisions'

/** When a subscription is to be served; a field that is absent allows every value. EPCIS 2.0 section 8.2.5.3. */
export type QuerySchedule = {
  second: readonly number[]
  minute: readonly number[]
  hour: readonly number[]
  dayOfMonth: readonly number[]
  month: readonly number[]
  /** 1 is Monday, 7 is Sunday. */
  dayOfWeek: readonly number[]
}
type Field = keyof QuerySchedule

export type ScheduleRefusal = { code: 'schedule'; type: 'epcisException:SubscriptionControlsException'; field: string; reason: string }

const ranges: Readonly<Record<Field, readonly [from: number, to: number]>> = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
}
const fields = Object.keys(ranges) as Field[]
const isField = (name: string): name is Field => Object.hasOwn(ranges, name)

const refused = (field: string, reason: string) =>
  refuse('schedule', { type: 'epcisException:SubscriptionControlsException' as const, field, reason })
const everything = ([from, to]: readonly [number, number]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

function readField(field: Field, text: string): number[] | string {
  const [from, to] = ranges[field]
  const values = new Set<number>()
  for (const element of text.split(',')) {
    const [, single, low, high] = /^\s*(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\])\s*$/.exec(element) ?? []
    if (single === undefined && low === undefined)
      return `"${element.slice(0, 20)}" is neither a number nor a range such as [${from}-${to}]`
    const [first, last] = single === undefined ? [Number(low), Number(high)] : [Number(single), Number(single)]
    if (first < from || last > to) return `must lie between ${from} and ${to}`
    if (first > last) return `the range [${first}-${last}] runs backwards`
    for (let value = first; value <= last; value += 1) values.add(value)
  }
  return [...values].toSorted((left, right) => left - right)
}

/**
 * Reads a query schedule: numbers, ranges `[a-b]` and lists of them by comma. At least one field must be given.
 *
 * @example parseSchedule({ minute: '0', hour: '[6-8],18', second: '0' }).ok // true
 * @example parseSchedule({ hour: '24' })
 * // { ok: false, refusal: { code: 'schedule', type: 'epcisException:SubscriptionControlsException', field: 'hour', reason: 'must lie between 0 and 23' } }
 */
export function parseSchedule(schedule: unknown): Outcome<QuerySchedule, ScheduleRefusal> {
  if (typeof schedule !== 'object' || schedule === null || Array.isArray(schedule)) return refused('schedule', 'an object is expected')
  const entries = Object.entries(schedule).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return refused('schedule', 'says nothing: at least one field is needed')
  const read: Record<Field, readonly number[]> = Object.fromEntries(fields.map((field) => [field, everything(ranges[field])])) as Record<
    Field,
    number[]
  >
  for (const [field, value] of entries) {
    if (!isField(field)) return refused(field.slice(0, 100), 'is not a field of a schedule')
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string') return refused(field, 'a text is expected')
    const values = readField(field, text)
    if (typeof values === 'string') return refused(field, values)
    read[field] = values
  }
  return done(read)
}

const day = 86_400_000

/**
 * The first moment after another that the schedule names, in UTC; undefined when there is none within five years (a 30 February).
 *
 * @example
 * const schedule = parseSchedule({ second: '0', minute: '30', hour: '6' })
 * schedule.ok && nextTime(schedule.value, new Date('2026-03-01T06:30:00Z'))?.toISOString() // '2026-03-02T06:30:00.000Z'
 */
export function nextTime(schedule: QuerySchedule, after: Date): Date | undefined {
  const start = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000)
  for (let count = 0, date = start; count < 5 * 366; count += 1) {
    if (isDay(schedule, date)) {
      const time = timeOfDay(schedule, count === 0 ? secondsOf(date) : 0)
      if (time !== undefined) return new Date(Math.floor(date.getTime() / day) * day + time * 1000)
    }
    date = new Date((Math.floor(date.getTime() / day) + 1) * day)
  }
  return undefined
}

const secondsOf = (date: Date) => date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds()

function isDay({ dayOfMonth, month, dayOfWeek }: QuerySchedule, date: Date): boolean {
  return dayOfMonth.includes(date.getUTCDate()) && month.includes(date.getUTCMonth() + 1) && dayOfWeek.includes(date.getUTCDay() || 7)
}

function timeOfDay({ hour, minute, second }: QuerySchedule, from: number): number | undefined {
  for (const h of hour) {
    for (const m of minute) {
      if (h * 3600 + m * 60 + 59 < from) continue
      const s = second.find((each) => h * 3600 + m * 60 + each >= from)
      if (s !== undefined) return h * 3600 + m * 60 + s
    }
  }
  return undefined
}
