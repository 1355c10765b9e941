import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import type { NewRule } from './law.store.ts'
import { certainties, declaredTopics, isDeclared, judgeValue } from './topics.ts'

const plainDate = z.iso.date()

const fileShape = z.object({
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
})
export type LegalRules = z.infer<typeof fileShape>

const legalRulesFile = countryFacts('law/legal-rules.json', fileShape)

/** The rows of `data/law/legal-rules.json`, each judged by the shape and the bounds of its topic where the room that declares it is loaded. */
export function readLegalRules(file: LegalRules = readFacts(legalRulesFile)): NewRule[] {
  return file.rules.map((row) => {
    const judged = isDeclared(row.topic) ? judgeValue(row.topic, row.value) : { usable: true as const, value: row.value }
    if (!judged.usable) throw new Error(`legal-rules.json: ${row.topic} from ${row.effectiveFrom}: ${judged.says ?? 'another shape'}`)
    return { ...row, value: judged.value, id: `${row.topic}@${row.effectiveFrom}` }
  })
}

/**
 * Holds the file against the topics that the rooms declare, once all of them are loaded: no row without its room, no topic without its row.
 * An installation that fails this does not start.
 */
export function verifyLegalRules(file?: LegalRules): void {
  const rows = readLegalRules(file)
  const stray = rows.find(({ topic }) => !isDeclared(topic))
  if (stray) throw new Error(`legal-rules.json: no room declares the topic ${stray.topic}`)
  const empty = declaredTopics().find((name) => !rows.some(({ topic }) => topic === name))
  if (empty !== undefined) throw new Error(`legal-rules.json: the topic ${empty} has no row`)
}
