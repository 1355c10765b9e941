import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { authorities } from '../../province/index.ts'
import { citationWords } from '../words.ts'

const citationsFile = countryFacts(
  'law/papers.json',
  z.object({ criteriaDecisions: z.array(z.object({ decision: z.string(), cited: z.string() })) }),
)

/** The abbreviation of the unit that drafts for this commune; null where its kind has none on file. */
export const draftingUnit = (communeName: string): string | null => authorities().communes.draftingUnits[communeName.split(' ')[0]!] ?? null

/** A decision on criteria with its day, authority and title, as a paper cites it. */
export const citedCriteria = (decision: string): string =>
  readFacts(citationsFile).criteriaDecisions.find((known) => known.decision === decision)?.cited ??
  citationWords.decisionOfPrimeMinister(decision)
