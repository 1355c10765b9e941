/** A link of a thing that bears a GS1 key, as a linkset says it (RFC 9264 and the linkset schema of GS1). */
export type Link = {
  /** The word of the GS1 Web Vocabulary, or the whole name of a relation from elsewhere. */
  type: string
  href: string
  title: string
  hreflang: readonly string[]
  /** The media type of the target; null where nobody said it. */
  media: string | null
  context: readonly string[]
  /** Whether the query of whoever asks goes on to the target (`fwqs`). */
  forwardsQuery: boolean
  /** Not public: neither listed nor given to anybody who is not known. */
  isPublic: boolean
}

/** What a linkset says of one thing. `path`: its GS1 key with qualifiers, see `pathOfLink`. */
export type Anchor = { path: string; itemDescription: string; links: readonly Link[] }
