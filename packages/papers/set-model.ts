/** A line of the index of a set: what it is, on which page of the set it begins, and what is to be said of it. */
export type SetLine = { title: string; level: 1 | 2; page: number | null; note: string }

/** What is drawn around papers that are bound into one set: its index, a page in the place of each that cannot be read, and a foot for every page. */
export type PaperSet = {
  title: string
  /** What it is a set of, a line each. */
  facts: readonly { term: string; value: string }[]
  indexTitle: string
  lines: readonly SetLine[]
  notices: readonly { title: string; text: string }[]
  /** One for each page of the set, in their order. */
  feet: readonly { text: string; page: string }[]
  watermark?: string
  createdAt: Date
}
