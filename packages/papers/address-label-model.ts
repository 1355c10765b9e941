/** What stands on a parcel: who sends it, to whom, and its code as a symbol and in letters. Every word on it is data. */
export type AddressLabel = {
  sender: Party
  receiver: Party
  /** In the symbol and, to be read aloud, in letters beside it. */
  code: string
  codeTitle: string
  /** What the carrier collects from the receiver, in one line; absent where nothing is to be paid. */
  collect?: string | undefined
  /** How it comes, and what to mind, a line each. */
  notes: readonly string[]
}
type Party = { title: string; name: string; phone: string | null; address: string }

/** One label a page of A6, or four to a sheet of A4, cut along the broken lines. */
export type AddressLabelSheet = { labels: readonly AddressLabel[]; paper: 'a6' | 'a4'; createdAt: Date }
