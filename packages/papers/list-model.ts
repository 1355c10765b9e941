/** A plain list on paper, for work and not for an office: what is to be picked, what lies in a parcel, what a period came to. */
export type PaperList = {
  /** Whose it is. */
  issuer: string
  title: string
  /** What it says of itself, a line each. */
  facts: readonly { term: string; value: string }[]
  /** `width` is a share of the table's. `tick`: an empty box to tick, whatever the cells of it say. */
  columns: readonly { header: string; width: number; align?: 'left' | 'right'; tick?: boolean }[]
  rows: readonly { cells: readonly string[]; total?: boolean }[]
  /** Below the table. */
  notes: readonly string[]
  /** In the symbol above the list, where it has one. */
  code?: string | undefined
}

/** Each list begins a page of A4; its pages are counted by themselves. */
export type PaperLists = { lists: readonly PaperList[]; orientation?: 'portrait' | 'landscape'; createdAt: Date }
