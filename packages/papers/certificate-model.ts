import type { Signature } from './document-model.ts'

/** A star certificate. Every word on it is data, dates are ISO texts (`2026-11-23`). */
export type Certificate = {
  superiorAgency?: string
  issuingAgency: string
  /** "GIẤY CHỨNG NHẬN" */
  title: string
  /** The line under the title: what kind of certificate. */
  programme: string
  /** Free number of the certificate itself, by the province's form. */
  number?: string
  product: string
  producer: string
  address: string
  stars: 1 | 2 | 3 | 4 | 5
  /** The decision behind it: number with symbol ("1234/QĐ-UBND"), date, and who took it. */
  decision: { number: string; date: string; authority?: string }
  validFrom: string
  validTo: string
  place: string
  date: string
  signature: Signature
  /** Address in the QR symbol, and its short form to read and type. */
  lookup: { url: string; shownAs: string }
  /** What a second, larger symbol carries: an address with the whole certificate signed in it, to be verified without a network; and what stands beside. */
  proof?: { url: string; says: string }
  /** Pale words across the page: "BẢN MẪU". */
  watermark?: string
  createdAt: Date
}
