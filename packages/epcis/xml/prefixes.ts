import { epcisContext, standardNamespaces } from '../context.ts'
import type { ContextPart } from '../model.ts'
import type { XmlElement } from './element.ts'

/** Prefixes that would make an ordinary URI look like a CURIE. */
const schemes = new Set(['http', 'https', 'urn', 'ni', 'data', 'mailto', 'tag', 'did', 'file', 'ftp'])

const curie = /^\s*([\p{L}_][\w.-]*):(?!\/\/)/u

/** In XML only the standard prefixes mean something inside values. A prefix that a value seems to use must not be declared by the context. */
function prefixesInValues(element: XmlElement, found: Set<string>): Set<string> {
  for (const value of [element.text, ...element.attributes.map((attribute) => attribute.value)]) {
    const prefix = curie.exec(value.slice(0, 200))?.[1]
    if (prefix !== undefined) found.add(prefix)
  }
  for (const child of element.children) prefixesInValues(child, found)
  return found
}

/**
 * The JSON schema judges the name of an extension as a URI, whose scheme the prefix has to pass for (RFC 3986 section 3.1): XML may call it `my_ext`,
 * or bind one name to two namespaces, JSON may not. Only the namespace means something.
 */
function asScheme(prefix: string): string {
  const stem = prefix.replace(/[^A-Za-z0-9.-]/g, '-')
  return /^[A-Za-z]/.test(stem) ? stem : `ns${stem.replace(/^-+/, '-').replace(/^-$/, '')}`
}

/** Gives every namespace met in an element one prefix, the document's own where that is possible. */
export function collectPrefixes(root: XmlElement) {
  const inValues = prefixesInValues(root, new Set())
  const byNamespace = new Map(Object.entries(standardNamespaces).map(([prefix, namespace]) => [namespace, prefix]))
  const taken = new Map<string, string>()

  const choose = (namespace: string, wanted: string): string => {
    const isFree = (prefix: string) =>
      !taken.has(prefix) && !schemes.has(prefix) && !inValues.has(prefix) && (!(prefix in standardNamespaces) || prefix === 'cbvmda')
    const stem = asScheme(wanted)
    let prefix = stem
    for (let count = 2; !isFree(prefix); count += 1) prefix = `${stem}-${count}`
    taken.set(prefix, namespace)
    byNamespace.set(namespace, prefix)
    return prefix
  }

  return {
    /** `prefix:local` for a name in a namespace. */
    nameOf: (namespace: string, prefix: string, local: string) => `${byNamespace.get(namespace) ?? choose(namespace, prefix)}:${local}`,
    /** The context that declares every prefix given out so far. */
    context: (): ContextPart[] => (taken.size === 0 ? [epcisContext] : [epcisContext, Object.fromEntries(taken)]),
  }
}

export type Prefixes = ReturnType<typeof collectPrefixes>
