import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { contestActs, contestEntryActs } from './acts.ts'
import { selectCriteria, selectFairsOfContests, selectPrizes } from './contest.store.ts'
import { openEntryPhone, selectEntries, selectEntry, selectEntryPhotos, selectEntryProducts } from './entry.store.ts'
import { selectJurors } from './jury.store.ts'
import { knownContest, requireOffice } from './policy.ts'
import type { ContestEntryId, ContestId } from './rules/ids.ts'
import { selectResult, selectVotes } from './result.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What a form of a contest chooses from. */
export async function contestChoices(ctx: Reader) {
  requireOffice(ctx.actor)
  return { fairs: await selectFairsOfContests(ctx.db) }
}

/** A contest as the department keeps it: who entered, who judges and whether they have; no point before the result. */
export async function findContest(ctx: Reader, id: ContestId) {
  requireOffice(ctx.actor)
  const contest = await knownContest(ctx.db, id)
  const [criteria, prizes, entries, jurors, result, votes, least] = await Promise.all([
    selectCriteria(ctx.db, id),
    selectPrizes(ctx.db, id),
    selectEntries(ctx.db, id),
    selectJurors(ctx.db, id),
    selectResult(ctx.db, id),
    selectVotes(ctx.db, id),
    ruleOn(ctx.db, 'contest.least-jurors', dateInVietnam(contest.opensAt)),
  ])
  const jury = jurors.filter(({ status }) => status !== 'released')
  return {
    contest: {
      ...contest,
      isPublic: contest.status !== 'draft',
      isPublished: contest.publishedAt !== null,
      isJudged: contest.judgingAt !== null && contest.status === 'judging',
    },
    criteria,
    prizes,
    entries: entries.map(({ id: entryId, number, status, title, entrantName, enteredAt }) => ({
      id: entryId,
      number,
      status,
      title,
      entrantName,
      enteredAt,
      isEntered: status === 'entered',
    })),
    jury: jury.map(({ id: jurorId, name, handedInAt }) => ({ id: jurorId, name, handedInAt })),
    leastJurors: least.value,
    result,
    votes,
    may: mayOf(contestActs, contest.status, grantsOf(ctx.actor, {})),
  }
}

/** An entry as the department reads it, with who made it and how they are reached. */
export async function findEntryOfOffice(ctx: Reader, entryId: ContestEntryId) {
  requireOffice(ctx.actor)
  const entry = await selectEntry(ctx.db, entryId)
  if (!entry) throw new NotFound('No such contest-entry')
  const contest = await knownContest(ctx.db, entry.contestId)
  const [photos, products, phone] = await Promise.all([
    selectEntryPhotos(ctx.db, entry.contestId),
    selectEntryProducts(ctx.db, entry.contestId),
    openEntryPhone(ctx.db, entry),
  ])
  const { lockedPhone: _, requestKey: __, ...shown } = entry
  const live = contest.status === 'open' || contest.status === 'judging'
  return {
    contest: { id: contest.id, name: contest.name },
    entry: { ...shown, phone },
    photos: photos.filter((one) => one.entryId === entryId).map(({ hash }) => hash),
    products: products.filter((one) => one.entryId === entryId).map(({ slug, name }) => ({ slug, name })),
    maySetAside: live && mayOf(contestEntryActs, entry.status, grantsOf(ctx.actor, {}))['set-aside'] === true,
  }
}

/** A photo of an entry, for the department. */
export async function openOfficeEntryPhoto(ctx: Reader & Pick<Ctx, 'files'>, contestId: ContestId, hash: string) {
  requireOffice(ctx.actor)
  const isThere = (await selectEntryPhotos(ctx.db, contestId)).some((one) => one.hash === hash)
  const opened = isThere ? await ctx.files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: 'image/webp', name: 'anh.webp' }
}
