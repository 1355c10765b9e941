import type { DataSection as Whole } from '@dacsan/modules/privacy'

/** So many rows of each kind stand on a page; the file has them all. */
const mostShown = 20

export type DataSection = Whole & { count: number }

export const shownSections = (sections: readonly Whole[]): DataSection[] =>
  sections.map((section) => ({ ...section, count: section.rows.length, rows: section.rows.slice(0, mostShown) }))
