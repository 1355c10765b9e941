import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'

const shape = z.object({
  about: z.string(),
  instrument: z.string(),
  article: z.string(),
  effectiveFrom: z.iso.date(),
  sourceUrl: z.url(),
  checkedOn: z.iso.date(),
  certainty: z.enum(['transcribed', 'inferred']),
  items: z.array(z.object({ key: z.string(), group: z.string(), label: z.string() })).min(1),
})

const checklistFile = countryFacts('inspection/checklist.json', shape)

/** What is looked at on a visit, with where it comes from. */
export const checklist = readFacts(checklistFile)

export const itemKeys: readonly string[] = checklist.items.map(({ key }) => key)
/** What an item is called; its key, where an older visit has an item that is there no more. */
export const sayItem = (key: string): string => checklist.items.find((item) => item.key === key)?.label ?? key
