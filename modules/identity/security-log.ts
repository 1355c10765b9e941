import { countUse } from '@dacsan/platform/rate-limit'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { actorName, requireRole, trailId } from './actor.ts'
import type { Actor } from './actor.ts'
import { limits } from './limits.ts'
import { securityOutcomes, securityWhats } from './rules.ts'
import type { SecurityOutcome, SecurityWhat } from './rules.ts'
import {
  countSecurityEntries,
  deleteSecurityEntriesBefore,
  insertSecurityEntry,
  selectReaders,
  selectSecurityEntries,
} from './security-log.store.ts'
import type { Reader, SecurityEntry, Subject } from './security-log.store.ts'
import { termOn } from './terms.ts'

export type { Reader, SecurityEntry } from './security-log.store.ts'

export type SecurityNote = {
  at: Date
  what: SecurityWhat
  outcome: SecurityOutcome
  reason?: string | null
  actor: Actor
  /** The digest of the address that somebody unknown tried. */
  tried?: string | null
  address?: string | null
  requestId?: string | null
  action?: string | null
  object?: Subject | null
}

/**
 * Writes a line of the security log, in no transaction of the act: what was refused left nothing else behind. Beyond the limits only the lines
 * whose number is a power of two are written, and say how many they stand for; reads and writes of people whom we know are never left out.
 */
export async function noteSecurity(db: Kysely<Tables>, note: SecurityNote): Promise<void> {
  const { actor, address = null } = note
  const known = actor.kind === 'person' && note.outcome === 'done'
  const times = known ? 1 : await sampled(db, note.at, address ?? '')
  if (times === 0) return
  await insertSecurityEntry(db, {
    at: note.at,
    what: note.what,
    outcome: note.outcome,
    reason: note.reason ?? null,
    actorId: trailId(actor),
    actorName: actor.kind === 'visitor' ? null : actorName(actor),
    seats: actor.kind === 'person' ? actor.memberships.map(({ role, organisationName }) => ({ role, organisation: organisationName })) : [],
    tried: note.tried ?? null,
    address,
    requestId: note.requestId ?? null,
    action: note.action ?? null,
    objectType: note.object?.type ?? null,
    objectId: note.object?.id.slice(0, 200) ?? null,
    times,
  })
}

/** For how many lines this one stands; 0: it is left out. */
async function sampled(db: Kysely<Tables>, now: Date, address: string): Promise<number> {
  const here = await countUse(db, now, { limit: limits.notesHere, address })
  const lines = standsFor(here.count, limits.notesHere.most)
  if (lines !== 1) return lines
  const everywhere = await countUse(db, now, { limit: limits.notes })
  return standsFor(everywhere.count, limits.notes.most)
}

/** The count-th line: itself up to the most, then each doubling stands for those since the line before it. */
export function standsFor(count: number, most: number): number {
  if (count <= most) return 1
  if ((count & (count - 1)) !== 0) return 0
  return count - Math.max(most, count / 2)
}

export const securityFilter = z.object({
  what: z.enum(securityWhats).optional().catch(undefined),
  outcome: z.enum(securityOutcomes).optional().catch(undefined),
  /** Part of the name of whoever did it. */
  actor: z.string().trim().max(120).optional(),
  address: z.string().trim().max(60).optional(),
  objectId: z.string().trim().max(200).optional(),
  requestId: z.string().trim().max(60).optional(),
  /** One day in Việt Nam. */
  day: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type SecurityFilter = z.infer<typeof securityFilter>

const pageSize = 50

/** The log, newest first; administrators only. */
export async function listSecurityEntries(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  filter: SecurityFilter,
): Promise<{ entries: SecurityEntry[]; total: number; page: number; pages: number }> {
  requireRole(ctx.actor, 'administrator')
  const total = await countSecurityEntries(ctx.db, filter)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(filter.page, pages)
  const entries = await selectSecurityEntries(ctx.db, filter, { limit: pageSize, offset: (page - 1) * pageSize })
  return { entries, total, page, pages }
}

/** Who read one of these things since then. Whoever calls decided who may know. */
export function readersOf(db: ReadDb, subjects: readonly Subject[], since: Date): Promise<Reader[]> {
  return selectReaders(db, subjects, since)
}

const breachDays = 30

/** Who read a thing of any kind within thirty days, for whoever looks into a breach; administrators only. */
export async function readersOfThing(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: string): Promise<Reader[]> {
  requireRole(ctx.actor, 'administrator')
  const since = new Date(ctx.now.getTime() - breachDays * 86_400_000)
  return selectReaders(
    ctx.db,
    ['dossier', 'evidence', 'order', 'person', 'export'].map((type) => ({ type, id })),
    since,
  )
}

/** Since when the log of the system is kept, by the rule of retention. */
export async function systemLogSince(db: ReadDb, now: Date): Promise<Date> {
  const months = await termOn(db, 'retention.system-log-months', now)
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - months)
  return since
}

/** Deletes what was kept for as long as the rule of retention says. */
export async function deleteOldSecurityEntries(tx: Tx, now: Date): Promise<void> {
  await deleteSecurityEntriesBefore(tx, await systemLogSince(tx, now))
}
