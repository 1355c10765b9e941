import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { contestActs, contestSheetActs } from './acts.ts'
import { selectCriteria } from './contest.store.ts'
import { selectEntries, selectEntry } from './entry.store.ts'
import type { ConflictInput, HandInInput, MarkEntryInput, SheetEntryInput } from './inputs.ts'
import { deleteConflict, putConflict, replaceMarks, selectConflicts, selectMarks, selectOwnEntries, updateJuror } from './jury.store.ts'
import type { StoredJuror } from './jury.store.ts'
import { beginSheet } from './policy.ts'
import type { BegunSheet } from './policy.ts'
import type { ContestEntryId } from './rules/ids.ts'
import type { PointsRefusal, SheetClosed } from './rules/refusals.ts'

type Marked = Outcome<null, SheetClosed | PointsRefusal>

const refuseBefore = ({ contest }: BegunSheet): Refused<{ code: 'not-judging' }> | null =>
  contest.status === contestActs['begin-judging'].to ? null : refuse('not-judging')

/** An entry that the jury sees: of this contest, and neither withdrawn nor set aside. */
async function requireJudged(tx: Tx, { contest }: BegunSheet, entryId: ContestEntryId): Promise<void> {
  const entry = await selectEntry(tx, entryId)
  if (entry?.contestId !== contest.id || entry.status !== 'entered') throw new NotFound('No such contest-entry')
}

/** Which entries a juror does not score: declared, or their own. */
export async function conflictsOf(db: ReadDb, { id, contestId, userId }: StoredJuror): Promise<Set<ContestEntryId>> {
  const [declared, own] = await Promise.all([selectConflicts(db, [id]), selectOwnEntries(db, contestId, userId)])
  return new Set([...declared.map(({ entryId }) => entryId), ...own])
}

/** The points of one entry, every criterion at once; they can be changed until the sheet is handed in. */
export async function markEntry(ctx: Ctx, { jurorId, entryId, points }: MarkEntryInput): Promise<Marked> {
  return inTransaction(ctx, async (tx): Promise<Marked> => {
    const begun = await beginSheet(tx, ctx, 'mark', jurorId)
    if (!begun.ok) return begun
    const early = refuseBefore(begun.value)
    if (early) return early
    await requireJudged(tx, begun.value, entryId)
    if ((await conflictsOf(tx, begun.value.juror)).has(entryId)) return refuse('entry-in-conflict')
    const criteria = await selectCriteria(tx, begun.value.contest.id)
    const given = criteria.map((one) => ({ ...one, given: points.find(({ criterion }) => criterion === one.position)?.points ?? -1 }))
    const wrong = given.find((one) => one.given < 0 || one.given > one.points)
    if (wrong) return refuse('points-outside', { says: wrong.says, most: wrong.points })
    await replaceMarks(tx, jurorId, entryId, given.map((one) => ({ criterion: one.position, points: one.given }))) // prettier-ignore
    await record(tx, ctx, contestSheetActs.mark, { subjectId: jurorId, detail: { entryId } })
    return done(null)
  })
}

/** Who made it is near to the juror, or the juror knows it: not scored by them, and nobody loses by it. */
export async function declareConflict(ctx: Ctx, { jurorId, entryId, words }: ConflictInput): Promise<Marked> {
  return inTransaction(ctx, async (tx): Promise<Marked> => {
    const begun = await beginSheet(tx, ctx, 'declare-conflict', jurorId)
    if (!begun.ok) return begun
    const early = refuseBefore(begun.value)
    if (early) return early
    await requireJudged(tx, begun.value, entryId)
    await putConflict(tx, { jurorId, entryId, words, at: ctx.now })
    await record(tx, ctx, contestSheetActs['declare-conflict'], { subjectId: jurorId, detail: { entryId } })
    return done(null)
  })
}

export async function takeBackConflict(ctx: Ctx, { jurorId, entryId }: SheetEntryInput): Promise<Marked> {
  return inTransaction(ctx, async (tx): Promise<Marked> => {
    const begun = await beginSheet(tx, ctx, 'take-back-conflict', jurorId)
    if (!begun.ok) return begun
    const early = refuseBefore(begun.value)
    if (early) return early
    await deleteConflict(tx, jurorId, entryId)
    await record(tx, ctx, contestSheetActs['take-back-conflict'], { subjectId: jurorId, detail: { entryId } })
    return done(null)
  })
}

/** The numbers that a sheet still lacks. */
export async function missingOf(db: ReadDb, juror: StoredJuror): Promise<number[]> {
  const [entries, marks, conflicts] = await Promise.all([
    selectEntries(db, juror.contestId),
    selectMarks(db, [juror.id]),
    conflictsOf(db, juror),
  ])
  const marked = new Set(marks.map(({ entryId }) => entryId))
  return entries.filter(({ id, status }) => status === 'entered' && !marked.has(id) && !conflicts.has(id)).map(({ number }) => number)
}

/** Once, whole, for good. */
export async function handInSheet(ctx: Ctx, { jurorId }: HandInInput): Promise<Marked> {
  return inTransaction(ctx, async (tx): Promise<Marked> => {
    const begun = await beginSheet(tx, ctx, 'hand-in', jurorId)
    if (!begun.ok) return begun
    const early = refuseBefore(begun.value)
    if (early) return early
    const missing = await missingOf(tx, begun.value.juror)
    if (missing.length > 0) return refuse('sheet-incomplete', { numbers: missing.join(', ') })
    await updateJuror(tx, jurorId, { status: contestSheetActs['hand-in'].to, handed_in_at: ctx.now })
    await record(tx, ctx, contestSheetActs['hand-in'], { subjectId: jurorId, payload: { contestId: begun.value.contest.id, jurorId } })
    return done(null)
  })
}
