/** A year of a busy shop needs a tenth of these. */
export const largestFile = 8_000_000
export const largestUnpacked = 40_000_000
export const mostRows = 50_000
export const mostCells = 1_000_000
/** How far down the headings may stand: above are the name of the bank, the holder, the period. */
export const headingRows = 120
/** A statement has some ten columns; the headings of a formatted sheet may begin a little to the right. */
export const mostColumns = 60
export const longestHeading = 120
/** So much of a text is looked at to find its separator. */
export const longestBeginning = 100_000
