/** How often a text is asked before it has a name; how many texts have one, since each takes memory in every connection of the server. */
const askedOften = 5
const mostNames = 250
/** Lists of values make a text of their own each time they have another length: what is asked rarely is not counted for ever. */
const mostCounted = 2_000
const longestText = 8_000

let names: Map<string, string> | null = new Map()
const asked = new Map<string, number>()

/**
 * The name under which the server keeps the plan of a statement, the same in every connection; none for what is asked rarely.
 *
 * @example client.query({ name: nameOfStatement(text), text, values })
 */
export function nameOfStatement(text: string): string | undefined {
  const name = names?.get(text)
  if (name !== undefined || names === null || names.size === mostNames || text.length > longestText) return name
  const times = (asked.get(text) ?? 0) + 1
  if (times < askedOften) {
    if (asked.size < mostCounted || asked.has(text)) asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  const given = `hot${names.size + 1}`
  names.set(text, given)
  return given
}

/**
 * Whether a named statement failed for its name and not for what it says: behind a pooler that hands connections around (26000, 42P05), or after a change of
 * the tables under it (0A000). From then on this process names none, and what failed can be done again.
 */
export function isLostStatement(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const lost = error.code === '26000' || error.code === '42P05' || (error.code === '0A000' && error.message.startsWith('cached plan'))
  if (lost) names = null
  return lost
}
