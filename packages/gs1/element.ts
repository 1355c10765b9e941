import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { characterAt, foreignPlace } from './character-set.ts'
import type { TextRefusal } from './character-set.ts'
import type { AiPattern, AiRule } from './dictionary.ts'
import type { LinterName } from './linters.ts'

/** An Application Identifier and its value, both as text: `{ ai: '10', value: 'L7' }`. */
export type Element = { ai: string; value: string }

/** Why a value is none of its AI. Places count from 0, in the value itself. */
export type ElementRefusal =
  | TextRefusal
  | { code: 'element-too-short'; limit: number; length: number }
  | { code: 'element-rule'; rule: LinterName; position: number }

/** Why values that are right alone do not go together. */
export type AssociationRefusal =
  | { code: 'elements-required'; ai: string; anyOf: string }
  | { code: 'elements-excluded'; ai: string; by: string }
  | { code: 'elements-differ'; ai: string }
  | { code: 'elements-serial'; ai: string }

/** What the dictionary has against a value, if anything. */
export function faultOf(rule: AiRule, value: string): ElementRefusal | undefined {
  const { length } = value
  if (length === 0) return { code: 'element-empty' }
  if (length < rule.shortest) return { code: 'element-too-short', limit: rule.shortest, length }
  if (length > rule.longest) return { code: 'element-too-long', limit: rule.longest, length }
  let from = 0
  for (const { bits, shortest, longest, optional, linters } of rule.components) {
    const to = Math.min(length, from + longest)
    if (optional && to === from) continue
    if (to - from < shortest) return { code: 'element-too-short', limit: from + shortest, length }
    const position = foreignPlace(value, from, to, bits)
    if (position >= 0) return { code: 'element-characters', character: characterAt(value, position), position }
    for (const { name, fault } of linters) {
      const place = fault(from === 0 && to === length ? value : value.slice(from, to))
      if (place >= 0) return { code: 'element-rule', rule: name, position: from + place }
    }
    from = to
  }
  return undefined
}

/** What the dictionary has against these elements standing on one thing, if anything. Each rule is given once. */
export function associationFault(rules: readonly AiRule[], elements: readonly Element[]): Refused<AssociationRefusal> | undefined {
  let isSigned = false
  for (const { ai, excludes, requires } of rules) {
    for (const pattern of excludes) {
      const other = findFitting(rules, pattern, ai)
      if (other) return refuse('elements-excluded', { ai, by: other.ai })
    }
    for (const { text, alternatives } of requires)
      if (!alternatives.some((group) => group.every((pattern) => findFitting(rules, pattern, ai))))
        return refuse('elements-required', { ai, anyOf: text })
    isSigned ||= ai === '8030'
  }
  return isSigned ? serialFault(rules, elements) : undefined
}

/** A digital signature (8030) stands for one thing, so a key whose serial part is optional must have it. Source: GS1 General Specifications, section 4.15. */
function serialFault(rules: readonly AiRule[], elements: readonly Element[]): Refused<AssociationRefusal> | undefined {
  const bare = rules.find(
    ({ ai, sequences, components, shortest }) =>
      sequences !== undefined &&
      components.some(({ optional }) => optional) &&
      elements.find((element) => element.ai === ai)?.value.length === shortest,
  )
  return bare && refuse('elements-serial', { ai: bare.ai })
}

/** An AI is never required or excluded by itself. */
function findFitting(rules: readonly AiRule[], { start, length }: AiPattern, self: string): AiRule | undefined {
  for (const rule of rules) if (rule.ai.length === length && rule.ai !== self && rule.ai.startsWith(start)) return rule
  return undefined
}
