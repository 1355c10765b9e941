import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { requireRole } from './actor.ts'
import { countAuditEntries, selectAuditEntries, selectFirstBrokenLink, selectFirstMoment } from './audit-trail.store.ts'
import type { AuditEntry } from './audit-trail.store.ts'

export type { AuditEntry } from './audit-trail.store.ts'

const auditFilter = z.object({
  subjectType: z.string().trim().max(60).optional(),
  subjectId: z.string().trim().max(120).optional(),
  /** Part of the name of whoever did it. */
  actor: z.string().trim().max(120).optional(),
  action: z.string().trim().max(60).optional(),
  /** One day in Việt Nam. */
  day: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
type AuditFilter = z.infer<typeof auditFilter>

export const auditPageSize = 50

/** The trail, newest first; administrators only. */
export async function listAuditEntries(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  filter: AuditFilter,
): Promise<{ entries: AuditEntry[]; total: number; page: number; pages: number }> {
  requireRole(ctx.actor, 'administrator')
  const total = await countAuditEntries(ctx.db, filter)
  const pages = Math.max(1, Math.ceil(total / auditPageSize))
  const page = Math.min(filter.page, pages)
  const entries = await selectAuditEntries(ctx.db, filter, { limit: auditPageSize, offset: (page - 1) * auditPageSize })
  return { entries, total, page, pages }
}

/** When something was first done to a subject, under its present name or a former one; null where the trail knows nothing of it. */
export function firstDone(
  db: ReadDb,
  { action, subjectType, subjectId }: { action: string | readonly string[]; subjectType: string; subjectId: string },
): Promise<Date | null> {
  return selectFirstMoment(db, { actions: [action].flat(), subjectType, subjectId })
}

/** `brokenAt` is the first row that is not what it was when it was written, or that lost its neighbour. */
export type ChainVerdict =
  | { ok: true; entries: number }
  | { ok: false; entries: number; brokenAt: number; reason: 'changed' | 'unlinked' | 'missing' }

/** Proves the chain from its first row: every hash recomputed, every row linked to the one before, no number left out. */
export async function verifyAuditChain(db: ReadDb): Promise<ChainVerdict> {
  const entries = await countAuditEntries(db)
  const broken = await selectFirstBrokenLink(db)
  if (!broken) return { ok: true, entries }
  const reason = broken.changed ? 'changed' : broken.missing ? 'missing' : 'unlinked'
  return { ok: false, entries, brokenAt: broken.seq, reason }
}
