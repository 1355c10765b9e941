import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { requireRole } from './actor.ts'

export type AuditEntry = {
  seq: number
  at: Date
  actorId: string | null
  actorName: string
  action: string
  subjectType: string
  subjectId: string
  detail: Record<string, unknown>
}

export const auditFilter = z.object({
  subjectType: z.string().trim().max(60).optional(),
  subjectId: z.string().trim().max(120).optional(),
  /** Part of the name of whoever did it. */
  actor: z.string().trim().max(120).optional(),
  action: z.string().trim().max(60).optional(),
  /** One day in Việt Nam. */
  day: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type AuditFilter = z.infer<typeof auditFilter>

export const auditPageSize = 50
const exportLimit = 50_000

/** The trail, newest first; administrators only. */
export async function listAuditEntries(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  filter: AuditFilter,
): Promise<{ entries: AuditEntry[]; total: number; page: number; pages: number }> {
  requireRole(ctx.actor, 'administrator')
  const total = await matching(ctx.db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total.count / auditPageSize))
  const page = Math.min(filter.page, pages)
  const entries = await select(ctx.db, filter, auditPageSize, (page - 1) * auditPageSize)
  return { entries, total: total.count, page, pages }
}

/** The same entries for a file: as many as a spreadsheet takes without groaning. */
export async function exportAuditEntries(ctx: Pick<Ctx, 'db' | 'actor'>, filter: AuditFilter): Promise<AuditEntry[]> {
  requireRole(ctx.actor, 'administrator')
  return select(ctx.db, filter, exportLimit, 0)
}

/** When something was first done to a subject; null where the trail knows nothing of it. */
export async function firstDone(db: ReadDb, note: { action: string; subjectType: string; subjectId: string }): Promise<Date | null> {
  const entry = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', '=', note.action)
    .where('subject_type', '=', note.subjectType)
    .where('subject_id', '=', note.subjectId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return entry?.at ?? null
}

/** `broken` names the first row that is not what it was when it was written, or that lost its neighbour. */
export type ChainVerdict =
  | { ok: true; entries: number }
  | { ok: false; entries: number; brokenAt: number; reason: 'changed' | 'unlinked' | 'missing' }

/** Proves the chain from its first row: every hash recomputed, every row linked to the one before, no number left out. */
export async function verifyAuditChain(db: ReadDb): Promise<ChainVerdict> {
  const { count } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const broken = await db
    .selectFrom(
      sql<{ seq: number; changed: boolean; unlinked: boolean; missing: boolean }>`(
        select seq,
          hash <> audit_entry_digest(seq, at, actor_id, actor_name, action, subject_type, subject_id, detail, previous_hash) as changed,
          previous_hash <> coalesce(lag(hash) over chain, sha256(''::bytea)) as unlinked,
          seq <> coalesce(lag(seq) over chain, 0) + 1 as missing
        from audit_entry window chain as (order by seq)
      )`.as('link'),
    )
    .selectAll('link')
    .where(sql<boolean>`changed or unlinked or missing`)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!broken) return { ok: true, entries: count }
  const reason = broken.changed ? 'changed' : broken.missing ? 'missing' : 'unlinked'
  return { ok: false, entries: count, brokenAt: Number(broken.seq), reason }
}

function matching(db: ReadDb, { subjectType, subjectId, actor, action, day }: AuditFilter) {
  return db
    .selectFrom('audit_entry')
    .$if(!!subjectType, (query) => query.where('subject_type', '=', subjectType!))
    .$if(!!subjectId, (query) => query.where('subject_id', '=', subjectId!))
    .$if(!!action, (query) => query.where('action', '=', action!))
    .$if(!!actor, (query) => query.where('actor_name', 'ilike', `%${actor!.replace(/[\\%_]/g, '\\$&')}%`))
    .$if(!!day, (query) =>
      query
        .where('at', '>=', sql<Date>`${day!}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
        .where('at', '<', sql<Date>`(${day!}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`),
    )
}

async function select(db: ReadDb, filter: AuditFilter, limit: number, offset: number): Promise<AuditEntry[]> {
  const rows = await matching(db, filter)
    .select([
      'seq',
      'at',
      'actor_id as actorId',
      'actor_name as actorName',
      'action',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'detail',
    ])
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({ ...row, detail: row.detail as Record<string, unknown> }))
}
