import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Provider, Rejection } from '../rules/kinds.ts'

/** What a provider sent, byte by byte, and when it came. */
export type Heard = { body: Uint8Array; headers: Readonly<Record<string, string | undefined>>; now: Date }

/** Clocks differ by less; a message that is older or newer was kept back by somebody. */
const driftMs = 5 * 60_000

/** Compares in the same time whatever the difference is. */
function isEqual(known: string, given: string): boolean {
  const [a, b] = [known, given].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return timingSafeEqual(a!, b!)
}

const driftOf = (sentAt: number, now: Date): Rejection | null => {
  if (!Number.isFinite(sentAt)) return 'signature'
  if (now.getTime() - sentAt > driftMs) return 'too-old'
  return sentAt - now.getTime() > driftMs ? 'too-early' : null
}

/** Null: it is from whoever has the secret. */
type Verify = (secret: string, heard: Heard) => Rejection | null

const sepay: Verify = (secret, { body, headers, now }) => {
  const [signature, timestamp, authorization] = [headers['x-sepay-signature'], headers['x-sepay-timestamp'], headers['authorization']]
  if (signature !== undefined && timestamp !== undefined) {
    const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
    if (!isEqual(`sha256=${expected}`, signature.trim().toLowerCase())) return 'signature'
    return driftOf(/^\d{9,11}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN, now)
  }
  if (signature !== undefined || authorization === undefined) return 'not-signed'
  return isEqual(`Apikey ${secret}`, authorization.trim()) ? null : 'signature'
}

const casso: Verify = (secret, { body, headers, now }) => {
  const [signature, token] = [headers['x-casso-signature'], headers['secure-token']]
  if (signature !== undefined) {
    const [, sentAt, given] = /^t=(\d{12,14}),v1=([0-9a-f]{128})$/i.exec(signature.trim()) ?? []
    const json = parsed(body)
    if (sentAt === undefined || given === undefined || json === undefined) return 'signature'
    const expected = createHmac('sha512', secret)
      .update(`${sentAt}.${JSON.stringify(sorted(json))}`)
      .digest('hex')
    return isEqual(expected, given.toLowerCase()) ? driftOf(Number(sentAt), now) : 'signature'
  }
  if (token === undefined) return 'not-signed'
  return isEqual(secret, token.trim()) ? null : 'signature'
}

const payos: Verify = (secret, { body }) => {
  const json = parsed(body)
  if (!isObject(json) || !isObject(json['data']) || typeof json['signature'] !== 'string') return 'not-signed'
  const expected = createHmac('sha256', secret).update(payosText(json['data'])).digest('hex')
  return isEqual(expected, json['signature'].toLowerCase()) ? null : 'signature'
}

/** The text that payOS signs: `key=value` in the order of the keys, nothing for null. */
export const payosText = (data: Readonly<Record<string, unknown>>): string =>
  Object.keys(data)
    .toSorted()
    .map((key) => `${key}=${valueText(data[key])}`)
    .join('&')

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return ''
  return typeof value === 'object' ? JSON.stringify(sorted(value)) : String(value as string | number | boolean)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** No message of a provider is nested deeper; what is would be no JSON of theirs. */
const deepest = 20

function sorted(value: unknown, depth = 0): unknown {
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map((one) => sorted(one, depth + 1))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key], depth + 1)]),
  )
}

export function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    return undefined
  }
}

const verifiers: Readonly<Record<Provider, Verify>> = { sepay, casso, payos }

/** Whether one of these secrets signed it; an empty secret signs nothing. The surest reason where none did. */
export function whyNotFrom(provider: Provider, secrets: readonly string[], heard: Heard): Rejection | null {
  const verdicts = secrets.filter((secret) => secret !== '').map((secret) => verifiers[provider](secret, heard))
  if (verdicts.includes(null)) return null
  return verdicts.find((why) => why === 'too-old' || why === 'too-early') ?? verdicts.find((why) => why === 'signature') ?? 'not-signed'
}
