import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { consume } from '@dacsan/platform/rate-limit'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { newCaseCode } from './case-code.ts'
import { insertDoubt, selectDoubt } from './doubt.store.ts'
import { findScan } from './find-scan.ts'
import { limits } from './limits.ts'
import { doubtActs, readCaseCode } from './rules.ts'
import type { DoubtProgress, ReportDoubtRefusal } from './rules.ts'
import { readScanPath } from './scan-path.ts'
import { formWords } from './words.ts'

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, formWords.longest(most))
    .nullish()
    .transform((text) => text || null)

export const reportDoubtInput = z.object({
  /** What was scanned or typed: the path of the label's address, or whatever stood there instead. */
  code: z.string().trim().max(300, formWords.longest(300)).default(''),
  text: z.string().trim().min(5, formWords.doubt).max(2000, formWords.longest(2000)),
  place: optional(200),
  contact: optional(100),
  requestKey,
})
export type ReportDoubtInput = z.infer<typeof reportDoubtInput>

/** Takes a doubt from anyone, without asking who. The same form sent again is the same case; `address` only keeps one sender from flooding. */
export async function reportDoubt(
  ctx: Ctx,
  input: ReportDoubtInput,
  address: string,
): Promise<Outcome<{ caseCode: string }, ReportDoubtRefusal>> {
  requireAct(ctx.actor, doubtActs.report)
  const requestKey = keyOf(input)
  const before = await selectDoubt(ctx.db, 'request_key', requestKey)
  if (before) return done({ caseCode: before.caseCode })
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.doubt, address })
  if (minutes > 0) return refuse('too-many-reports', { minutes })
  return inTransaction(ctx, async (tx) => {
    const key = readScanPath(input.code)
    const answer = key && (await findScan({ db: tx, now: ctx.now }, key))
    const scan = answer?.known ? answer.scan : null
    const caseCode = newCaseCode()
    const subject = { lotId: scan?.lot?.id ?? null, productId: scan?.product.id ?? null }
    const id = ctx.newId('dbt')
    const isNew = await insertDoubt(tx, { ...input, ...subject, id, caseCode, requestKey, at: ctx.now })
    if (!isNew) return done({ caseCode: (await selectDoubt(tx, 'request_key', requestKey))!.caseCode })
    await record(tx, ctx, doubtActs.report, { subjectId: id, payload: { caseCode, ...subject } })
    return done({ caseCode })
  })
}

/** How far a case is, for whoever holds its code; nothing of what was written comes back. */
export async function followDoubt(db: ReadDb, typed: string): Promise<DoubtProgress | null> {
  const code = readCaseCode(typed)
  const doubt = code && (await selectDoubt(db, 'case_code', code))
  if (!doubt) return null
  const { caseCode, status, at, answer, handledAt } = doubt
  return { caseCode, status, at, answer, handledAt }
}

/** A scan page may be shown again from memory with its old key: other words under the same key are another doubt, not a repetition. */
function keyOf({ requestKey, ...words }: ReportDoubtInput): string {
  return createHash('sha256')
    .update(JSON.stringify([requestKey, words]))
    .digest('base64url')
}
