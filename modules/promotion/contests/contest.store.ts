import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { ContestStatus } from './acts.ts'
import type { ContestId } from './rules/ids.ts'
import type { Criterion, Prize } from './rules/ranking.ts'

const contests = (db: ReadDb) =>
  db
    .selectFrom('contest')
    .leftJoin('fair', 'fair.id', 'contest.fair_id')
    .select([
      'contest.id',
      'contest.slug',
      'contest.status',
      'contest.name',
      'contest.about',
      'contest.rules_text as rulesText',
      'contest.fair_id as fairId',
      'fair.name as fairName',
      'fair.slug as fairSlug',
      'contest.organiser',
      'contest.letter_number as letterNumber',
      'contest.letter_on as letterOn',
      'contest.opens_at as opensAt',
      'contest.closes_at as closesAt',
      'contest.judge_by as judgeBy',
      'contest.judging_at as judgingAt',
      'contest.published_at as publishedAt',
      'contest.published_by_name as publishedByName',
      'contest.cancel_reason as cancelReason',
      'contest.created_at as createdAt',
      'contest.is_sample as isSample',
    ])
export type StoredContest = Awaited<ReturnType<ReturnType<typeof contests>['executeTakeFirstOrThrow']>>

export const selectContest = (db: ReadDb, id: ContestId): Promise<StoredContest | undefined> =>
  contests(db).where('contest.id', '=', id).executeTakeFirst()
export const selectContestBySlug = (db: ReadDb, slug: string): Promise<StoredContest | undefined> =>
  contests(db).where('contest.slug', '=', slug).executeTakeFirst()

/** The contest, held until the end of the transaction: entries get their numbers one after the other. */
export async function lockContest(tx: Tx, id: ContestId): Promise<StoredContest | undefined> {
  const locked = await tx.selectFrom('contest').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectContest(tx, id)
}

export const selectContestByKey = (db: ReadDb, requestKey: string): Promise<{ id: ContestId } | undefined> =>
  db.selectFrom('contest').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export const selectPublicContests = (db: ReadDb): Promise<StoredContest[]> =>
  contests(db)
    .where('contest.status', '<>', 'draft')
    .orderBy((eb) => eb('contest.status', 'in', ['published', 'cancelled']))
    .orderBy('contest.closes_at', 'desc')
    .orderBy('contest.id')
    .limit(200)
    .execute()

export const selectCriteria = (db: ReadDb, id: ContestId): Promise<Criterion[]> =>
  db.selectFrom('contest_criterion').select(['position', 'says', 'points']).where('contest_id', '=', id).orderBy('position').execute()
export const selectPrizes = (db: ReadDb, id: ContestId): Promise<Prize[]> =>
  db
    .selectFrom('contest_prize')
    .select(['rank', 'says', 'places', sql<number>`value_vnd::float8`.as('valueVnd')])
    .where('contest_id', '=', id)
    .orderBy('rank')
    .execute()

export type ContestFields = Pick<
  StoredContest,
  'name' | 'about' | 'rulesText' | 'fairId' | 'organiser' | 'letterNumber' | 'letterOn' | 'opensAt' | 'closesAt' | 'judgeBy'
> & { criteria: readonly Criterion[]; prizes: readonly Prize[] }

const columnsOf = (given: ContestFields) => ({
  name: given.name,
  about: given.about,
  rules_text: given.rulesText,
  fair_id: given.fairId,
  organiser: given.organiser,
  letter_number: given.letterNumber,
  letter_on: given.letterOn,
  opens_at: given.opensAt,
  closes_at: given.closesAt,
  judge_by: given.judgeBy,
})

type NewContest = ContestFields & { id: ContestId; slug: string; at: Date; byId: UserId | null; isSample: boolean; requestKey: string }

export async function insertContest(tx: Tx, given: NewContest): Promise<void> {
  await insertRows(tx, 'contest', [
    {
      ...columnsOf(given),
      id: given.id,
      slug: given.slug,
      status: 'draft' as const,
      request_key: given.requestKey,
      created_at: given.at,
      created_by_id: given.byId,
      is_sample: given.isSample,
    },
  ])
  await insertParts(tx, given.id, given)
}

export async function updateContestFields(tx: Tx, id: ContestId, given: ContestFields): Promise<void> {
  await tx.updateTable('contest').set(columnsOf(given)).where('id', '=', id).execute()
  await tx.deleteFrom('contest_criterion').where('contest_id', '=', id).execute()
  await tx.deleteFrom('contest_prize').where('contest_id', '=', id).execute()
  await insertParts(tx, id, given)
}

async function insertParts(tx: Tx, id: ContestId, { criteria, prizes }: ContestFields): Promise<void> {
  await insertRows(tx, 'contest_criterion', criteria.map((one) => ({ ...one, contest_id: id }))) // prettier-ignore
  await insertRows(
    tx,
    'contest_prize',
    prizes.map(({ rank, says, places, valueVnd }) => ({ contest_id: id, rank, says, places, value_vnd: valueVnd })),
  )
}

type ContestChange = {
  status?: ContestStatus
  closes_at?: Date
  judge_by?: Date
  judging_at?: Date
  published_at?: Date
  published_by_name?: string
  cancel_reason?: string
}
export const updateContest = (tx: Tx, id: ContestId, change: ContestChange) =>
  tx.updateTable('contest').set(change).where('id', '=', id).execute()

export async function takenSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('contest').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

/** The fairs that a contest may be of: those that everybody is told of and that are not over. */
export const selectFairsOfContests = (db: ReadDb): Promise<{ id: FairId; name: string }[]> =>
  db
    .selectFrom('fair')
    .select(['id', 'name'])
    .where('status', 'not in', ['cancelled', 'reported'])
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
export const selectFairName = (db: ReadDb, id: FairId): Promise<{ name: string } | undefined> =>
  db.selectFrom('fair').select('name').where('id', '=', id).executeTakeFirst()
