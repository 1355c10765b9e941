/** A symbol beside the QR symbol, for scanners that read no QR: a GTIN of 14 digits that begins with 0, or checked elements of GS1. */
export type SecondSymbol = { kind: 'ean-13'; gtin: string } | { kind: 'datamatrix'; elements: readonly { ai: string; value: string }[] }

/** What a label says. Dates are ISO texts; `url` goes into the QR symbol, `shortUrl` under it. */
export type Label = {
  product: string
  stars?: 1 | 2 | 3 | 4 | 5
  producer: string
  /** Commune and province of the producer. */
  place: string
  lot: string
  /** NSX */
  producedOn?: string
  /** HSD */
  bestBefore?: string
  /** "500 g" */
  netContent?: string
  url: string
  /** In millimetres: a module of the symbol is drawn at exactly this size, for a till that reads it. Absent: the symbol takes what room the words leave. */
  module?: number
  /** `module` in millimetres, as `besideModule` gives it. */
  beside?: { symbol: SecondSymbol; module: number }
  shortUrl: string
}

/** A sheet of labels, all lengths in millimetres. */
export type LabelLayout = {
  id: string
  name: string
  page: { width: number; height: number }
  label: { width: number; height: number }
  columns: number
  rows: number
  margin: { left: number; top: number }
  gap: { x: number; y: number }
  /** How far from the edge of the paper nothing is set: desktop printers leave some 4 mm white, label printers about 1 mm. */
  bareEdge: number
  /** What its printers draw as the smallest point. */
  dot: number
  /** Its printers draw each dot as it is, and dots are large: every symbol has modules of whole dots. */
  thermal: boolean
}

/** Each label stands on the sheet `copies` times (once, if absent); `skip` leaves the first places of a sheet that was used in part. */
export type LabelSheet = {
  labels: readonly Label[]
  copies?: number
  layout: LabelLayout
  skip?: number
  watermark?: string
  createdAt: Date
}
