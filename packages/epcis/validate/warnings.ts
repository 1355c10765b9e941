import { type Limits, defaultLimits } from '../limits.ts'
import { parseXml } from '../xml/element.ts'
import { namedTwice } from '../xml/named-twice.ts'
import { type Problem, mostProblems } from './problem.ts'
import { type DocumentKind } from './validate-json.ts'
import { type Media, isXml } from './validate-text.ts'
import { eventElements } from './validate-xml.ts'

/**
 * What is taken although it could have been said better: an EPC that a list of XML names twice counts once. In JSON that is a fault, since its schema
 * says so. Empty for a text that cannot be read.
 *
 * @example warningsOf('<a/>', 'application/xml', 'EPCISDocument') // []
 */
export function warningsOf(text: string, media: Media, kind: DocumentKind | 'QueryDefinition', limits: Limits = defaultLimits): Problem[] {
  if (!isXml(media) || kind === 'QueryDefinition') return []
  const parsed = parseXml(text, { limits })
  return parsed.ok ? eventElements(parsed.value, kind).flatMap(namedTwice).slice(0, mostProblems) : []
}
