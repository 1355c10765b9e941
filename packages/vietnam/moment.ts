import { isPlainDate } from './plain-date.ts'

const DAY = 86_400_000
const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * From when to when a text says, in milliseconds since 1970, both ends included. A date without a time is its whole day in Việt Nam, a time without
 * a zone is Vietnamese time. Undefined for what is neither.
 *
 * @example spanOf('2026-11-23T10:00:00+07:00') // { from: 1795402800000, to: 1795402800000 }
 * @example spanOf('2026-11-23') // { from: 1795366800000, to: 1795453199999 }
 */
export function spanOf(text: string): { from: number; to: number } | undefined {
  const [, date, hour, minute = '', second = '00', fraction = '0', zone = '+07:00'] = moment.exec(text) ?? []
  if (date === undefined || !isPlainDate(date)) return undefined
  if (hour === undefined) {
    const from = Date.parse(`${date}T00:00:00+07:00`)
    return { from, to: from + DAY - 1 }
  }
  const from = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3)}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(from) ? undefined : { from, to: from }
}
