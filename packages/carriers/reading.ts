import { done, refuse } from '@dacsan/decisions'
import type { Answer, CarrierRefusal, Credentials, Reading } from './carrier.ts'

type Refused = { ok: false; refusal: CarrierRefusal }
export type Fields = Readonly<Record<string, unknown>>

/** So large may an answer be in which somebody looks for fields. */
const mostBytes = 1_000_000

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const unreadable: Refused = refuse('unreadable')

/** Bytes as JSON; undefined where they are none. */
export function jsonOf(body: Uint8Array): unknown {
  if (body.length > mostBytes) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    return undefined
  }
}

/** The fields of an answer, or why there are none. */
export function fieldsOf({ status, body }: Answer): Reading<Fields> {
  if (status === 401 || status === 403) return refuse('token-refused')
  if (status === 429 || status >= 500) return refuse('busy')
  const fields = jsonOf(body)
  if (!isFields(fields)) return status === 404 ? refuse('not-found') : unreadable
  return done(fields)
}

/** A text or a number as a text, without what no screen shows; '' where there is none. */
export function textIn(fields: Fields, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (typeof value === 'string' && value.trim() !== '') return cleaned(value)
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  }
  return ''
}
// oxlint-disable-next-line no-control-regex
const cleaned = (text: string) =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 300)

export const partIn = (fields: Fields, name: string): Fields => {
  const part = Object.hasOwn(fields, name) ? fields[name] : undefined
  return isFields(part) ? part : {}
}

/** Whole and not negative, as a number or in its digits; null where it is not. */
export function wholeIn(fields: Fields, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    const number = typeof value === 'string' && /^\d{1,15}(?:\.0+)?$/.test(value.trim()) ? Number(value) : value
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
  }
  return null
}

/** A code as carriers give it: what stands in addresses and on labels. */
export const codeIn = (fields: Fields, ...names: readonly string[]): string => {
  const code = textIn(fields, ...names)
  return /^[\w.-]{3,60}$/.test(code) ? code : ''
}

const isMissing = (says: string) => /không tồn tại|không tìm thấy|not found|not exist/iu.test(says)
const isAboutToken = (says: string) => /token/iu.test(says)

/** The carrier says no, in its own words. */
export const refusedBy = (says: string): Refused => {
  if (isMissing(says)) return refuse('not-found')
  return isAboutToken(says) ? refuse('token-refused') : refuse('refused', { says })
}

export const post = (path: string, body: object, headers: Record<string, string>) => ({
  method: 'POST' as const,
  host: 'api' as const,
  path,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})
export const get = (path: string, headers: Record<string, string>, host: 'api' | 'label' = 'api') => ({
  method: 'GET' as const,
  host,
  path,
  headers,
  body: null,
})
export const given = (credentials: Credentials, name: string): string => (Object.hasOwn(credentials, name) ? credentials[name]! : '')

/** A file to print: what says it is an error is none. */
export function fileOf(answer: Answer): Reading<{ file: { mediaType: string; body: Uint8Array } }> {
  const { status, body } = answer
  const mediaType = answer.mediaType.split(';')[0]!.trim().toLowerCase()
  const isPrintable = mediaType === 'application/pdf' || mediaType === 'text/html'
  if (status === 200 && isPrintable && body.length > 0) return done({ file: { mediaType, body } })
  const fields = fieldsOf(answer)
  return fields.ok ? refusedBy(textIn(fields.value, 'message')) : fields
}

export const centimetres = (millimetres: number): number => Math.ceil(millimetres / 10)
