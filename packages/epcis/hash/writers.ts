import { type Namespaces, expandName } from '../context.ts'
import { type Vocabulary, webUri } from '../vocabulary.ts'
import { canonicalNumber, canonicalText, canonicalTime } from './canonical-value.ts'
import type { JoinSorted } from './join-sorted.ts'

// How the parts of an event are written into its pre-hash: CBV 2.0, Event Hash ID, rules 2 to 7, 11 to 13 and 19 to 21.

/** What every writer needs: prefixes of names, prefixes inside values, extensions that do not count, and how lists are sorted. */
export type Scope = { namespaces: Namespaces; curies: Namespaces; ignored: ReadonlySet<string>; join: JoinSorted }
export type Members = Readonly<Record<string, unknown>>
/** Writes a field under its name; nothing for what is empty. */
export type Writer = (name: string, value: unknown, scope: Scope) => string
export type Fields = readonly (readonly [name: string, write: Writer])[]

export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

function valueText(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return canonicalText(value, scope.curies)
  if (typeof value === 'number') return canonicalNumber(value)
  return typeof value === 'boolean' ? String(value) : ''
}

const pair = (name: string, text: string) => (text === '' ? '' : `${name}=${text}`)
export const value: Writer = (name, value, scope) => pair(name, valueText(value, scope))
export const time: Writer = (name, value) => (typeof value === 'string' ? pair(name, canonicalTime(value.trim())) : '')
export const word =
  (vocabulary: Vocabulary): Writer =>
  (name, value, scope) =>
    pair(name, typeof value === 'string' ? canonicalText(webUri(vocabulary, value.trim()), scope.curies) : valueText(value, scope))

/** Many values under one name of their own, sorted: `epcListepc=…epc=…`. */
export const listed =
  (element: string, write: Writer): Writer =>
  (name, values, scope) => {
    const parts = listOf(values).map((each) => write(element, each, scope))
    const text = scope.join(parts)
    return text === '' ? '' : name + text
  }
export const repeated =
  (write: Writer): Writer =>
  (name, values, scope) =>
    scope.join(listOf(values).map((each) => write(name, each, scope)))

export const namesOf = (fields: Fields): ReadonlySet<string> => new Set(fields.map(([name]) => name))

/** Fields in the order of the standard, then extensions, sorted: CBV 2.0, Event Hash ID, rule 21. */
export function structured(fields: Fields): Writer {
  const known = namesOf(fields)
  return (name, members, scope) => {
    if (!isMembers(members)) return ''
    let text = ''
    let count = 0
    for (const [field, write] of fields) {
      const member = members[field]
      if (member === undefined) continue
      count += 1
      text += write(field, member, scope)
    }
    if (Object.keys(members).length > count) text += scope.join(extensionParts(members, scope, known, staysInside))
    return text === '' ? '' : name + text
  }
}

/**
 * Rule 21 keeps an extension with the part of the event that it extends. The reference implementation does so only when its namespace ends in
 * a slash and moves all others to the end of the event; hashes that agree with those already issued do the same.
 */
const staysInside = (universal: string) => universal.includes('/}')
const movesOut = (universal: string) => !staysInside(universal)

const comments = new Set(['comment', 'rdfs:comment'])

export function extensionParts(
  members: Members,
  scope: Scope,
  without: ReadonlySet<string>,
  chosen: (universal: string) => boolean,
): string[] {
  const parts: string[] = []
  for (const name of Object.keys(members)) {
    if (without.has(name) || name === '@context' || name === '#text' || comments.has(name)) continue
    const universal = expandName(name.startsWith('@') ? name.slice(1) : name, scope.namespaces)
    if (universal === '{http://www.w3.org/2000/01/rdf-schema#}comment' || !chosen(universal)) continue
    addExtension(universal, members[name], scope, parts)
  }
  return parts
}
export const every = () => true

function addExtension(name: string, value: unknown, scope: Scope, parts: string[]): void {
  if (Array.isArray(value)) for (const each of value as readonly unknown[]) addExtension(name, each, scope, parts)
  else if (isMembers(value))
    parts.push(name + pair('', valueText(value['#text'], scope)) + scope.join(extensionParts(value, scope, none, every)))
  else if (value !== undefined) parts.push(name + pair('', valueText(value, scope)))
}
export const none: ReadonlySet<string> = new Set()

/** What {@link staysInside} does not keep, under the names of the parts that it extends. */
export function movedOut(name: string, members: unknown, scope: Scope, known: ReadonlySet<string>, inner: readonly string[] = []): string {
  if (!isMembers(members)) return ''
  const parts = [...extensionParts(members, scope, known, movesOut), ...inner]
  const text = scope.join(parts)
  return text === '' ? '' : name + text
}
