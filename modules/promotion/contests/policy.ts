import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { contestActs, contestEntryActs, contestSheetActs, tiesOfEntry, tiesOfSheet } from './acts.ts'
import type { ContestAct, EntryAct, SheetAct } from './acts.ts'
import { lockContest, selectContest } from './contest.store.ts'
import type { StoredContest } from './contest.store.ts'
import { lockEntry, selectEntry } from './entry.store.ts'
import type { StoredEntry } from './entry.store.ts'
import { lockJuror, selectJuror } from './jury.store.ts'
import type { StoredJuror } from './jury.store.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './rules/ids.ts'
import type { ContestClosed, EntryClosed, SheetClosed } from './rules/refusals.ts'
import { isSecretOf } from './secret.ts'

/** The department that leads contests; it knows who made which entry, and is no juror. */
export const requireOffice = (actor: Actor) => requireRole(actor, 'trade-department')

/** The contest, held, for somebody who may do this to it in its state. */
export async function beginContest(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<ContestAct, 'create'>,
  id: ContestId,
): Promise<Outcome<StoredContest, ContestClosed>> {
  requireAct(ctx.actor, contestActs[act])
  const contest = await lockContest(tx, id)
  if (!contest) throw new NotFound('No such contest')
  return (
    (refuseStatus(contestActs[act], contest.status) as ReturnType<typeof refuseStatus<typeof contestActs.open, typeof contest.status>>) ??
    done(contest)
  )
}

export async function recordContest(
  tx: Tx,
  ctx: Ctx,
  act: ContestAct,
  { id, name }: Pick<StoredContest, 'id' | 'name'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = contestActs[act] as NamedAct & typeof contestActs.open
  await record(tx, ctx, row, { subjectId: id, payload: { contestId: id, name }, ...(detail && { detail }) })
}

/** Whether somebody holds an entry: by its link, or by the account that made it. */
export const holdsEntry = (actor: Actor, entry: StoredEntry, secret: string): boolean =>
  isSecretOf(entry, secret) || (actor.kind === 'person' && entry.byId !== null && entry.byId === actor.userId)

export type BegunEntry = { contest: StoredContest; entry: StoredEntry }

/** The entry with its contest, both held, for somebody who may do this to it in its state; to anybody else it is not there. */
export async function beginEntry(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<EntryAct, 'enter'>,
  id: ContestEntryId,
  secret = '',
): Promise<Outcome<BegunEntry, EntryClosed>> {
  const known = await selectEntry(tx, id)
  if (!known) throw new NotFound('No such contest-entry')
  requireAct(ctx.actor, contestEntryActs[act], tiesOfEntry(holdsEntry(ctx.actor, known, secret)))
  const contest = (await lockContest(tx, known.contestId))!
  const entry = (await lockEntry(tx, id))!
  return (
    (refuseStatus(contestEntryActs[act], entry.status) as ReturnType<
      typeof refuseStatus<typeof contestEntryActs.change, typeof entry.status>
    >) ?? done({ contest, entry })
  )
}

export async function recordEntry(
  tx: Tx,
  ctx: Ctx,
  act: EntryAct,
  { id, contestId, number }: Pick<StoredEntry, 'id' | 'contestId' | 'number'>,
) {
  const row = contestEntryActs[act] as NamedAct & typeof contestEntryActs.change
  await record(tx, ctx, row, { subjectId: id, payload: { contestId, entryId: id, number } })
}

export type BegunSheet = { contest: StoredContest; juror: StoredJuror }

/** The sheet of a juror who is asked for nobody else: to any other it is not there. */
export async function beginSheet(tx: Tx, ctx: Ctx, act: SheetAct, id: ContestJurorId): Promise<Outcome<BegunSheet, SheetClosed>> {
  const known = await selectJuror(tx, id)
  if (!known) throw new NotFound('No such contest-sheet')
  requireAct(ctx.actor, contestSheetActs[act], tiesOfSheet(known))
  const contest = (await lockContest(tx, known.contestId))!
  const juror = (await lockJuror(tx, id))!
  return (
    (refuseStatus(contestSheetActs[act], juror.status) as ReturnType<
      typeof refuseStatus<typeof contestSheetActs.mark, typeof juror.status>
    >) ?? done({ contest, juror })
  )
}

/** A contest that everybody may read of. */
export function publicContest(contest: StoredContest | undefined): StoredContest {
  if (!contest || contest.status === 'draft') throw new NotFound('No such contest')
  return contest
}

export async function knownContest(db: ReadDb, id: ContestId): Promise<StoredContest> {
  const contest = await selectContest(db, id)
  if (!contest) throw new NotFound('No such contest')
  return contest
}
