import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { crc16 } from './crc16.ts'

/** One data object of an EMVCo merchant-presented code: a two-digit id and its value. */
export type EmvField = { id: string; value: string }

export type EmvRefusal =
  | { code: 'not-emv' }
  | { code: 'checksum'; expected: string; got: string }
  | { code: 'broken-field'; at: number }
  | { code: 'repeated-field'; id: string }

const CHECKSUM_ID = '63'

/** Writes one field. The length counts characters, not bytes (EMVCo MPM 1.1, 3.2). */
export function writeField(id: string, value: string): string {
  return `${id}${[...value].length.toString().padStart(2, '0')}${value}`
}

/** Closes a payload with its checksum, which covers its own id and length. */
export function writeChecksum(payload: string): string {
  const covered = `${payload}${CHECKSUM_ID}04`
  return covered + crc16(covered)
}

/**
 * Reads the fields that fill a text to its last character; one character left over is a refusal, because a wrong
 * length inside an account would send money to another account.
 *
 * @example parseFields('0006970403') // { ok: true, value: [{ id: '00', value: '970403' }] }
 */
export function parseFields(text: string): Outcome<EmvField[], EmvRefusal> {
  const characters = [...text]
  const fields: EmvField[] = []
  for (let at = 0; at < characters.length;) {
    const head = characters.slice(at, at + 4).join('')
    const length = Number(head.slice(2))
    const value = characters.slice(at + 4, at + 4 + length)
    if (!/^\d{4}$/.test(head) || length === 0 || value.length < length) return refuse('broken-field', { at })
    const id = head.slice(0, 2)
    if (fields.some((field) => field.id === id)) return refuse('repeated-field', { id })
    fields.push({ id, value: value.join('') })
    at += 4 + length
  }
  return done(fields)
}

/**
 * Reads the top level of any EMVCo merchant-presented code: field 00 first, 63 last and right, nothing left over.
 * A checksum in small letters is accepted, since banks print them.
 *
 * @example parseEmv('0002016304AAE6') // { ok: true, value: [{ id: '00', value: '01' }, { id: '63', value: 'AAE6' }] }
 */
export function parseEmv(payload: string): Outcome<EmvField[], EmvRefusal> {
  if (!/^000201.*6304[0-9A-Fa-f]{4}$/su.test(payload)) return refuse('not-emv')
  const got = payload.slice(-4).toUpperCase()
  const expected = crc16(payload.slice(0, -4))
  if (got !== expected) return refuse('checksum', { expected, got })
  const fields = parseFields(payload)
  if (!fields.ok) return fields
  if (fields.value.at(-1)?.id !== CHECKSUM_ID) return refuse('not-emv')
  return fields
}
