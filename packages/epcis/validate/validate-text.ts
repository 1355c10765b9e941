import { jsonRefusalText, readJson } from '../json/read-json.ts'
import type { JsonRefusal } from '../json/read-json.ts'
import { type Limits, defaultLimits } from '../limits.ts'
import { parseQueryDefinition } from '../query/parse-query.ts'
import { type Problem, pointer } from './problem.ts'
import { type DocumentKind, validateDocument } from './validate-json.ts'
import { validateXml } from './validate-xml.ts'

/** The media types of EPCIS 2.0 that are read. */
export type Media = 'application/json' | 'application/ld+json' | 'application/xml' | 'text/xml'
/** Whether a media type is XML. @example isXml('text/xml') // true */
export const isXml = (media: Media): boolean => media.endsWith('xml')

/**
 * What is wrong with the text of a document: from its first character to the last rule. What cannot be parsed has one problem, at its line and column.
 *
 * @example validateText('{', 'application/json', 'event') // [{ location: '1:2', message: "this is not JSON: Expected property name or '}'" }]
 */
export function validateText(
  text: string,
  media: Media,
  kind: DocumentKind | 'QueryDefinition',
  limits: Limits = defaultLimits,
): Problem[] {
  if (isXml(media)) {
    return kind === 'QueryDefinition' ? [{ location: '1:1', message: 'a query definition is JSON' }] : validateXml(text, kind, limits)
  }
  const read = readJson(text, limits)
  if (!read.ok) {
    const { refusal } = read
    return [{ location: placeOf(refusal), message: jsonRefusalText(refusal) }]
  }
  return kind === 'QueryDefinition' ? validateQueryDefinition(read.value) : validateDocument(read.value, kind)
}

function placeOf(refusal: JsonRefusal): string {
  if (refusal.code === 'json-syntax') return `${refusal.line}:${refusal.column}`
  return refusal.code === 'json-number' ? refusal.location : '1:1'
}

function validateQueryDefinition(definition: unknown): Problem[] {
  const parsed = parseQueryDefinition(definition)
  if (parsed.ok) return []
  return parsed.refusal.problems.map(({ parameter, reason }) => {
    const isPart = parameter === 'name' || parameter === 'query'
    return { location: isPart ? pointer('', parameter) : pointer('/query', parameter), message: `${parameter}: ${reason}` }
  })
}
