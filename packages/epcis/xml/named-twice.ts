import { quote } from '../validate/problem.ts'
import type { Problem } from '../validate/problem.ts'
import type { XmlElement } from './element.ts'
import { fieldShapes } from './event-fields.ts'
import { flatten } from './read-event.ts'

/** The EPCs that lists of an event name again, each with its place: a list is a set (EPCIS 2.0 section 7.3.3.3), so they are taken once. */
export function namedTwice(event: XmlElement): Problem[] {
  const problems: Problem[] = []
  for (const list of flatten(event).children) {
    if (list.namespace !== '' || fieldShapes[list.name] !== 'epcs') continue
    const seen = new Set<string>()
    for (const { text, line, column } of list.children) {
      const epc = text.trim()
      if (seen.has(epc))
        problems.push({ location: `${line}:${column}`, message: `${quote(epc)} is named twice in <${list.name}> and is taken once` })
      seen.add(epc)
    }
  }
  return problems
}
