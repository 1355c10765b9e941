import { readFileSync } from 'node:fs'
import { z } from 'zod'

const shape = z.object({
  superiorAgency: z.string(),
  issuingAgency: z.string(),
  symbol: z.string(),
  place: z.string(),
  signatures: z.array(z.object({ authority: z.array(z.string()), name: z.string().optional() })),
  recipients: z.array(z.string()),
})

/** Who reports, and to whom: see data/programme/report-letterhead.json. */
export const reportLetterhead = shape.parse(
  JSON.parse(readFileSync(new URL('../../data/programme/report-letterhead.json', import.meta.url), 'utf8')),
)
