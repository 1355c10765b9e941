import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'

const source = { source: z.url(), says: z.string() }
const range = { from: z.number().positive(), to: z.number().positive() }

const shape = z.object({
  about: z.string(),
  checkedOn: z.iso.date(),
  guides: z.array(
    z.object({
      /** A row of papers of Mẫu 02. */
      paper: z.number().int().min(1),
      do: z.string(),
      time: z.object({ ...range, unit: z.enum(['day', 'month']), ...source }).optional(),
      /** In đồng. */
      cost: z.object({ ...range, ...source }).optional(),
    }),
  ),
})

/** What to do for each kind of paper, with time and cost where a source gives them: estimates, no law. */
export const liftGuides = readFacts(countryFacts('lift/guides.json', shape))
export type LiftGuide = (typeof liftGuides)['guides'][number]
