import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { linkTypeWords } from './words.ts'

const shape = z.object({
  about: z.string(),
  sourceUrl: z.url(),
  checkedOn: z.iso.date(),
  linkTypes: z.array(z.object({ name: z.string(), label: z.string(), status: z.enum(['stable', 'testing', 'deprecated']) })).min(1),
})

/** The link types of the GS1 Web Vocabulary. */
export const linkTypes = readFacts(countryFacts('links/gs1-link-types.json', shape)).linkTypes

/** Those that a producer may choose: the vocabulary without what it gave up, and without what the platform itself answers for. */
export const offeredTypes: readonly string[] = linkTypes
  .filter(({ name, status }) => status !== 'deprecated' && Object.hasOwn(linkTypeWords, name))
  .map(({ name }) => name)
