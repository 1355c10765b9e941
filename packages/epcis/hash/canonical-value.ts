import { type Namespaces, expandCurie } from '../context.ts'
import { canonicalIdentifier } from './identifier.ts'

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** More digits than this are no number that a double holds. */
const longestNumber = 400

/**
 * A number in one spelling: no exponent, no zeros that say nothing. Source: CBV 2.0, Event Hash ID, rules 6 and 7.
 *
 * @example canonicalNumber(200.50) // '200.5'
 * @example canonicalNumber(1e21) // '1000000000000000000000'
 * @example canonicalNumber(0.00000015) // '0.00000015'
 */
export function canonicalNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value)
  // The reference implementation writes the nearest double out in full.
  if (Number.isInteger(value)) return BigInt(value).toString()
  const text = String(value)
  const exponent = text.indexOf('e-')
  if (exponent < 0) return text
  const [, sign, whole, fraction = ''] = /^(-?)(\d)(?:\.(\d+))?/.exec(text)!
  return `${sign}0.${'0'.repeat(Number(text.slice(exponent + 2)) - 1)}${whole}${fraction}`
}

const inUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** What `Date` reads exactly as the standard means it. */
const simple =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/
const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/**
 * A moment in UTC with exactly three decimals, rounded half up. Source: CBV 2.0, Event Hash ID, rules 8 and 9. What is not a date-time stays.
 *
 * @example canonicalTime('2020-03-04T11:00:30+01:00') // '2020-03-04T10:00:30.000Z'
 * @example canonicalTime('2020-12-31T23:59:59.9995Z') // '2021-01-01T00:00:00.000Z'
 */
export function canonicalTime(text: string): string {
  if (text.length > longestNumber || inUtc.test(text)) return text
  if (simple.test(text)) {
    const moment = Date.parse(text)
    if (!Number.isNaN(moment)) return toIso(moment) ?? text
  }
  const found = dateTime.exec(text)
  if (!found) return text
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = found
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0')) + (fraction.charAt(3) >= '5' ? 1 : 0)
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60_000 : 60_000)
  const moment = new Date(0)
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  moment.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds)
  return toIso(moment.getTime() - offset) ?? text
}

/** Years beyond four digits would be written in six. */
function toIso(moment: number): string | undefined {
  const written = new Date(moment).toISOString()
  return written.length === 24 ? written : undefined
}

const cbvUrn = /^urn:epcglobal:cbv:(bizstep|disp|btt|sdt|er):/
const cbvWeb: Readonly<Record<string, string>> = { bizstep: 'BizStep', disp: 'Disp', btt: 'BTT', sdt: 'SDT', er: 'ER' }

/**
 * A text in one spelling: trimmed; a number as a number; CURIEs, URNs of the vocabulary and GS1 keys as full URIs.
 * Source: CBV 2.0, Event Hash ID, rules 5, 6, 14, 15, 17, 18.
 *
 * @example canonicalText(' 23.0 ', {}) // '23'
 * @example canonicalText('urn:epcglobal:cbv:disp:in_transit', {}) // 'https://ref.gs1.org/cbv/Disp-in_transit'
 */
export function canonicalText(text: string, curies: Namespaces): string {
  let value = text.trim()
  const first = value.charCodeAt(0)
  if (first <= 0x39 && value.length <= longestNumber && numeric.test(value)) {
    const number = Number(value)
    return Number.isFinite(number) ? canonicalNumber(number) : value
  }
  if (!value.includes(':')) return value
  value = expandCurie(value, curies)
  if (value.startsWith('urn:epcglobal:cbv:')) return value.replace(cbvUrn, (_, name: string) => `https://ref.gs1.org/cbv/${cbvWeb[name]}-`)
  return canonicalIdentifier(value)
}
