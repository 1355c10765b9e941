import { type Outcome, done, refuse } from '@dacsan/decisions'
import { type Limits, defaultLimits } from '../limits.ts'
import { pointer } from '../validate/problem.ts'

/** Why a text is not JSON that we read. Lines and columns count from 1. */
export type JsonRefusal =
  | { code: 'json-syntax'; line: number; column: number; message: string }
  | { code: 'json-too-long' }
  | { code: 'json-too-deep' }
  | { code: 'json-name'; name: string }
  /** `location` is a JSON Pointer. */
  | { code: 'json-number'; location: string }

/** Looks through a parsed value without recursion, so that depth itself cannot hurt. */
function faultIn(root: unknown, depth: number): 'json-too-deep' | 'json-name' | 'json-number' | undefined {
  let level: unknown[] = [root]
  for (let count = 0; level.length > 0; count += 1) {
    if (count > depth) return 'json-too-deep'
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Object.hasOwn(value, '__proto__')) return 'json-name'
      for (const each of Object.values(value)) {
        if (typeof each === 'object' && each !== null) next.push(each)
        // A number so large that reading made it infinite: whoever writes it again writes another (RFC 7493, section 2.2).
        else if (typeof each === 'number' && !Number.isFinite(each)) return 'json-number'
      }
    }
    level = next
  }
  return undefined
}

function placeOfInfinity(root: unknown): string {
  const open: [value: unknown, location: string][] = [[root, '']]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, location] = next
    if (typeof value === 'number' && !Number.isFinite(value)) return location
    if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) open.push([each, pointer(location, name)])
  }
  return ''
}

function placeOf(text: string, message: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(message)?.[1]
  const before = text.slice(0, position === undefined ? text.length : Number(position))
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}

/**
 * Reads a text as JSON. Refuses texts beyond `limits.characters`, nesting beyond `limits.depth`, numbers that no double holds, and members named
 * `__proto__`, over which code that copies members stumbles. Never throws.
 *
 * @example readJson('{"type":"ObjectEvent"}') // { ok: true, value: { type: 'ObjectEvent' } }
 * @example readJson('{"a":1,\n "b"').ok // false
 */
export function readJson(text: string, limits: Limits = defaultLimits): Outcome<unknown, JsonRefusal> {
  if (text.length > limits.characters) return refuse('json-too-long')
  try {
    // A byte order mark is not JSON, yet some tools write it.
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
    const fault = faultIn(value, limits.depth)
    if (fault === 'json-name') return refuse('json-name', { name: '__proto__' })
    if (fault === 'json-number') return refuse('json-number', { location: placeOfInfinity(value) })
    return fault === undefined ? done(value) : refuse(fault)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('json-syntax', { ...placeOf(text, error.message), message: error.message.replace(/ in JSON at position.*$/s, '') })
  }
}

/** A sentence for a person. @example jsonRefusalText({ code: 'json-too-deep' }) // 'the members are nested too deeply' */
export function jsonRefusalText(refusal: JsonRefusal): string {
  switch (refusal.code) {
    case 'json-syntax':
      return `this is not JSON: ${refusal.message}`
    case 'json-too-long':
      return 'the text is too long'
    case 'json-too-deep':
      return 'the members are nested too deeply'
    case 'json-name':
      return `a member named ${refusal.name} is not allowed`
    case 'json-number':
      return 'a number is too large'
  }
}
