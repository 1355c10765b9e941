/** How many reviews gave each of the points 1 to 5. */
export type Histogram = readonly [number, number, number, number, number]

/** What all visible reviews of a product come to. `average`: tenths of a point, null while there are fewer than the rule wants. */
export type Figures = { count: number; average: number | null; histogram: Histogram }

/**
 * The figures of counted points. A mean of few reviews is that of one person: below `least` none is said, however good or bad it would be.
 *
 * @example figuresOf([{ rating: 5, count: 2 }, { rating: 2, count: 1 }], { least: 3 }) // { count: 3, average: 4, histogram: [0, 1, 0, 0, 2] }
 */
export function figuresOf(counted: readonly { rating: number; count: number }[], { least }: { least: number }): Figures {
  const histogram = [1, 2, 3, 4, 5].map((point) => counted.find(({ rating }) => rating === point)?.count ?? 0) as unknown as Histogram
  const count = histogram.reduce((sum, one) => sum + one, 0)
  const points = histogram.reduce((sum, one, index) => sum + one * (index + 1), 0)
  return { count, average: count === 0 || count < least ? null : Math.round((points * 10) / count) / 10, histogram }
}
