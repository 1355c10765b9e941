/** A slip that is handed to somebody: what it is, for whom, an address as a symbol and in letters, and what to do. Every word on it is data. */
export type Slip = {
  /** Who gives it: "Nền tảng Đặc Sản". */
  issuer: string
  /** "PHIẾU MỜI" */
  title: string
  /** What it says of its holder, a line each. */
  facts: readonly { term: string; value: string }[]
  /** In the symbol and, to be typed, in letters under it. */
  address: string
  addressTitle: string
  /** What to do, in order. */
  steps: readonly string[]
  /** Whom to ask, and what to beware of. */
  foot: string
}

/** Slips to print, three to a sheet of A4. */
export type SlipSheet = { slips: readonly Slip[]; createdAt: Date }
