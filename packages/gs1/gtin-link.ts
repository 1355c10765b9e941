import type { DigitalLink } from './digital-link.ts'
import type { Gtin } from './gtin.ts'

/**
 * The GTIN that a link is about, or undefined where it is about something else.
 *
 * @example gtinOf({ key: { ai: '01', value: '08938501234568' }, qualifiers: [], attributes: [], parameters: [] }) // '08938501234568'
 */
export function gtinOf({ key }: DigitalLink): Gtin | undefined {
  return key.ai === '01' ? (key.value as Gtin) : undefined
}

/**
 * The value of a qualifier of a link, by its AI: `'10'` the lot, `'21'` the serial number, `'22'` the variant.
 *
 * @example qualifierOf({ key: { ai: '01', value: '08938501234568' }, qualifiers: [{ ai: '10', value: 'L7' }], attributes: [], parameters: [] }, '10') // 'L7'
 */
export function qualifierOf({ qualifiers }: DigitalLink, ai: string): string | undefined {
  return qualifiers.find((qualifier) => qualifier.ai === ai)?.value
}
