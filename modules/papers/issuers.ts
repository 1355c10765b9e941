import { readFileSync } from 'node:fs'
import { z } from 'zod'

const authority = z.object({ authority: z.string(), decisionSymbol: z.string(), codeMark: z.string() })
const shape = z.object({
  province: authority.extend({
    name: z.string(),
    letterhead: z.string(),
    place: z.string(),
    office: z.object({ name: z.string(), letterhead: z.string(), head: z.string(), proposalSymbol: z.string(), noticeSymbol: z.string() }),
    council: z.object({ minutesSymbol: z.string() }),
  }),
  ministry: authority.extend({ agency: z.string() }),
  programme: z.string(),
  legalBases: z.array(z.object({ effectiveFrom: z.iso.date(), text: z.string() })),
})

export type Issuer = z.infer<typeof authority>

/** Who signs what, and how it is written on paper: see data/certificates/issuers.json. */
export const issuers = shape.parse(JSON.parse(readFileSync(new URL('../../data/certificates/issuers.json', import.meta.url), 'utf8')))

/** How the decisions of each authority are numbered. */
export const decisionSymbols = { province: issuers.province.decisionSymbol, ministry: issuers.ministry.decisionSymbol }

/** The bases of a decision that were in force on a day. */
export const legalBasesOn = (day: string): string[] =>
  issuers.legalBases.filter(({ effectiveFrom }) => effectiveFrom <= day).map(({ text }) => text)
