import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import type { NewRule } from './law.store.ts'
import { certainties, isTopic, topics } from './topics.ts'

const plainDate = z.iso.date()

const legalRulesFile = countryFacts(
  'law/legal-rules.json',
  z.object({
    rules: z.array(
      z.object({
        topic: z.string(),
        effectiveFrom: plainDate,
        value: z.unknown(),
        instrument: z.string().min(1),
        article: z.string().nullable(),
        sourceUrl: z.url().nullable(),
        checkedOn: plainDate,
        certainty: z.enum(certainties),
        note: z.string().nullable(),
      }),
    ),
  }),
)

/** The rows of `data/law/legal-rules.json`, each judged by the shape of its topic. */
export function readLegalRules(): NewRule[] {
  return readFacts(legalRulesFile).rules.map((row) => {
    if (!isTopic(row.topic)) throw new Error(`legal-rules.json: ${row.topic} is no topic of the law`)
    const value = topics[row.topic].safeParse(row.value)
    if (!value.success) throw new Error(`legal-rules.json: ${row.topic} from ${row.effectiveFrom}: ${z.prettifyError(value.error)}`)
    return { ...row, topic: row.topic, value: value.data, id: `${row.topic}@${row.effectiveFrom}` }
  })
}
