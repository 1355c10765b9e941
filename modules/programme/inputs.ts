import { z } from 'zod'
import { optionalLine, optionalText } from '../optional-fields.ts'
import { shareKinds } from './rules.ts'
import type { ShareKind } from './rules.ts'
import { planInputWords as words } from './words.ts'

const year = z.coerce.number(words.pageTooOld).int().min(2000).max(2200)
const edited = z.coerce.number(words.pageTooOld).int()
const count = z.preprocess(
  (typed) => (typed === '' ? 0 : typed),
  z.coerce.number(words.count).int(words.count).min(0, words.count).max(999, words.count),
)

export const yearPlanInput = z.object({ year })

export const writePlanInput = z.object({
  year,
  edited,
  responsible: optionalText(600),
  budget: optionalText(600),
  note: optionalText(4000),
})
export type WritePlanInput = z.infer<typeof writePlanInput>

export const sharePlanInput = z.object({
  year,
  communeCode: z.string(words.commune).regex(/^\d{5}$/, words.commune),
  ...(Object.fromEntries(shareKinds.map((kind) => [kind, count])) as Record<ShareKind, typeof count>),
})
export type SharePlanInput = z.infer<typeof sharePlanInput>

export const issuePlanInput = z.object({
  year,
  edited,
  number: z.string(words.number).trim().min(1, words.number).max(60, words.number),
  issuedOn: z.iso.date(words.day),
  signer: optionalLine(120),
})
export type IssuePlanInput = z.infer<typeof issuePlanInput>

const round = z.coerce.number(words.pageTooOld).int().min(1).max(9)
export const callInput = z.object({ year, round })
export const ownCallInput = z.object({
  year,
  round,
  communeCode: z.string(words.commune).regex(/^\d{5}$/, words.commune),
  lastDay: z.iso.date(words.day),
})
export type OwnCallInput = z.infer<typeof ownCallInput>
