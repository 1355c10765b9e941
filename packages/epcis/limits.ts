/** What a document may weigh. Whoever sends more is refused before it costs more. */
export type Limits = {
  /** Characters of the text, or of one event in a stream. @default 64 Mi */
  characters: number
  /** Elements within elements, members within members. @default 64 */
  depth: number
}

/** Room for a capture of some ten thousand events, and no more. @example defaultLimits.depth // 64 */
export const defaultLimits: Limits = { characters: 64 * 1024 * 1024, depth: 64 }
