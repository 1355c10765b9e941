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

// Only what matters is looked at: `JSON.parse` has already said that the text is JSON.
const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],]/gs

/** `JSON.parse` keeps the last of two equal keys and lets half characters and infinity through, so the text itself is asked. */
function findAmbiguity(text: string) {
  const open: (Set<string> | null)[] = []
  let keyMayCome = false
  for (const { 0: token, index: at } of text.matchAll(tokens)) {
    const isKey = keyMayCome && token.startsWith('"')
    keyMayCome = token === '{' || (token === ',' && open.at(-1) !== null && open.length > 0)
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token.startsWith('"')) {
      const string = JSON.parse(token) as string
      if (!string.isWellFormed()) return refuse('lone-surrogate', { at })
      const keys = open.at(-1)
      if (isKey && keys?.has(string)) return refuse('repeated-key', { at })
      if (isKey) keys?.add(string)
    } else if (token !== ',' && !Number.isFinite(Number(token))) return refuse('number-too-large', { at })
  }
  return undefined
}
