import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import type { ReadDb } from '../context.ts'
import { selectTexts } from './consent.store.ts'
import { consentPurposes, languages } from './rules/consent.ts'
import type { ConsentText } from './rules/consent.ts'

export const consentTextsFile = countryFacts(
  'privacy/consent-texts.json',
  z.object({
    texts: z.array(
      z.object({
        purpose: z.enum(consentPurposes),
        version: z.number().int().min(1),
        language: z.enum(languages),
        effectiveFrom: z.iso.date(),
        text: z.string().min(20),
        asksAgain: z.boolean().default(false),
      }),
    ),
  }),
)

const nameOf = ({ purpose, version, language }: ConsentText) => `${purpose} ${version} ${language}`

/** Every version of what is asked: those that come with the software, and those that an administrator put in their place. What is on file counts. */
export async function listTexts(db: ReadDb): Promise<ConsentText[]> {
  const onFile = await selectTexts(db)
  const known = new Set(onFile.map(nameOf))
  return [...onFile, ...readFacts(consentTextsFile).texts.filter((text) => !known.has(nameOf(text)))]
}
