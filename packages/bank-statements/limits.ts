/** A year of a busy shop needs a tenth of these. */
export const largestFile = 8_000_000
export const largestUnpacked = 40_000_000
export const mostRows = 50_000
export const mostCells = 1_000_000
/** How far down the headings may stand: above are the name of the bank, the holder, the period. */
export const headingRows = 120
