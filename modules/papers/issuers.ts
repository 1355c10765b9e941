import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { authorities } from '../province/index.ts'

const authority = z.object({ authority: z.string(), decisionSymbol: z.string(), codeMark: z.string() })

const papersFile = countryFacts(
  'law/papers.json',
  z.object({
    ministry: authority.extend({ agency: z.string() }),
    programme: z.string(),
    legalBases: z.array(z.object({ effectiveFrom: z.iso.date(), text: z.string() })),
    /** What a notice says of the right to complain. */
    complaints: z.array(z.object({ effectiveFrom: z.iso.date(), text: z.string() })),
    /** On what the answer to a complaint stands. */
    complaintBases: z.array(z.object({ effectiveFrom: z.iso.date(), text: z.string() })),
    supplementSymbol: z.object({ text: z.string() }),
  }),
)

export type Issuer = z.infer<typeof authority>

/** Who signs what, and how it is written on paper: the province by its own folder, the rest as in all provinces. */
export const issuers = { province: authorities(), ...readFacts(papersFile) }

/** How the decisions of each authority are numbered. */
export const decisionSymbols = { province: issuers.province.decisionSymbol, ministry: issuers.ministry.decisionSymbol }

const inForce = (bases: readonly { effectiveFrom: string; text: string }[], day: string): string[] =>
  bases.filter(({ effectiveFrom }) => effectiveFrom <= day).map(({ text }) => text)

/** The bases of a decision that were in force on a day. */
export const legalBasesOn = (day: string): string[] => inForce(issuers.legalBases, day)

/** The bases of the answer to a complaint that were in force on a day. */
export const complaintBasesOn = (day: string): string[] => inForce(issuers.complaintBases, day)

/** The sentence on the right to complain that was law on a day. */
export const complaintOn = (day: string): string | undefined =>
  issuers.complaints.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.text
