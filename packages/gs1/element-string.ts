import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { ruleBetween } from './dictionary.ts'
import { elementList } from './element-list.ts'
import type { AssociationRefusal, Element, ElementRefusal } from './element.ts'

/** Why a text is not an element string. `position` counts from 0 in the text; inside `reason` it counts in the value of that AI. */
export type ElementStringRefusal =
  | { code: 'string-bracket'; position: number }
  | { code: 'string-unknown-ai'; ai: string; position: number }
  | { code: 'string-value'; ai: string; reason: ElementRefusal }
  | AssociationRefusal

/**
 * Reads an element string as people write it: each AI in round brackets, then its value; a `(` in a value is written `\(`. Checks every value and
 * whether the elements may stand on one thing. Source: GS1 General Specifications, section 4, with the GS1 Syntax Dictionary.
 *
 * @example parseElementString('(01)08938501234568(10)L\\(7)')
 * // { ok: true, value: [{ ai: '01', value: '08938501234568' }, { ai: '10', value: 'L(7)' }] }
 * @example parseElementString('(10)L7') // { ok: false, refusal: { code: 'elements-required', ai: '10', anyOf: '01,02,03,8006,8026' } }
 */
export function parseElementString(text: string): Outcome<Element[], ElementStringRefusal> {
  const list = elementList()
  for (let at = 0; at < text.length || at === 0;) {
    const close = text.indexOf(')', at)
    if (text.charAt(at) !== '(' || close < 0) return refuse('string-bracket', { position: at })
    const rule = ruleBetween(text, at + 1, close)
    if (!rule) return refuse('string-unknown-ai', { ai: text.slice(at + 1, close), position: at + 1 })
    const end = nextBracket(text, close + 1)
    const refused = list.add(rule, text.slice(close + 1, end).replaceAll('\\(', '('))
    if (refused) return refused
    at = end
  }
  return list.finish()
}

/** The next `(` that opens an AI, or the end. */
function nextBracket(text: string, from: number): number {
  let at = text.indexOf('(', from)
  while (at > 0 && text.charAt(at - 1) === '\\') at = text.indexOf('(', at + 1)
  return at < 0 ? text.length : at
}

/**
 * Writes elements with each AI in round brackets.
 *
 * @example formatElementString([{ ai: '01', value: '08938501234568' }, { ai: '10', value: 'L(7)' }]) // '(01)08938501234568(10)L\\(7)'
 */
export function formatElementString(elements: readonly Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('')
}

/**
 * The lines printed under or beside a symbol: the AI in brackets, a space, the value.
 * Source: GS1 General Specifications, section 4.14 (human readable interpretation).
 *
 * @example hriLines([{ ai: '01', value: '08938501234568' }, { ai: '10', value: 'L7' }]) // ['(01) 08938501234568', '(10) L7']
 */
export function hriLines(elements: readonly Element[]): string[] {
  return elements.map(({ ai, value }) => `(${ai}) ${value}`)
}
