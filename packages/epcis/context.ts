import type { Context } from './model.ts'

/** The addresses under which GS1 has published the EPCIS 2.0 context. They are known here, so nothing is ever fetched. */
const gs1Contexts = new Set([
  'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  'https://ref.gs1.org/standards/epcis/2.0.1/epcis-context.jsonld',
  'https://gs1.github.io/EPCIS/epcis-context.jsonld',
  'https://id.gs1.org/epcis-context.jsonld',
])

/** The context that documents written here name. */
export const epcisContext = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

/** Whether an address is one of GS1's own for the EPCIS context. @example isGs1Context('https://example.org/context.jsonld') // false */
export function isGs1Context(address: string): boolean {
  return gs1Contexts.has(address)
}

/**
 * Prefix → namespace. The prefixes of the official context; `cbvmda` without the colon that JSON-LD needs at its end,
 * because that is the namespace in XML (CBV 2.0 section 9) and both forms of an event must mean the same.
 */
export type Namespaces = Readonly<Record<string, string>>

/** The prefixes that every EPCIS document has without declaring them. */
export const standardNamespaces: Namespaces = Object.freeze({
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  cbvmda: 'urn:epcglobal:cbv:mda',
  gs1: 'https://gs1.org/voc/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
})

/**
 * The prefixes that a context declares, on top of those around it. Terms that are no plain prefixes are left out.
 *
 * @example namespacesOf({ ocop: 'https://example.org/ocop/' }).ocop // 'https://example.org/ocop/'
 * @example namespacesOf(undefined).cbv // 'https://ref.gs1.org/cbv/'
 */
export function namespacesOf(context: Context | undefined, outer: Namespaces = standardNamespaces): Namespaces {
  if (context === undefined || typeof context === 'string') return outer
  const names: Record<string, string> = { ...outer }
  for (const part of Array.isArray(context) ? (context as readonly unknown[]) : [context]) {
    if (typeof part !== 'object' || part === null) continue
    for (const [prefix, meaning] of Object.entries(part)) {
      const namespace: unknown = typeof meaning === 'object' && meaning !== null ? (meaning as { '@id'?: unknown })['@id'] : meaning
      if (typeof namespace === 'string' && !prefix.startsWith('@') && prefix !== '__proto__') names[prefix] = namespace
    }
  }
  return names
}

/** The standard prefixes that may stand inside values of either form: CBV 2.0, Event Hash ID, rule 15. */
export const valueNamespaces: Namespaces = Object.freeze({
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  gs1: 'https://gs1.org/voc/',
})

/** The place of the colon of a CURIE whose prefix is declared, else -1. */
function prefixEnd(name: string, namespaces: Namespaces): number {
  const colon = name.indexOf(':')
  return colon > 0 && Object.hasOwn(namespaces, name.slice(0, colon)) ? colon : -1
}

/** Whether a name is a full URI rather than a CURIE: what has neither `//` nor the two colons of a URN would be a CURIE of nothing. */
export function isFullUri(name: string): boolean {
  return (name.startsWith('urn:') && name.indexOf(':', 4) > 4) || name.startsWith('//', name.indexOf(':') + 1)
}

/** A full URI as namespace and local name, cut after its last slash, hash or colon. */
export function splitUri(uri: string): [namespace: string, local: string] {
  const cut = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#'), uri.lastIndexOf(':')) + 1
  return [uri.slice(0, cut), uri.slice(cut)]
}

/**
 * The universal name of a member: `{namespace}local`, as XML names and the Event Hash ID have it. A full URI is cut after its last slash, hash or
 * colon; a name without a declared prefix stays.
 *
 * @example expandName('ocop:star', { ocop: 'https://example.org/ocop/' }) // '{https://example.org/ocop/}star'
 * @example expandName('https://example.org/ocop/star', {}) // '{https://example.org/ocop/}star'
 */
export function expandName(name: string, namespaces: Namespaces): string {
  const colon = prefixEnd(name, namespaces)
  if (colon >= 0) return `{${namespaces[name.slice(0, colon)]}}${name.slice(colon + 1)}`
  if (!name.includes(':') || !isFullUri(name)) return name
  const [namespace, local] = splitUri(name)
  return `{${namespace}}${local}`
}

/**
 * The full URI of a CURIE whose prefix is declared; every other value stays.
 *
 * @example expandCurie('ocop:star', { ocop: 'https://example.org/ocop/' }) // 'https://example.org/ocop/star'
 * @example expandCurie('https://example.org/', { ocop: 'https://example.org/ocop/' }) // 'https://example.org/'
 */
export function expandCurie(value: string, namespaces: Namespaces): string {
  const colon = prefixEnd(value, namespaces)
  return colon < 0 ? value : namespaces[value.slice(0, colon)] + value.slice(colon + 1)
}
