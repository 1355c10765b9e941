import { isDateTime, isUri } from '../validate/formats.ts'

/** A value of a parameter: text of a query string, or JSON. */
export type Given = { text: string } | { json: unknown }
/** What could be read from it, or why nothing. */
export type Read<T> = { value: T } | { reason: string }

export const no = (reason: string): { reason: string } => ({ reason })
export const yes = <T>(value: T): { value: T } => ({ value })
const isText = (given: Given): given is { text: string } => 'text' in given

/** In a query string the values of a list are joined by `|`: EPCIS 2.0 section 12.7. */
export function strings(given: Given): Read<readonly string[]> {
  const list: unknown = isText(given) ? given.text.split('|') : typeof given.json === 'string' ? [given.json] : given.json
  if (!Array.isArray(list)) return no('a list of texts is expected')
  if (list.length === 0) return no('the list is empty')
  if (list.length > 10_000) return no('the list is too long')
  for (const each of list as unknown[])
    if (typeof each !== 'string' || each === '') return no('a list of texts is expected, none of them empty')
  return yes(list as string[])
}

export function uris(given: Given): Read<readonly string[]> {
  const read = strings(given)
  if ('reason' in read) return read
  const wrong = read.value.find((each) => !isUri(each))
  return wrong === undefined ? read : no(`"${wrong.slice(0, 60)}" is not a URI`)
}

/** A plus sign that was not escaped arrives as a blank; between time and offset it can only be that. */
export function time(given: Given): Read<number> {
  const value = isText(given) ? given.text.slice(0, 200).replace(/^(\S+) (\d\d:\d\d)$/, '$1+$2') : given.json
  if (typeof value !== 'string' || !isDateTime(value))
    return no('a date-time with an offset is expected, such as 2026-03-01T18:41:03+07:00')
  return yes(millisecondsOf(value))
}

/** Milliseconds since 1970 of a checked date-time; fractions beyond the third digit do not count. */
export function millisecondsOf(text: string): number {
  return Date.parse(
    text
      .replace(/(\.\d{3})\d+/, '$1')
      .replace(/:60(?=[.Zz+-])/, ':59')
      .toUpperCase(),
  )
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

export function number(given: Given): Read<number> {
  const value = isText(given) ? (given.text.length < 400 && decimal.test(given.text) ? Number(given.text) : Number.NaN) : given.json
  return typeof value === 'number' && Number.isFinite(value) ? yes(value) : no('a number is expected')
}

/** EQ of numbers may be a list: the schema has arrays, the OpenAPI a single number. */
export function numbers(given: Given): Read<readonly number[]> {
  const list: Given[] = isText(given)
    ? given.text.split('|').map((text) => ({ text }))
    : (Array.isArray(given.json) ? (given.json as unknown[]) : [given.json]).map((json) => ({ json }))
  const values: number[] = []
  for (const each of list) {
    const read = number(each)
    if ('reason' in read) return no('a number is expected')
    values.push(read.value)
  }
  return values.length === 0 ? no('the list is empty') : yes(values)
}

/** A whole number from 1. */
export function count(given: Given): Read<number> {
  const read = number(given)
  if ('value' in read && Number.isSafeInteger(read.value) && read.value >= 1) return read
  return no('a whole number from 1 is expected')
}

/** Parameters that only ask by being there are written `true`; the JSON schema of GS1 also has null and whole numbers for them. */
export function flag(given: Given): Read<boolean> {
  if (isText(given))
    return given.text === 'true' || given.text === '' ? yes(true) : given.text === 'false' ? yes(false) : no('true is expected')
  if (given.json === null || Number.isInteger(given.json)) return yes(true)
  return typeof given.json === 'boolean' ? yes(given.json) : no('true is expected')
}

export function truth(given: Given): Read<boolean> {
  const value = isText(given) ? { true: true, false: false }[given.text] : given.json
  return typeof value === 'boolean' ? yes(value) : no('true or false is expected')
}

export function oneText(given: Given): Read<string> {
  const value = isText(given) ? given.text : given.json
  return typeof value === 'string' && value !== '' ? yes(value) : no('a text is expected')
}
