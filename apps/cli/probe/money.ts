import { awardAmount, decideAllotment, grantAmount } from '@dacsan/allotment'
import { matchLines, readStatement } from '@dacsan/bank-statements'
import { done, refuse } from '@dacsan/decisions'
import { z } from 'zod'
import { banks } from './data.ts'
import { type Operation, operation } from './operation.ts'

/** As written: a number, or its digits as text where somebody fears for its last one. */
const decimal = z.union([z.number(), z.string()])

const application = z.object({ id: z.string(), score: z.number(), completeAt: z.string(), eligible: z.boolean() })

const order = z.object({
  code: z.string(),
  amount: z.number(),
  account: z.string(),
  createdAt: z.string().nullish(),
  holdUntil: z.string().nullable().default(null),
  received: z.number().default(0),
})
const line = z.object({
  id: z.string(),
  account: z.string(),
  amount: z.number(),
  direction: z.enum(['in', 'out']),
  content: z.string(),
  at: z.string(),
})

/** What is owed, paid and given: statements of banks, grants, awards, places. */
export const moneyOperations: Readonly<Record<string, Operation>> = {
  'bank.read': operation(z.object({ name: z.string(), base64: z.string() }), async ({ name, base64 }) => {
    const bytes = readBase64(base64)
    if (bytes === undefined) return refuse('not-base64')
    const read = await readStatement({ name, bytes }, banks())
    if (!read.ok) return read
    const { bank, lines, agrees } = read.value
    return done({ bank, lines, agrees })
  }),
  'bank.match': operation(z.object({ orders: z.array(order), lines: z.array(line) }), ({ orders, lines }) => {
    const outcome = matchLines(orders, lines)
    return outcome.ok ? done({ lines: outcome.value }) : outcome
  }),
  'allotment.decide': operation(
    z.object({ places: z.number(), least: z.number(), applications: z.array(application) }),
    ({ places, least, applications }) => decideAllotment(places, least, applications),
  ),
  'grant.amount': operation(
    z.object({ percent: decimal, cap: z.number().nullable(), eligible: z.number(), alreadyForSame: z.number().default(0) }),
    (grant) => asAmount(grantAmount(grant)),
  ),
  'award.amount': operation(
    z.object({ base: z.number(), coefficient: decimal, collective: z.boolean() }),
    ({ base, coefficient, collective }) => asAmount(awardAmount(base, coefficient, collective)),
  ),
}

const asAmount = (outcome: ReturnType<typeof grantAmount> | ReturnType<typeof awardAmount>) =>
  outcome.ok ? done({ amount: outcome.value }) : outcome

/** RFC 4648, padded or not; a text that only looks like it is not read as something else. */
function readBase64(text: string): Uint8Array | undefined {
  const compact = text.replaceAll(/\s/g, '')
  return /^[A-Za-z0-9+/]*={0,2}$/.test(compact) ? new Uint8Array(Buffer.from(compact, 'base64')) : undefined
}
