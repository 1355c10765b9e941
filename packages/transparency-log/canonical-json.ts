import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import canonicalize from 'canonicalize'

/** `at` is the place in the text, in UTF-16 units from 0. */
export type CanonicalJsonRefusal = { code: 'not-json' } | { code: 'repeated-key' | 'lone-surrogate' | 'number-too-large'; at: number }

/**
 * The canonical form of a JSON text (RFC 8785): sorted keys, shortest numbers, no spaces; its UTF-8 bytes are what is hashed or signed.
 * Refuses, with the place in the text, what two readers could take for different things (RFC 7493, 2): a key twice in one object,
 * half a surrogate pair, a number that only infinity could hold.
 *
 * @example canonicalJson('{"b": 1.0, "a": "\\u00e9"}') // { ok: true, value: '{"a":"é","b":1}' }
 * @example canonicalJson('{"a": 1, "\\u0061": 2}') // { ok: false, refusal: { code: 'repeated-key', at: 9 } }
 * @example canonicalJson('[1e999]') // { ok: false, refusal: { code: 'number-too-large', at: 1 } }
 */
export function canonicalJson(text: string): Outcome<string, CanonicalJsonRefusal> {
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const ambiguity = findAmbiguity(text)
  return ambiguity ?? done(canonicalize(parsed.value)!)
}

function parseJson(text: string): Outcome<unknown, { code: 'not-json' }> {
  try {
    return done(JSON.parse(text) as unknown)
  } catch {
    return refuse('not-json')
  }
}

type Token = { text: string; at: number }

const numeric = /[-+.0-9eE]+/y

/**
 * Strings, numbers, braces, brackets and commas of a text that `JSON.parse` has taken. By hand: a pattern that steps from escape to escape
 * overflows the stack on long strings.
 */
function* tokensOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (character === '"') {
      let end = at + 1
      while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1
      yield { text: text.slice(at, end + 1), at }
      at = end
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      numeric.lastIndex = at
      const [number = ''] = numeric.exec(text) ?? []
      yield { text: number, at }
      at += number.length - 1
    } else if ('{}[],'.includes(character)) yield { text: character, at }
  }
}

/** `JSON.parse` keeps the last of two equal keys and lets half characters and infinity through, so the text itself is asked. */
function findAmbiguity(text: string) {
  const open: (Set<string> | null)[] = []
  let keyMayCome = false
  for (const { text: token, at } of tokensOf(text)) {
    const isString = token.startsWith('"')
    const keys = open.at(-1)
    if (isString) {
      const string = token.includes('\\') ? (JSON.parse(token) as string) : token
      if (!string.isWellFormed()) return refuse('lone-surrogate', { at })
      const key = string === token ? token.slice(1, -1) : string
      if (keyMayCome && keys?.has(key)) return refuse('repeated-key', { at })
      if (keyMayCome) keys?.add(key)
    } else if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ',' && !Number.isFinite(Number(token))) return refuse('number-too-large', { at })
    keyMayCome = token === '{' || (token === ',' && keys instanceof Set)
  }
  return undefined
}
