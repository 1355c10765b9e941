// The formats of the schema, each in linear time. Equal to ajv-formats in all that occurs (see formats.test.ts), stricter in two things that
// RFC 3339 and XML both refuse: a blank instead of the T, and an offset without its colon.

const pchar = `[a-z0-9\\-._~!$&'()*+,;=:@/]|%[0-9a-f]{2}`
const host = `\\[(?:[0-9a-f:.]+|v[0-9a-f]+\\.[a-z0-9\\-._~!$&'()*+,;=:]+)\\]|(?:[a-z0-9\\-._~!$&'()*+,;=]|%[0-9a-f]{2})*`
const authority = `(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:${host})(?::\\d*)?`
const uri = new RegExp(
  `^[a-z][a-z0-9+\\-.]*:(?://${authority}(?:/(?:${pchar})*)?|(?!//)(?:${pchar})+)(?:\\?(?:${pchar}|\\?)*)?(?:#(?:${pchar}|\\?)*)?$`,
  'i',
)

/**
 * Whether a text is a URI with a scheme (RFC 3986). A CURIE is one too: its prefix passes for a scheme.
 *
 * @example isUri('urn:epc:id:sgtin:0614141.107346.2017') // true
 * @example isUri('shipping') // false
 */
export function isUri(text: string): boolean {
  return text.length <= longestUri && uri.test(text)
}

/** Longer than any server takes in an address. A regular expression over millions of characters would exhaust the stack. */
const longestUri = 16_384
const longestDateTime = 100

const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/
const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether a text is a date-time with offset (RFC 3339), on a day that exists.
 *
 * @example isDateTime('2026-03-01T18:41:03+07:00') // true
 * @example isDateTime('2026-03-01T18:41:03') // false
 */
export function isDateTime(text: string): boolean {
  const found = text.length <= longestDateTime ? dateTime.exec(text) : null
  if (!found) return false
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day < 1 || day > (month === 2 && isLeap ? 29 : (daysOf[month - 1] ?? 0))) return false
  const [offsetHours, offsetMinutes] = [Number(found[8] ?? 0), Number(found[9] ?? 0)]
  if (hour > 23 || minute > 59 || offsetHours > 23 || offsetMinutes > 59) return false
  if (second < 60) return true
  const utc = hour * 60 + minute - (offsetHours * 60 + offsetMinutes) * (found[7] === '-' ? -1 : 1)
  return second === 60 && (utc + 1440) % 1440 === 1439
}

export const formats = { uri: isUri, 'date-time': isDateTime }
