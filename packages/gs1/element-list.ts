import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import type { AiRule } from './dictionary.ts'
import { associationFault, faultOf } from './element.ts'
import type { AssociationRefusal, Element, ElementRefusal } from './element.ts'

type ListRefusal = { code: 'string-value'; ai: string; reason: ElementRefusal } | AssociationRefusal

/** Elements as they are read one after the other. The same may come twice, as when two symbols on one pack are read together. */
export function elementList() {
  const elements: Element[] = []
  const byAi = new Map<string, { rule: AiRule; value: string }>()
  return {
    add(rule: AiRule, value: string): Refused<ListRefusal> | undefined {
      const { ai } = rule
      const reason = faultOf(rule, value)
      if (reason) return refuse('string-value', { ai, reason })
      const known = byAi.get(ai)
      if (known && known.value !== value) return refuse('elements-differ', { ai })
      if (!known) byAi.set(ai, { rule, value })
      elements.push({ ai, value })
      return undefined
    },
    finish(): Outcome<Element[], AssociationRefusal> {
      const rules = Array.from(byAi.values(), ({ rule }) => rule)
      return associationFault(rules, elements) ?? done(elements)
    },
  }
}
