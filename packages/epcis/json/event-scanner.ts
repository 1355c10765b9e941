import { type Outcome, done, refuse } from '@dacsan/decisions'
import { type Limits, defaultLimits } from '../limits.ts'
import { type JsonRefusal, readJson } from './read-json.ts'

/** What a scanner finds: the document around the events as far as it is known, then one event after the other. */
export type Scanned = { event: unknown; envelope: unknown }

type Open = { kind: 'object' | 'array'; key: string }

const lists = new Set(['epcisBody/eventList', 'epcisBody/queryResults/resultsBody/eventList'])
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

class Fault extends Error {
  readonly refusal: JsonRefusal
  constructor(refusal: JsonRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Cuts a JSON document that arrives in pieces into its events, each parsed alone, and the envelope around them. It holds one event and the
 * envelope at a time, never the document.
 */
export function eventScanner(limits: Limits = defaultLimits) {
  const open: Open[] = []
  let key = ''
  let token = ''
  let inString = false
  let escaped = false
  let line = 1
  /** The text around the events so far, and what it means when the list begins. */
  let envelope = ''
  let around: unknown
  /** The depth inside the list of events: none before it, unreachable after it. */
  let listDepth = Number.NaN
  let element: string | undefined
  let expects: 'first' | 'element' | 'comma' = 'first'
  /** Where the part of the piece begins that has not been copied yet. */
  let mark = 0
  const ready: Scanned[] = []

  const syntax = (message: string): never => {
    throw new Fault({ code: 'json-syntax', line, column: 1, message })
  }
  const parse = (text: string): unknown => {
    const read = readJson(text, limits)
    if (read.ok) return read.value
    const { refusal } = read
    throw new Fault(
      refusal.code === 'json-syntax' ? { ...refusal, line: Math.max(1, line - text.split('\n').length + refusal.line) } : refusal,
    )
  }
  const closers = () =>
    open
      .map(({ kind }) => (kind === 'object' ? '}' : ']'))
      .toReversed()
      .join('')
  const path = () =>
    open
      .slice(1)
      .map((each) => each.key)
      .join('/')
  const betweenElements = () => open.length === listDepth && !inString && element === undefined

  const copy = (text: string, to: number) => {
    const run = text.slice(mark, to)
    if (element !== undefined) element += run
    else if (!(open.length >= listDepth)) envelope += run
    mark = to
  }
  const finishElement = (text: string, to: number) => {
    copy(text, to)
    ready.push({ event: parse(element!), envelope: around })
    element = undefined
    expects = 'comma'
  }

  /** What a character outside of strings means. */
  const structure = (code: number, text: string, at: number) => {
    if (code === 0x22) {
      inString = true
      token = ''
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length >= limits.depth) throw new Fault({ code: 'json-too-deep' })
      open.push({ kind: code === 0x7b ? 'object' : 'array', key })
      key = ''
      if (code === 0x5b && Number.isNaN(listDepth) && lists.has(path())) beginList(text, at)
    } else if (code === 0x7d || code === 0x5d) {
      if (open.pop()?.kind !== (code === 0x7d ? 'object' : 'array')) syntax('a bracket closes what another has opened')
    } else if (code === 0x3a) key = nameOf(token)
    else if (code === 0x2c) key = ''
  }
  const beginList = (text: string, at: number) => {
    copy(text, at + 1)
    listDepth = open.length
    around = parse(envelope + closers())
  }

  /** Directly in the list, between its elements. */
  const between = (code: number, text: string, at: number) => {
    mark = at + 1
    if (isSpace(code)) return
    if (code === 0x5d) {
      if (expects === 'element') syntax('after a comma an element is expected')
      open.pop()
      listDepth = Number.POSITIVE_INFINITY
      envelope += ']'
    } else if (code === 0x2c) {
      if (expects !== 'comma') syntax('an element is expected, not a comma')
      expects = 'element'
    } else {
      if (expects === 'comma') syntax('a comma is expected between elements')
      mark = at
      element = ''
      structure(code, text, at)
    }
  }

  /** The rest of a string in this piece, at once. Gives where it ends. */
  const string = (text: string, from: number): number => {
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (escaped) escaped = false
      else if (code === 0x5c) escaped = true
      else if (code === 0x22) {
        inString = false
        break
      }
    }
    if (element === undefined && token.length < 1000) token += text.slice(from, at)
    return at
  }

  const scan = (text: string) => {
    mark = 0
    for (let at = 0; at < text.length; at += 1) {
      if (inString) {
        at = string(text, at)
        if (!inString && element !== undefined && open.length === listDepth) finishElement(text, at + 1)
        continue
      }
      const code = text.charCodeAt(at)
      if (code === 0x0a) line += 1
      if (betweenElements()) between(code, text, at)
      else if (element !== undefined && open.length === listDepth) {
        // A number, true, false or null: no event, yet JSON.
        if (code !== 0x2c && code !== 0x5d && !isSpace(code)) continue
        finishElement(text, at)
        between(code, text, at)
      } else {
        structure(code, text, at)
        if (element !== undefined && open.length === listDepth) finishElement(text, at + 1)
      }
    }
    copy(text, text.length)
    if ((element?.length ?? 0) > limits.characters || envelope.length > limits.characters) throw new Fault({ code: 'json-too-long' })
  }

  const guarded = <T>(work: () => T): Outcome<T, JsonRefusal> => {
    try {
      return done(work())
    } catch (error) {
      if (error instanceof Fault) return { ok: false, refusal: error.refusal }
      throw error
    }
  }
  return {
    /** Takes a piece; {@link take} then gives the events that it completed, even if the piece went wrong after them. */
    write: (text: string): Outcome<void, JsonRefusal> => guarded(() => scan(text)),
    take: (): Scanned[] => ready.splice(0),
    /** The whole document without its events. Refuses a document that ends too early. */
    close: (): Outcome<unknown, JsonRefusal> =>
      element === undefined
        ? readJson(envelope, limits)
        : refuse('json-syntax', { line, column: 1, message: 'the document ends too early' }),
  }
}

/** The text of a string token without its quotes; escapes in a name that we look for would be eccentric, yet JSON. */
function nameOf(token: string): string {
  if (!token.includes('\\')) return token
  const read = readJson(`"${token}"`)
  return read.ok ? String(read.value) : ''
}
