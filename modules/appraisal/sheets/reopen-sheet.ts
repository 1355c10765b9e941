import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { decideReopening, sheetActs } from '../rules.ts'
import type { ReopenRefusal } from '../rules.ts'
import { removeFromDisclosure } from '../sessions/deviation.store.ts'
import { lockSessionAs, readSessionDossier } from '../sessions/open-session-as.ts'
import { reopenStoredSheet } from './sheet.store.ts'
import { idInput } from '@dacsan/platform/ids'
import { sheetFormWords } from '../words.ts'

export const reopenSheetInput = z.object({
  sessionId: idInput('ses'),
  dossierId: idInput('dos', sheetFormWords.unreadable),
  memberId: idInput('cmb', sheetFormWords.unreadable),
  reason: z.string().trim().max(500),
})

/** A member asks for the sheet back, such as after a slip of the finger; the secretary opens it and never sees it. */
export async function reopenSheet(
  ctx: Ctx,
  input: z.infer<typeof reopenSheetInput>,
): Promise<Outcome<{ reopened: number }, ReopenRefusal>> {
  const act = sheetActs.reopen
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const key = { sessionId: session.id, dossierId: input.dossierId }
    const { sheets } = await readSessionDossier(tx, ctx, key)
    const sheet = sheets.find((candidate) => candidate.memberId === input.memberId)
    const decision = decideReopening(sheet?.status ?? 'draft', session.status, input.reason)
    if (!decision.ok) return decision
    if (!sheet) throw new Error('a sheet that nobody began cannot have been submitted')
    const { reason } = decision.event
    await reopenStoredSheet(tx, sheet, { status: act.to, reason, at: ctx.now })
    await removeFromDisclosure(tx, key, input.memberId)
    const userIds = seats.filter(({ memberId }) => memberId === input.memberId).map(({ userId }) => userId)
    const detail = { ...key, memberId: input.memberId, reason }
    await record(tx, ctx, act, { subjectId: sheet.id, payload: { ...key, userIds }, detail })
    return done({ reopened: 1 })
  })
}
