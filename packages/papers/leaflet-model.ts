export type LeafletSize = 'a4' | 'a5'

/** One place of a leaflet, with the number that it has on the sketch. */
export type LeafletStop = { number: number; name: string; facts: readonly string[]; about: string }

/** What a visitor takes along: what a route is, how its places lie to one another, and each of them. Every word on it is data. */
export type Leaflet = {
  size: LeafletSize
  /** Who gives it. */
  issuer: string
  title: string
  about: string
  facts: readonly { term: string; value: string }[]
  /** By what decision it is recognised, or that none says so. */
  standing: string
  /** Places of a field so wide and high, north side up. */
  sketch: { width: number; height: number; points: readonly { x: number; y: number; number: number }[] }
  sketchTitle: string
  stops: readonly LeafletStop[]
  /** In the symbol and, to be typed, in letters under it. */
  address: string
  addressTitle: string
  foot: string
  createdAt: Date
}
