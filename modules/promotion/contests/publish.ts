import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorName } from '../../identity/index.ts'
import { contestActs, contestSheetActs } from './acts.ts'
import { selectPrizes, updateContest } from './contest.store.ts'
import type { StoredContest } from './contest.store.ts'
import { selectEntries } from './entry.store.ts'
import type { PublishContestInput, RecordVoteInput, WithdrawPrizeInput } from './inputs.ts'
import { selectJurors, selectMarks } from './jury.store.ts'
import { leastJurors } from './manage-contest.ts'
import { beginContest, knownContest, recordContest, requireOffice } from './policy.ts'
import type { ContestId } from './rules/ids.ts'
import { markOfRanking, rankEntries } from './rules/ranking.ts'
import type { Judged, Vote } from './rules/ranking.ts'
import type { ContestClosed, PublishResultRefusal, VoteRefusal, WithdrawPrizeRefusal } from './rules/refusals.ts'
import { insertPrizeWithdrawal, insertResult, insertVote, selectResult, selectVotes } from './result.store.ts'

/** The sheets of those who were handed in, and how many of the jury have not. */
async function sheetsOf(db: ReadDb, contestId: ContestId) {
  const jury = (await selectJurors(db, contestId)).filter(({ status }) => status !== 'released')
  const handedIn = jury.filter(({ status }) => status === contestSheetActs['hand-in'].to)
  return { handedIn, missing: jury.length - handedIn.length }
}

/** The result as it would be published now. The one place where prizes are decided: preview and publication are this. */
async function decide(db: ReadDb, contest: StoredContest, { without = false }: { without?: boolean } = {}) {
  const { handedIn } = await sheetsOf(db, contest.id)
  const [entries, prizes, marks, votes] = await Promise.all([
    selectEntries(db, contest.id),
    selectPrizes(db, contest.id),
    selectMarks(db, handedIn.map(({ id }) => id)), // prettier-ignore
    selectVotes(db, contest.id),
  ])
  const ofEntry = Map.groupBy(marks, ({ entryId }) => entryId)
  const judged = entries
    .filter(({ status }) => status === 'entered')
    .map(({ id, number }): Judged => {
      const sheets = Map.groupBy(ofEntry.get(id) ?? [], ({ jurorId }) => jurorId)
      return { id, number, sums: [...sheets.values()].map((lines) => lines.reduce((sum, { points }) => sum + points, 0)) }
    })
  const cast = votes.map(({ numbers }): Vote => numbers)
  return { ranking: rankEntries(judged, prizes, without ? [] : cast), prizes, votes, entries }
}

/** What publishing would do, once every sheet is in; before, nobody sees a point of anybody. */
export async function previewResult(ctx: Pick<Ctx, 'db' | 'actor'>, contestId: ContestId) {
  requireOffice(ctx.actor)
  const contest = await knownContest(ctx.db, contestId)
  const { handedIn, missing } = await sheetsOf(ctx.db, contestId)
  if (contest.status !== contestActs['begin-judging'].to || missing > 0 || handedIn.length === 0) return { contest, missing, result: null }
  const { ranking, prizes, votes, entries } = await decide(ctx.db, contest)
  const byId = new Map<string, (typeof entries)[number]>(entries.map((one) => [one.id, one]))
  const lines = ranking.lines.map((line) => {
    const { title, entrantName, showsName } = byId.get(line.id)!
    return { ...line, title, entrantName, showsName }
  })
  return {
    contest,
    missing,
    result: { lines, ties: ranking.ties, unscored: ranking.unscored, prizes, votes, mark: markOfRanking(ranking) },
  }
}

/** What the jury voted where entries were equal across the edge of a prize. A later vote over the same entries counts in place of the earlier. */
export async function recordVote(
  ctx: Ctx,
  { contestId, numbers, words }: RecordVoteInput,
): Promise<Outcome<null, ContestClosed | VoteRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | VoteRefusal>> => {
    const begun = await beginContest(tx, ctx, 'record-vote', contestId)
    if (!begun.ok) return begun
    const { missing } = await sheetsOf(tx, contestId)
    if (missing > 0) return refuse('sheets-missing', { missing })
    const { ranking } = await decide(tx, begun.value, { without: true })
    if (!ranking.ties.some((tie) => tie.length === numbers.length && tie.every((number) => numbers.includes(number))))
      return refuse('vote-of-nothing')
    await insertVote(tx, { contestId, numbers, words, at: ctx.now, byName: actorName(ctx.actor) })
    await recordContest(tx, ctx, 'record-vote', begun.value, { numbers })
    return done(null)
  })
}

/** Publishes what was seen, for good. Changed something since, it is shown again. */
export async function publishContest(
  ctx: Ctx,
  { contestId, mark }: PublishContestInput,
): Promise<Outcome<null, ContestClosed | PublishResultRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | PublishResultRefusal>> => {
    const begun = await beginContest(tx, ctx, 'publish', contestId)
    if (!begun.ok) return begun
    const { handedIn, missing } = await sheetsOf(tx, contestId)
    if (missing > 0) return refuse('sheets-missing', { missing })
    const least = await leastJurors(tx, begun.value)
    if (handedIn.length < least) return refuse('too-few-sheets', { least })
    const { ranking } = await decide(tx, begun.value)
    if (ranking.unscored.length > 0) return refuse('entry-unscored', { numbers: ranking.unscored.join(', ') })
    const tie = ranking.ties[0]
    if (tie) return refuse('tie-open', { numbers: tie.join(', ') })
    if (markOfRanking(ranking) !== mark) return refuse('preview-old')
    await insertResult(tx, contestId, ranking.lines, ctx.now)
    const by = { published_at: ctx.now, published_by_name: actorName(ctx.actor) }
    await updateContest(tx, contestId, { status: contestActs.publish.to, ...by })
    await recordContest(tx, ctx, 'publish', begun.value)
    return done(null)
  })
}

/** A prize that is taken back stands crossed beside the result, with the decision and the reason. Nobody moves up by it. */
export async function withdrawPrize(
  ctx: Ctx,
  { contestId, entryId, words, decisionNumber }: WithdrawPrizeInput,
): Promise<Outcome<null, ContestClosed | WithdrawPrizeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | WithdrawPrizeRefusal>> => {
    const begun = await beginContest(tx, ctx, 'withdraw-prize', contestId)
    if (!begun.ok) return begun
    const line = (await selectResult(tx, contestId)).find((one) => one.entryId === entryId)
    if (!line) throw new NotFound('No such contest-entry')
    if (line.prize === null) return refuse('prize-not-given')
    if (line.withdrawnAt !== null) return refuse('prize-withdrawn-before')
    await insertPrizeWithdrawal(tx, { contestId, entryId, words, decisionNumber, at: ctx.now, byName: actorName(ctx.actor) })
    await recordContest(tx, ctx, 'withdraw-prize', begun.value, { entryId, decisionNumber })
    return done(null)
  })
}
