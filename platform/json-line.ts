const space = /\s*/y
const string = /"(?:[^"\\]|\\.)*"/y
const scalar = /[^\s,\]}]+/y

/**
 * The line, counted from 1, on which the value at `path` begins in a JSON text that parses; of what is missing, the line of what should hold it.
 *
 * @example lineInJson('{\n  "a": [1,\n 2]\n}', ['a', 1]) // 3
 */
export function lineInJson(text: string, path: readonly PropertyKey[]): number {
  let at = past(space, text, 0)
  for (const key of path) {
    const member = membersAt(text, at).find(([name]) => name === key)
    if (!member) break
    at = member[1]
  }
  return text.slice(0, at).split('\n').length
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Key and place of each member of the object or array that begins here; none for a scalar. */
function membersAt(text: string, start: number): [string | number, number][] {
  return walk(text, start).members
}

function walk(text: string, start: number): { members: [string | number, number][]; end: number } {
  const members: [string | number, number][] = []
  if (text[start] === '"') return { members, end: past(string, text, start) }
  if (text[start] !== '{' && text[start] !== '[') return { members, end: past(scalar, text, start) }
  const keyed = text[start] === '{'
  let at = past(space, text, start + 1)
  while (text[at] !== '}' && text[at] !== ']') {
    let key: string | number = members.length
    if (keyed) {
      const end = past(string, text, at)
      key = JSON.parse(text.slice(at, end)) as string
      at = past(space, text, past(space, text, end) + 1)
    }
    members.push([key, at])
    at = past(space, text, walk(text, at).end)
    if (text[at] === ',') at = past(space, text, at + 1)
  }
  return { members, end: at + 1 }
}
