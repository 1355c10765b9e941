import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, readPhone } from '@dacsan/vietnam'
import { freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { contestActs, contestSheetActs } from './acts.ts'
import { insertContest, selectContestByKey, selectFairName, takenSlugs, updateContest, updateContestFields } from './contest.store.ts'
import { selectEntries } from './entry.store.ts'
import type {
  CancelContestInput,
  ChangeContestInput,
  ContestInput,
  CreateContestInput,
  ExtendContestInput,
  NameJurorInput,
  ReleaseJurorInput,
} from './inputs.ts'
import {
  insertJuror,
  isOfOffice,
  lockJuror,
  selectAccountOf,
  selectJurorOf,
  selectJurors,
  selectOwnEntries,
  updateJuror,
} from './jury.store.ts'
import { beginContest, recordContest } from './policy.ts'
import type { ContestId } from './rules/ids.ts'
import { bearsName, wholePoints } from './rules/names.ts'
import type { ContestClosed, ContestFormRefusal, JurorRefusal, MoveContestRefusal } from './rules/refusals.ts'

type Typed = Omit<CreateContestInput, 'requestKey'>

async function refuseForm(
  tx: Tx,
  { name, fairId, criteria, opensAt, closesAt, judgeBy }: Typed,
): Promise<Refused<ContestFormRefusal> | null> {
  const sum = criteria.reduce((total, { points }) => total + points, 0)
  if (sum !== wholePoints) return refuse('criteria-not-whole', { sum })
  if (closesAt <= opensAt || judgeBy <= closesAt) return refuse('hours-turned')
  if (fairId === null) return null
  const fair = await selectFairName(tx, fairId)
  if (!fair) return refuse('fair-unknown')
  // Nghị định 81/2018/NĐ-CP: a prize at a fair bears the name of the fair.
  return bearsName(name, fair.name) ? null : refuse('name-without-fair', { fair: fair.name })
}

/** A contest, not yet shown to anybody. The same form sent twice is one contest. */
export async function createContest(
  ctx: Ctx,
  { requestKey, ...typed }: CreateContestInput,
  { isSample = false } = {},
): Promise<Outcome<{ contestId: ContestId }, ContestFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, contestActs.create)
    const before = await selectContestByKey(tx, requestKey)
    if (before) return done({ contestId: before.id })
    const refused = await refuseForm(tx, typed)
    if (refused) return refused
    const id = ctx.newId('cts')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, await takenSlugs(tx, plain))
    await insertContest(tx, { ...typed, id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey })
    await recordContest(tx, ctx, 'create', { id, name: typed.name })
    return done({ contestId: id })
  })
}

/** Until it is opened: under what was published nobody enters another contest than that. */
export async function changeContest(
  ctx: Ctx,
  { contestId, ...typed }: ChangeContestInput,
): Promise<Outcome<null, ContestClosed | ContestFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginContest(tx, ctx, 'change', contestId)
    if (!begun.ok) return begun
    const refused = await refuseForm(tx, typed)
    if (refused) return refused
    await updateContestFields(tx, contestId, typed)
    await recordContest(tx, ctx, 'change', { id: contestId, name: typed.name })
    return done(null)
  })
}

export async function openContest(ctx: Ctx, { contestId }: ContestInput): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> => {
    const begun = await beginContest(tx, ctx, 'open', contestId)
    if (!begun.ok) return begun
    if (begun.value.closesAt <= ctx.now) return refuse('closing-passed')
    await updateContest(tx, contestId, { status: contestActs.open.to })
    await recordContest(tx, ctx, 'open', begun.value)
    return done(null)
  })
}

/** A later hour, never an earlier one: nobody who counted on the hour comes too late. */
export async function extendContest(
  ctx: Ctx,
  { contestId, closesAt, judgeBy }: ExtendContestInput,
): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> => {
    const begun = await beginContest(tx, ctx, 'extend', contestId)
    if (!begun.ok) return begun
    if (closesAt <= begun.value.closesAt || closesAt <= ctx.now || judgeBy <= closesAt) return refuse('not-later')
    await updateContest(tx, contestId, { closes_at: closesAt, judge_by: judgeBy })
    await recordContest(tx, ctx, 'extend', begun.value, { from: begun.value.closesAt, to: closesAt })
    return done(null)
  })
}

/** Somebody with an account who does not know who made which entry, and made none. */
export async function nameJuror(ctx: Ctx, { contestId, login }: NameJurorInput): Promise<Outcome<null, ContestClosed | JurorRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | JurorRefusal>> => {
    const begun = await beginContest(tx, ctx, 'name-juror', contestId)
    if (!begun.ok) return begun
    const person = await selectAccountOf(tx, { email: login.toLowerCase(), phone: readPhone(login) ?? null })
    if (!person) return refuse('account-unknown')
    const before = await selectJurorOf(tx, contestId, person.id)
    if (before && before.status !== contestSheetActs['hand-in'].to && before.status !== 'named') {
      // Asked again after all: the same sheet, as it was left.
      await updateJuror(tx, before.id, { status: 'named' })
      await recordContest(tx, ctx, 'name-juror', begun.value, { jurorId: before.id })
      return done(null)
    }
    if (before) return refuse('juror-named-before')
    if (await isOfOffice(tx, person.id)) return refuse('juror-sees-names')
    if ((await selectOwnEntries(tx, contestId, person.id)).size > 0) return refuse('juror-entered')
    const id = ctx.newId('cju')
    await insertJuror(tx, { id, contestId, userId: person.id, name: person.name, at: ctx.now })
    await recordContest(tx, ctx, 'name-juror', begun.value, { jurorId: id })
    return done(null)
  })
}

/** Somebody who cannot judge after all. A sheet that was handed in counts, whoever likes it or not. */
export async function releaseJuror(
  ctx: Ctx,
  { contestId, jurorId }: ReleaseJurorInput,
): Promise<Outcome<null, ContestClosed | JurorRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | JurorRefusal>> => {
    const begun = await beginContest(tx, ctx, 'release-juror', contestId)
    if (!begun.ok) return begun
    const juror = await lockJuror(tx, jurorId)
    if (juror?.contestId !== contestId) throw new NotFound('No such juror')
    if (juror.status === 'handed-in') return refuse('sheet-handed-in')
    if (juror.status === 'released') return done(null)
    await updateJuror(tx, jurorId, { status: 'released' })
    await recordContest(tx, ctx, 'release-juror', begun.value, { jurorId })
    return done(null)
  })
}

/** How many of a jury there are at least, on the day of the contest's opening. */
export const leastJurors = async (db: Ctx['db'] | Tx, { opensAt }: { opensAt: Date }): Promise<number> =>
  (await ruleOn(db, 'contest.least-jurors', dateInVietnam(opensAt))).value

/** After the hour, with a jury: from now on they see the entries, by their numbers. */
export async function beginJudging(ctx: Ctx, { contestId }: ContestInput): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ContestClosed | MoveContestRefusal>> => {
    const begun = await beginContest(tx, ctx, 'begin-judging', contestId)
    if (!begun.ok) return begun
    const contest = begun.value
    if (ctx.now < contest.closesAt) return refuse('entries-still-come', { until: contest.closesAt })
    const jurors = (await selectJurors(tx, contestId)).filter(({ status }) => status !== 'released')
    const least = await leastJurors(tx, contest)
    if (jurors.length < least) return refuse('too-few-jurors', { least })
    if (!(await selectEntries(tx, contestId)).some(({ status }) => status === 'entered')) return refuse('no-entries')
    await updateContest(tx, contestId, { status: contestActs['begin-judging'].to, judging_at: ctx.now })
    await recordContest(tx, ctx, 'begin-judging', contest)
    return done(null)
  })
}

export async function cancelContest(ctx: Ctx, { contestId, reason }: CancelContestInput): Promise<Outcome<null, ContestClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginContest(tx, ctx, 'cancel', contestId)
    if (!begun.ok) return begun
    await updateContest(tx, contestId, { status: contestActs.cancel.to, cancel_reason: reason })
    await recordContest(tx, ctx, 'cancel', begun.value, { reason })
    return done(null)
  })
}
