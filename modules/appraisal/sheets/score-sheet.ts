import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { scoredCriteria } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import type { SessionId } from '../rules/ids.ts'
import { lockSessionAs, sessionDossier } from '../sessions/open-session-as.ts'
import { conflictOf } from '../councils/conflict.store.ts'
import { blankSheet, decideSave, decideSubmission, opinions, sheetActs } from '../rules.ts'
import type { SaveRefusal, Sheet, SheetFacts, SubmitRefusal } from '../rules.ts'
import { lockMember, selectLastRevision, selectOwnSheet, updateRevisionReasons, updateSubmitted, upsertSheet } from './sheet.store.ts'
import type { SheetKey, StoredSheet } from './sheet.store.ts'
import type { Session } from '../sessions/session.store.ts'
import { discloseDeviation } from '../sessions/disclose-deviation.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { idInput } from '@dacsan/platform/ids'

const key = { sessionId: idInput('ses'), dossierId: idInput('dos'), version: z.coerce.number().int().min(0) }

/** Marks as a form sends them. */
export const sheetLines = z
  .array(
    z.object({
      criterion: z.string().max(20),
      choice: z.union([z.enum(['none', 'blank']), z.number().int().min(0)]),
      comment: z.string().trim().max(2000),
    }),
  )
  .max(200)

export const saveSheetInput = z.object({
  ...key,
  lines: sheetLines,
  /** These are left as they are where they are not sent. */
  generalComment: z.string().trim().max(5000).optional(),
  opinion: z.enum(opinions).optional(),
  opinionReason: z.string().trim().max(2000).optional(),
})
export type SaveSheetInput = z.infer<typeof saveSheetInput>

/** Keeps some marks of the actor's own sheet; the others stay as they are. */
export async function saveSheet(ctx: Ctx, input: SaveSheetInput): Promise<Outcome<{ version: number; savedAt: Date }, SaveRefusal>> {
  return withOwnSheet(ctx, 'save', input, async (tx, { sheetKey, stored, sheet, facts }) => {
    const decision = decideSave(sheet, input.lines, facts)
    if (!decision.ok) return decision
    const id = stored?.id ?? ctx.newId('sht')
    const written = {
      generalComment: input.generalComment ?? stored?.generalComment ?? '',
      opinion: input.opinion ?? stored?.opinion ?? null,
      opinionReason: input.opinionReason ?? stored?.opinionReason ?? '',
    }
    const { version } = await upsertSheet(tx, sheetKey, { id, status: sheet.status, ...written, lines: decision.event.lines }, ctx.now)
    // The trail says that a sheet was worked on and never what it says: it is read while the session is blind.
    await record(tx, ctx, sheetActs.save, { subjectId: id, detail: { version } })
    return done({ version, savedAt: ctx.now })
  })
}

export const submitSheetInput = z.object({
  ...key,
  reason: z.string().trim().max(2000).default(''),
  /** Why each changed mark was changed, by criterion. */
  reasons: z.record(z.string().max(20), z.string().trim().max(500)).optional(),
})
export type SubmitSheetInput = z.infer<typeof submitSheetInput>

/** Locks the actor's own sheet. */
export async function submitSheet(ctx: Ctx, input: SubmitSheetInput): Promise<Outcome<{ submittedAt: Date }, SubmitRefusal>> {
  return withOwnSheet(ctx, 'submit', input, async (tx, { session, stored, sheet, facts }) => {
    const before = stored?.status === 'reopened' ? ((await selectLastRevision(tx, stored))?.lines ?? null) : null
    const answer = session.manner === 'written' ? { opinion: stored?.opinion ?? null, opinionReason: stored?.opinionReason ?? '' } : null
    const { reason, reasons = {} } = input
    const decision = decideSubmission(sheet, { ...facts, answer, before, reason, reasons })
    if (!decision.ok) return decision
    if (!stored) throw new Error('a sheet without a single saved mark cannot be complete')
    const { changed } = decision.event
    if (before)
      await updateRevisionReasons(tx, stored, { reason, reasons: Object.fromEntries(changed.map((code) => [code, reasons[code]])) })
    await updateSubmitted(tx, stored.id, { status: sheetActs.submit.to, at: ctx.now })
    await discloseDeviation(tx, ctx, session)
    const detail = { revision: stored.revision, changed: changed.length }
    await record(tx, ctx, sheetActs.submit, { subjectId: stored.id, detail })
    return done({ submittedAt: ctx.now })
  })
}

type OwnSheet = { session: Session; sheetKey: SheetKey; stored: StoredSheet | undefined; sheet: Sheet; facts: SheetFacts }

/** Locks run downward: the session is shared, so that a close waits for us; then the member, so that two tabs take turns. */
async function withOwnSheet<T>(
  ctx: Ctx,
  act: 'save' | 'submit',
  input: { sessionId: SessionId; dossierId: DossierId; version: number },
  work: (tx: Tx, own: OwnSheet) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    const { session, memberId } = await lockSessionAs(tx, ctx, input.sessionId, sheetActs[act], 'share')
    const dossier = await sessionDossier(tx, session.id, input.dossierId)
    const sheetKey = { sessionId: session.id, dossierId: dossier.dossierId, memberId }
    await lockMember(tx, session.id, memberId)
    const stored = await selectOwnSheet(tx, sheetKey)
    return work(tx, {
      session,
      sheetKey,
      stored,
      sheet: stored ?? blankSheet,
      facts: {
        session: session.status,
        version: input.version,
        conflict: await conflictOf(tx, sheetKey, dateInVietnam(ctx.now)),
        finding: dossier.finding,
        criteria: scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)),
      },
    })
  })
}
