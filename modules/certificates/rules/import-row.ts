import type { PlainDate } from '@dacsan/vietnam'

/** Who answers for an import: officers who sent a file, or the software with the public register that it brings. */
export type ImportSource = 'officer' | 'reference'

/** What a row would do: put a recognition on file, correct one that an earlier import put there, or nothing. */
export type Finding = 'new' | 'changed' | 'known'
/** What a correction would make of what stands there. */
export type Difference = { column: string; from: string | null; to: string | null }

/** Why somebody must look at a row by itself before it counts. */
export type Doubt =
  | { code: 'number-used'; number: string }
  | { code: 'producer-on-platform'; name: string }
  | { code: 'product-near'; name: string }
  | { code: 'after-first-round'; first: PlainDate }
  | { code: 'past-the-law'; months: number; latest: PlainDate }
  | { code: 'was-withdrawn'; on: PlainDate }
