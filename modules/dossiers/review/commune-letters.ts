import { readFileSync } from 'node:fs'
import { z } from 'zod'

const shape = z.object({
  draftingUnits: z.record(z.string(), z.string()),
  criteriaDecisions: z.array(z.object({ decision: z.string(), cited: z.string() })),
})

/** How a commune writes its papers: see data/dossiers/commune-letters.json. */
const letters = shape.parse(JSON.parse(readFileSync(new URL('../../../data/dossiers/commune-letters.json', import.meta.url), 'utf8')))

/** The abbreviation of the unit that drafts for this commune; null where its kind has none on file. */
export const draftingUnit = (communeName: string): string | null => letters.draftingUnits[communeName.split(' ')[0]!] ?? null

/** A decision on criteria with its day, authority and title, as a paper cites it. */
export const citedCriteria = (decision: string): string =>
  letters.criteriaDecisions.find((known) => known.decision === decision)?.cited ?? `Quyết định số ${decision} của Thủ tướng Chính phủ`
