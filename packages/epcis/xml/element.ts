import { type Outcome, done, refuse } from '@dacsan/decisions'
import { SaxesParser } from 'saxes'
import { type Limits, defaultLimits } from '../limits.ts'

/** Where something stands in a text: lines and columns count from 1. */
export type Position = { line: number; column: number }

export type XmlAttribute = { name: string; namespace: string; prefix: string; value: string }

/** An element with its namespace resolved. Comments and processing instructions are gone. */
export type XmlElement = Position & {
  /** The local name. */
  name: string
  namespace: string
  prefix: string
  attributes: readonly XmlAttribute[]
  children: XmlElement[]
  /** All character data directly inside, joined. */
  text: string
}

/** Why a text is not XML that we read. `doctype`: documents with a type declaration are refused, and with it every entity of their own. */
export type XmlRefusal = Position &
  ({ code: 'xml-syntax'; message: string } | { code: 'xml-doctype' } | { code: 'xml-too-deep' } | { code: 'xml-too-long' })

class XmlFault extends Error {
  readonly refusal: XmlRefusal
  constructor(refusal: XmlRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const xmlns = 'http://www.w3.org/2000/xmlns/'

/** What {@link pushXml} calls. An element is complete when it is closed; what `leave` returns `false` for is not kept in its parent. */
type Visitor = { leave(element: XmlElement, path: readonly XmlElement[]): boolean | void }

export type XmlOptions = {
  limits?: Limits
  /** Lets `<!DOCTYPE name>` pass, which declares nothing. One with an identifier or a subset never passes. @default false */
  bareDoctype?: boolean
}

/** A parser that is fed piece by piece and builds only what its visitor keeps. Every fault comes back from `write` or `close` as a refusal. */
export function pushXml(visitor: Visitor, { limits = defaultLimits, bareDoctype = false }: XmlOptions = {}) {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let start: Position = { line: 1, column: 1 }
  let pending = 0
  const here = (): Position => ({ line: parser.line, column: Math.max(1, parser.column) })
  const fault = (code: 'xml-doctype' | 'xml-too-deep' | 'xml-too-long'): never => {
    throw new XmlFault({ ...here(), code })
  }
  parser.on('error', (error) => {
    throw new XmlFault({ ...here(), code: 'xml-syntax', message: error.message.replace(/^\d+:\d+: /, '') })
  })
  parser.on('doctype', (declaration) => {
    if (!bareDoctype || !/^\s*[\w.:-]+\s*$/.test(declaration)) fault('xml-doctype')
  })
  parser.on('opentagstart', (tag) => {
    const column = parser.column - tag.name.length - 1
    start = column > 0 ? { line: parser.line, column } : { line: Math.max(1, parser.line - 1), column: 1 }
  })
  parser.on('opentag', (tag) => {
    if (open.length >= limits.depth) fault('xml-too-deep')
    const attributes: XmlAttribute[] = []
    for (const { local, uri, prefix, value } of Object.values(tag.attributes)) {
      if (uri !== xmlns) attributes.push({ name: local, namespace: uri, prefix, value })
    }
    open.push({ ...start, name: tag.local, namespace: tag.uri, prefix: tag.prefix, attributes, children: [], text: '' })
  })
  const characters = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', characters)
  parser.on('cdata', characters)
  parser.on('closetag', () => {
    pending = 0
    const element = open.pop()!
    const kept = visitor.leave(element, open) !== false
    const parent = open.at(-1)
    if (!parent) root = element
    else if (kept) parent.children.push(element)
  })

  const guarded = <T>(work: () => T): Outcome<T, XmlRefusal> => {
    try {
      return done(work())
    } catch (error) {
      if (error instanceof XmlFault) return { ok: false, refusal: error.refusal }
      throw error
    }
  }
  return {
    write: (text: string) =>
      guarded(() => {
        pending += text.length
        parser.write(text)
        if (pending > limits.characters) fault('xml-too-long')
      }),
    close: () =>
      guarded(() => {
        parser.close()
        return root!
      }),
    /** Elements that are still open, the root first. */
    open: open as readonly XmlElement[],
  }
}

/**
 * Reads a text as XML 1.0 with namespaces. Refuses document type declarations (so no entity but the five of XML), nesting beyond
 * `limits.depth` and texts beyond `limits.characters`. Never throws, never fetches.
 *
 * @example parseXml('<a><b>1</b></a>').ok // true
 * @example parseXml('<!DOCTYPE a><a/>') // { ok: false, refusal: { code: 'xml-doctype', line: 1, column: 12 } }
 */
export function parseXml(text: string, options: XmlOptions = {}): Outcome<XmlElement, XmlRefusal> {
  if (text.length > (options.limits ?? defaultLimits).characters) return refuse('xml-too-long', { line: 1, column: 1 })
  const parser = pushXml({ leave: () => true }, options)
  const written = parser.write(text)
  return written.ok ? parser.close() : written
}

/** A sentence for a person. @example xmlRefusalText({ code: 'xml-doctype', line: 1, column: 1 }) // 'a document type declaration is not allowed' */
export function xmlRefusalText(refusal: XmlRefusal): string {
  switch (refusal.code) {
    case 'xml-doctype':
      return 'a document type declaration is not allowed'
    case 'xml-too-deep':
      return 'elements are nested too deeply'
    case 'xml-too-long':
      return 'the text is too long'
    case 'xml-syntax':
      return `this is not well-formed XML: ${refusal.message}`
  }
}
