/** A picture that is shown beside a link, or posted: what a product is, by whom, from where. Words come ready, in one language. */
export type SharePicture = {
  /** 1200 × 630, as link previews show it; or 1080 × 1080 with a symbol to scan. */
  shape: 'wide' | 'square'
  name: string
  /** Who made it, and where. */
  by: string
  /** Only while they hold. */
  stars?: { count: number; says: string }
  price?: string
  /** Whose site it is. */
  site: string
  /** Said across the foot, as that the product was invented to try the software. */
  note?: string
  /** A photo in base64; without one its place says so. */
  photo?: string
  noPhoto: string
  /** The address of the symbol, of the square one. */
  url?: string
}
