import { searchWords } from '@dacsan/vietnam'
import { holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { TrailId } from './ids.ts'

export type AuditEntry = {
  seq: number
  at: Date
  actorId: TrailId | null
  actorName: string
  action: string
  subjectType: string
  subjectId: string
  detail: Record<string, unknown>
}

/** What is looked for: each that is given must fit. `actor` is part of a name, `day` one day in Việt Nam. */
export type AuditSearch = { subjectType?: string; subjectId?: string; actor?: string; action?: string; day?: string }

export async function countAuditEntries(db: ReadDb, search: AuditSearch = {}): Promise<number> {
  const { count } = await matching(db, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The entries that fit, newest first. */
export async function selectAuditEntries(
  db: ReadDb,
  search: AuditSearch,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<AuditEntry[]> {
  const rows = await matching(db, search)
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

export async function selectFirstMoment(
  db: ReadDb,
  { actions, subjectType, subjectId }: { actions: readonly string[]; subjectType: string; subjectId: string },
): Promise<Date | null> {
  const entry = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', 'in', [...actions])
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return entry?.at ?? null
}

export type BrokenLink = { seq: number; changed: boolean; unlinked: boolean; missing: boolean }

/** The first row whose hash, link or place in its lane is not what the chain demands. */
export async function selectFirstBrokenLink(db: ReadDb): Promise<BrokenLink | undefined> {
  const broken = await db
    .selectFrom(
      sql<BrokenLink>`(
        select a.seq,
          a.hash <> audit_entry_digest(a) as changed,
          a.previous_hash <> coalesce(lag(a.hash) over chain, root.hash) as unlinked,
          a.place <> coalesce(lag(a.place) over chain, 0) + 1 as missing
        from audit_entry a
          join (select lane, audit_entry_root(lane) as hash from (select distinct lane from audit_entry) used) root on root.lane = a.lane
        window chain as (partition by a.lane order by a.place)
      )`.as('link'),
    )
    .selectAll('link')
    .where(sql<boolean>`changed or unlinked or missing`)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return broken && { ...broken, seq: Number(broken.seq) }
}

function matching(db: ReadDb, { subjectType, subjectId, actor, action, day }: AuditSearch) {
  return db
    .selectFrom('audit_entry')
    .$if(!!subjectType, (query) => query.where('subject_type', '=', subjectType!))
    .$if(!!subjectId, (query) => query.where('subject_id', '=', subjectId!))
    .$if(!!action, (query) => query.where('action', '=', action!))
    .$if(!!actor, (query) => query.where(holdsWords(sql.ref('actor_name'), searchWords(actor!))))
    .$if(!!day, (query) =>
      query
        .where('at', '>=', sql<Date>`${day!}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
        .where('at', '<', sql<Date>`(${day!}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`),
    )
}
