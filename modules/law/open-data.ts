import { z } from 'zod'
import type { OpenDataSet } from '../open-data.ts'
import { describeSets } from './criteria-reading.ts'

/** The product sets of the decision in force. */
export const openSets: OpenDataSet = {
  name: 'sets',
  item: 'Set',
  about: 'The product sets of the decision in force, in plain words',
  row: z.object({
    code: z.string(),
    name: z.string(),
    industry: z.string(),
    group: z.string(),
    leadAgency: z.string(),
    samplesRequired: z.number().int(),
    plain: z.string().describe('What the set is, for a person who is not an officer'),
    examples: z.array(z.string()),
  }),
  all: async () => [...describeSets()],
}
