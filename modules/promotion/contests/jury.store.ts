import type { ReadDb, Tx } from '../../context.ts'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { UserId } from '../../identity/rules.ts'
import type { SheetStatus } from './acts.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './rules/ids.ts'

const jurors = (db: ReadDb) =>
  db
    .selectFrom('contest_juror')
    .select(['id', 'contest_id as contestId', 'user_id as userId', 'name', 'status', 'named_at as namedAt', 'handed_in_at as handedInAt'])
export type StoredJuror = Awaited<ReturnType<ReturnType<typeof jurors>['executeTakeFirstOrThrow']>>

export const selectJuror = (db: ReadDb, id: ContestJurorId): Promise<StoredJuror | undefined> =>
  jurors(db).where('id', '=', id).executeTakeFirst()
export const selectJurors = (db: ReadDb, contestId: ContestId): Promise<StoredJuror[]> =>
  jurors(db).where('contest_id', '=', contestId).orderBy('named_at').orderBy('id').execute()
export const selectJurorOf = (db: ReadDb, contestId: ContestId, userId: UserId): Promise<StoredJuror | undefined> =>
  jurors(db).where('contest_id', '=', contestId).where('user_id', '=', userId).executeTakeFirst()

export async function lockJuror(tx: Tx, id: ContestJurorId): Promise<StoredJuror | undefined> {
  const locked = await tx.selectFrom('contest_juror').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectJuror(tx, id)
}

/** The contests that somebody is asked to judge, those that wait first. */
export const selectJuriesOf = (db: ReadDb, userId: UserId) =>
  db
    .selectFrom('contest_juror as juror')
    .innerJoin('contest', 'contest.id', 'juror.contest_id')
    .where('juror.user_id', '=', userId)
    .where('juror.status', '<>', 'released')
    .where('contest.status', 'in', ['open', 'judging', 'published'])
    .select([
      'juror.id',
      'juror.status',
      'contest.name',
      'contest.status as contestStatus',
      'contest.judge_by as judgeBy',
      'contest.closes_at as closesAt',
    ])
    .orderBy('contest.judge_by', 'desc')
    .orderBy('juror.id')
    .limit(100)
    .execute()

type NewJuror = { id: ContestJurorId; contestId: ContestId; userId: UserId; name: string; at: Date }
export const insertJuror = (tx: Tx, { id, contestId, userId, name, at }: NewJuror) =>
  tx.insertInto('contest_juror').values({ id, contest_id: contestId, user_id: userId, name, status: 'named', named_at: at }).execute()
export const updateJuror = (tx: Tx, id: ContestJurorId, change: { status: SheetStatus; handed_in_at?: Date }) =>
  tx.updateTable('contest_juror').set(change).where('id', '=', id).execute()

/** An account by its e-mail or telephone number, with what keeps it from a jury. */
export const selectAccountOf = (db: ReadDb, { email, phone }: { email: string; phone: string | null }) =>
  db
    .selectFrom('person_card')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb(eb.fn<string>('lower', ['email']), '=', email), ...(phone ? [eb('phone', '=', phone)] : [])]))
    .executeTakeFirst()
export const isOfOffice = async (db: ReadDb, userId: UserId): Promise<boolean> =>
  (await db.selectFrom('active_member_card').select('user_id').where('user_id', '=', userId).where('role', '=', 'trade-department').executeTakeFirst()) !== undefined // prettier-ignore

/** The entries of a contest that somebody made, or that are of a producer whom they work for. */
export async function selectOwnEntries(db: ReadDb, contestId: ContestId, userId: UserId): Promise<Set<ContestEntryId>> {
  const rows = await db
    .selectFrom('contest_entry as entry')
    .leftJoin('producer_card as producer', 'producer.id', 'entry.producer_id')
    .select('entry.id')
    .where('entry.contest_id', '=', contestId)
    .where('entry.status', '<>', 'withdrawn')
    .where((eb) =>
      eb.or([
        eb('entry.by_id', '=', userId),
        eb(
          'producer.organisation_id',
          'in',
          eb.selectFrom('active_member_card as member').select('member.organisation_id').where('member.user_id', '=', userId),
        ),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The marks of sheets: of one juror, or of all that were handed in. */
export const selectMarks = (db: ReadDb, jurorIds: readonly ContestJurorId[]) =>
  db
    .selectFrom('contest_mark')
    .select(['juror_id as jurorId', 'entry_id as entryId', 'criterion', 'points'])
    .where('juror_id', 'in', jurorIds.length > 0 ? [...jurorIds] : ['cju_' as ContestJurorId])
    .orderBy('criterion')
    .execute()
export const selectConflicts = (db: ReadDb, jurorIds: readonly ContestJurorId[]) =>
  db
    .selectFrom('contest_conflict')
    .select(['juror_id as jurorId', 'entry_id as entryId', 'words', 'at'])
    .where('juror_id', 'in', jurorIds.length > 0 ? [...jurorIds] : ['cju_' as ContestJurorId])
    .execute()

export async function replaceMarks(
  tx: Tx,
  jurorId: ContestJurorId,
  entryId: ContestEntryId,
  points: readonly { criterion: number; points: number }[],
): Promise<void> {
  await tx.deleteFrom('contest_mark').where('juror_id', '=', jurorId).where('entry_id', '=', entryId).execute()
  await insertRows(tx, 'contest_mark', points.map((one) => ({ ...one, juror_id: jurorId, entry_id: entryId }))) // prettier-ignore
}

type NewConflict = { jurorId: ContestJurorId; entryId: ContestEntryId; words: string; at: Date }
/** Whoever is in conflict scores nothing: marks that stood there go. */
export async function putConflict(tx: Tx, { jurorId, entryId, words, at }: NewConflict): Promise<void> {
  await replaceMarks(tx, jurorId, entryId, [])
  await tx
    .insertInto('contest_conflict')
    .values({ juror_id: jurorId, entry_id: entryId, words, at })
    .onConflict((conflict) => conflict.columns(['juror_id', 'entry_id']).doUpdateSet({ words, at }))
    .execute()
}
export const deleteConflict = (tx: Tx, jurorId: ContestJurorId, entryId: ContestEntryId) =>
  tx.deleteFrom('contest_conflict').where('juror_id', '=', jurorId).where('entry_id', '=', entryId).execute()

/** Sheets that were not handed in of contests whose jury has until then. */
export const selectSheetsDue = (db: ReadDb, { from, to }: { from: Date; to: Date }) =>
  db
    .selectFrom('contest_juror as juror')
    .innerJoin('contest', 'contest.id', 'juror.contest_id')
    .where('juror.status', '=', 'named')
    .where('contest.status', '=', 'judging')
    .where('contest.judge_by', '>', from)
    .where('contest.judge_by', '<=', to)
    .select(['juror.id', 'juror.user_id as userId', 'juror.contest_id as contestId', 'contest.name', 'contest.judge_by as judgeBy'])
    .orderBy('juror.id')
    .execute()
